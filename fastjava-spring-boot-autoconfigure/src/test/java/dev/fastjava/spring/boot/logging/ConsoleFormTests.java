package dev.fastjava.spring.boot.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.PayloadHook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.RegisterHook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.json.JsonContent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What whole applications write to the console, by profile and property. Runs in a process of its
 * own, one application after the other; each has written its last line when the next one starts.
 */
@Tag("console")
@ExtendWith(OutputCaptureExtension.class)
class ConsoleFormTests {

  @AfterEach
  void startLoggingAfresh() {
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    // Boot leaves them to the next application of the process.
    for (LoggingSystemProperty property : LoggingSystemProperty.values()) {
      System.clearProperty(property.getEnvironmentVariableName());
    }
  }

  @Test
  void withoutProfileLinesArePretty(CapturedOutput output) {
    serve();
    assertThat(line(output, "incoming request"))
        .containsPattern("INFO \\d+ --- .* dev.fastjava.Fastjava +: incoming request")
        .contains("reqId=req-1 req={\"method\":\"GET\",\"url\":\"/place\"");
  }

  @Test
  void prettyLinesOfServicesTellTheRequestAndNoOthers(CapturedOutput output) {
    serve();
    assertThat(line(output, "placing")).contains("placing reqId=req-1 order=7");
    assertThat(line(output, "a step of the request")).endsWith("a step of the request reqId=req-1");
    assertThat(line(output, "incoming request")).containsOnlyOnce("reqId=req-1");
    assertThat(line(output, "Started ")).doesNotContain("reqId");
  }

  @Test
  void prettyLinesUseTheLabelOfTheRequest(CapturedOutput output) {
    serve("--fastjava.request-id-log-label=request");
    assertThat(line(output, "placing")).contains("placing request=req-1 order");
    assertThat(line(output, "incoming request")).containsOnlyOnce("request=req-1");
  }

  @Test
  void inDevelopmentLinesArePretty(CapturedOutput output) {
    serve("--spring.profiles.active=development");
    assertThat(line(output, "incoming request")).contains("reqId=req-1");
  }

  @Test
  void bootsPropertiesHoldForPrettyLines(CapturedOutput output) {
    serve("--logging.pattern.level=LEVEL=%p", "--logging.pattern.dateformat=HH'h'");
    assertThat(line(output, "incoming request")).matches("\\d\\dh LEVEL=INFO .*reqId=req-1.*");
  }

  @Test
  void inProductionLinesArePinos(CapturedOutput output) {
    serve("--spring.profiles.active=production");
    JsonContent<Object> incoming = json(line(output, "incoming request"));
    assertThat(incoming).extractingJsonPathNumberValue("level").isEqualTo(30);
    assertThat(incoming).extractingJsonPathNumberValue("time").isInstanceOf(Long.class);
    assertThat(incoming)
        .extractingJsonPathNumberValue("pid")
        .isEqualTo((int) ProcessHandle.current().pid());
    assertThat(incoming).extractingJsonPathStringValue("hostname").isNotEmpty();
    assertThat(incoming).extractingJsonPathStringValue("name").isEqualTo(Fastjava.class.getName());
    assertThat(incoming).extractingJsonPathStringValue("reqId").isEqualTo("req-1");
    assertThat(incoming).extractingJsonPathStringValue("req.method").isEqualTo("GET");
    assertThat(incoming).extractingJsonPathStringValue("msg").isEqualTo("incoming request");
    JsonContent<Object> completed = json(line(output, "request completed"));
    assertThat(completed).extractingJsonPathNumberValue("res.statusCode").isEqualTo(500);
    assertThat(completed).extractingJsonPathNumberValue("responseTime").isNotNull();
  }

  @Test
  void linesOfServicesTellTheRequest(CapturedOutput output) {
    serve("--spring.profiles.active=prod");
    JsonContent<Object> line = json(line(output, "placing"));
    assertThat(line).extractingJsonPathStringValue("name").isEqualTo("orders");
    assertThat(line).extractingJsonPathNumberValue("level").isEqualTo(40);
    assertThat(line).extractingJsonPathStringValue("reqId").isEqualTo("req-1");
    assertThat(line).extractingJsonPathNumberValue("order").isEqualTo(7);
  }

  @Test
  void errorsHaveTypeMessageAndStack(CapturedOutput output) {
    serve("--spring.profiles.active=production");
    JsonContent<Object> line = json(line(output, "\"level\":50"));
    assertThat(line).extractingJsonPathStringValue("err.type").isEqualTo("IllegalStateException");
    assertThat(line).extractingJsonPathStringValue("err.message").isEqualTo("sold out");
    assertThat(line)
        .extractingJsonPathStringValue("err.stack")
        .startsWith("java.lang.IllegalStateException: sold out")
        .contains("ConsoleFormTests");
  }

  @Test
  void inTestsTheConsoleTellsErrorsOnly(CapturedOutput output) {
    serve("--spring.profiles.active=test");
    assertThat(output.getOut().lines().filter(line -> !line.startsWith("\tat ")))
        .isNotEmpty()
        .allMatch(line -> line.contains("sold out") || line.isBlank());
    assertThat(output).contains("IllegalStateException: sold out", "\tat dev.fastjava.spring");
  }

  @Test
  void inTestsOthersMayStillTellErrors(CapturedOutput output) {
    serve("--spring.profiles.active=test", "--logging.level.orders=warn");
    assertThat(output).contains("placing").doesNotContain("incoming request");
  }

  @Test
  void anErrorThatStopsTheStartIsToldInTests(CapturedOutput output) {
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    Desk.class, "--spring.profiles.active=test", "--fastjava.body-limit=much"))
        .isInstanceOf(Exception.class);
    assertThat(output).contains("APPLICATION FAILED TO START", "fastjava.body-limit");
  }

  @Test
  void linesOfOneRequestTellItInEveryStep(CapturedOutput output) {
    serve("--spring.profiles.active=production", "--fastjava.execution=worker");
    List<String> lines = output.getOut().lines().filter(line -> line.contains("step of")).toList();
    assertThat(lines).hasSize(2).allMatch(line -> line.contains("\"reqId\":\"req-1\""));
  }

  @Test
  void anErrorCannotForgeALine(CapturedOutput output) {
    serve("--test.message=sold out\n2026-01-01T00:00:00.000Z  INFO 1 --- forged");
    assertThat(output.getOut().lines())
        .noneMatch(line -> line.startsWith("2026-01-01"))
        .anyMatch(line -> line.contains("sold out\\n2026-01-01"));
  }

  @Test
  void aPropertyOverridesTheProfile(CapturedOutput output) {
    serve("--spring.profiles.active=test", "--fastjava.logging.form=json");
    assertThat(json(line(output, "incoming request"))).hasJsonPath("reqId");
  }

  @Test
  void propertiesOfBootOverrideTheForm(CapturedOutput output) {
    serve("--spring.profiles.active=test", "--logging.level.dev.fastjava=info");
    assertThat(output).contains("incoming request");
  }

  @Test
  void aPatternOverridesTheFormOfProduction(CapturedOutput output) {
    serve("--spring.profiles.active=production", "--logging.pattern.console=MY %m%n");
    assertThat(output).contains("MY incoming request");
  }

  @Test
  void bootsOwnFormCanBeKept(CapturedOutput output) {
    serve("--fastjava.logging.form=boot");
    assertThat(line(output, "incoming request")).doesNotContain("reqId");
  }

  @Test
  void requestLinesCanBeSwitchedOff(CapturedOutput output) {
    serve("--fastjava.logging.requests=false");
    assertThat(output).contains("placing").doesNotContain("incoming request");
  }

  private static void serve(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--fastjava.server.enabled=false";
    all[arguments.length + 1] = "--spring.main.banner-mode=off";
    try (ConfigurableApplicationContext context = SpringApplication.run(Desk.class, all)) {
      assertThat(context.getBean(Fastjava.class).inject("/place").statusCode()).isEqualTo(500);
      context.getBean(LastLine.class).await();
    }
  }

  private static String line(CapturedOutput output, String part) {
    List<String> lines = output.getOut().lines().filter(line -> line.contains(part)).toList();
    assertThat(lines).as("lines with %s of%n%s", part, output.getOut()).isNotEmpty();
    return lines.get(0);
  }

  private static JsonContent<Object> json(String line) {
    return new BasicJsonTester(ConsoleFormTests.class).from(line);
  }

  /** Is told of the end of a request after that was logged. */
  static final class LastLine implements RequestListener {
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
      over.countDown();
    }

    void await() {
      try {
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Desk {
    private static final Logger logger = LoggerFactory.getLogger("orders");

    @Bean
    LastLine lastLine() {
      return new LastLine();
    }

    @Bean
    @RegisterHook("onRequest")
    Hook step() {
      return (request, reply) -> logger.info("a step of the request");
    }

    @Bean
    @RegisterHook("onSend")
    PayloadHook sent() {
      return (request, reply, payload) -> {
        logger.info("a step of the reply");
        return payload;
      };
    }

    @Bean
    RouteDefinition place(@Value("${test.message:sold out}") String message) {
      return RouteDefinition.get("/place")
          .handler(
              (request, reply) -> {
                logger.atWarn().addKeyValue("order", 7).log("placing");
                if (request.query().isEmpty()) {
                  throw new IllegalStateException(message);
                }
                return Map.of();
              });
    }
  }
}
