package dev.fastjava.spring.boot.logging;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the console shows of errors. In the process of {@link ConsoleFormTests}, after it. */
@Tag("console")
@ExtendWith(OutputCaptureExtension.class)
class ConsoleErrorTests {

  @AfterEach
  void startLoggingAfresh() {
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    for (LoggingSystemProperty property : LoggingSystemProperty.values()) {
      System.clearProperty(property.getEnvironmentVariableName());
    }
  }

  @Test
  void aBadRequestIsOneLineAmongThoseOfTheRequest(CapturedOutput output) {
    serve("/orders?amount=many", 400);
    List<String> lines = output.getOut().lines().filter(line -> line.contains("reqId")).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).contains("querystring/amount must be integer", "FST_ERR_VALIDATION");
    assertThat(output).doesNotContain("\tat ");
  }

  @Test
  void withTheLevelDebugItHasAStackTrace(CapturedOutput output) {
    serve("/orders?amount=many", 400, "--logging.level.dev.fastjava=debug");
    assertThat(output).contains("querystring/amount must be integer", "\tat ");
  }

  @Test
  void linesForProgramsHaveItAlways(CapturedOutput output) {
    serve("/orders?amount=many", 400, "--spring.profiles.active=production");
    assertThat(output.getOut().lines().filter(line -> line.contains("must be integer")))
        .hasSize(1)
        .allMatch(line -> line.contains("\"stack\":\""));
  }

  @Test
  void anErrorOfTheServerHasItsStackTraceInTestsToo(CapturedOutput output) {
    serve("/broken", 500, "--spring.profiles.active=test");
    assertThat(output)
        .contains("IllegalStateException: sold out", "\tat " + ConsoleErrorTests.class.getName());
  }

  @Test
  void aReplyThatCannotBeWrittenNamesRouteAndRemedyInItsLine(CapturedOutput output) {
    serve("/nameless", 500);
    assertThat(output.getOut().lines().filter(line -> line.contains("is required!")).findFirst())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("GET", "/nameless", "Person")
                    .contains("set it, or declare it nullable"));
  }

  private static void serve(String url, int status, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--fastjava.server.enabled=false";
    all[arguments.length + 1] = "--spring.main.banner-mode=off";
    try (ConfigurableApplicationContext context = SpringApplication.run(Desk.class, all)) {
      assertThat(context.getBean(Fastjava.class).inject(url).statusCode()).isEqualTo(status);
      context.getBean(End.class).reached();
    }
  }

  /** Is told of the end of a request after that was logged. */
  static final class End implements RequestListener {
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
      over.countDown();
    }

    void reached() {
      try {
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  record Person(String name) {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Desk {
    @Bean
    End end() {
      return new End();
    }

    @Bean
    RouteDefinition orders() {
      return RouteDefinition.get("/orders")
          .schema(s -> s.querystring(object().prop("amount", integer())))
          .handler((request, reply) -> "1");
    }

    @Bean
    RouteDefinition broken() {
      return RouteDefinition.get("/broken")
          .handler(
              (request, reply) -> {
                throw new IllegalStateException("sold out");
              });
    }

    @Bean
    @SuppressWarnings("NullAway") // the mistake in question
    RouteDefinition nameless() {
      return RouteDefinition.get("/nameless")
          .schema(s -> s.response(200, object().prop("name", string()).required("name")))
          .handler((request, reply) -> new Person(null));
    }
  }
}
