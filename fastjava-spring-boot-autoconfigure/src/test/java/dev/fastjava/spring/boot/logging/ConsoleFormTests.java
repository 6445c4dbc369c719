package dev.fastjava.spring.boot.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.RouteDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** What whole applications write to the console, by profile and property. */
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
  void inTestsFastjavaIsSilent(CapturedOutput output) {
    serve("--spring.profiles.active=test");
    assertThat(output).contains("placing").doesNotContain("incoming request", "sold out");
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

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Desk {
    private static final Logger logger = LoggerFactory.getLogger("orders");

    @Bean
    RouteDefinition place() {
      return RouteDefinition.get("/place")
          .handler(
              (request, reply) -> {
                logger.atWarn().addKeyValue("order", 7).log("placing");
                if (request.query().isEmpty()) {
                  throw new IllegalStateException("sold out");
                }
                return Map.of();
              });
    }
  }
}
