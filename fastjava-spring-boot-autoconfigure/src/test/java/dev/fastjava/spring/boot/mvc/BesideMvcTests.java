package dev.fastjava.spring.boot.mvc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.context.FastjavaApplicationContext;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/**
 * FastJava in an application with Spring MVC, which the build puts on the class path for tests with
 * this tag alone: everywhere else it would take the place of FastJava.
 */
@Tag("mvc")
@ExtendWith(OutputCaptureExtension.class)
class BesideMvcTests {
  private static final String WARNING =
      "FastJava does not listen because the application has another web server";

  @Test
  void fastjavaStaysQuietWithAWarning(CapturedOutput output) throws Exception {
    try (ConfigurableApplicationContext context = run("--server.port=0")) {
      assertThat(output).containsOnlyOnce(WARNING);
      assertThat(context).isNotInstanceOf(FastjavaApplicationContext.class);
      assertThat(context.getEnvironment().containsProperty("local.fastjava.port")).isFalse();
      assertThat(status(port(context, "server"), "/hello")).isEqualTo(404);
      assertThat(context.getBean(Inject.class).get("/hello").body()).isEqualTo("hello");
    }
  }

  @Test
  void withAPortOfItsOwnBothServe(CapturedOutput output) throws Exception {
    try (ConfigurableApplicationContext context =
        run("--server.port=0", "--fastjava.server.port=0")) {
      int mvc = port(context, "server");
      int fastjava = port(context, "fastjava");
      assertThat(fastjava).isPositive().isNotEqualTo(mvc);
      assertThat(status(fastjava, "/hello")).isEqualTo(200);
      assertThat(status(mvc, "/hello")).isEqualTo(404);
    }
    assertThat(output).doesNotContain(WARNING);
  }

  @Test
  void switchedOffThereIsNoWarning(CapturedOutput output) {
    try (ConfigurableApplicationContext context =
        run("--server.port=0", "--fastjava.server.enabled=false")) {
      assertThat(context.getEnvironment().containsProperty("local.fastjava.port")).isFalse();
    }
    assertThat(output).doesNotContain(WARNING);
  }

  @Test
  void aSliceIsTheSame() {
    ApplicationContext context =
        new TestContextManager(Slice.class).getTestContext().getApplicationContext();
    assertThat(context).isInstanceOf(FastjavaApplicationContext.class);
    assertThat(context.getBean(Inject.class).get("/hello").body()).isEqualTo("hello");
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    return SpringApplication.run(App.class, arguments);
  }

  private static int port(ConfigurableApplicationContext context, String server) {
    return context.getEnvironment().getRequiredProperty("local." + server + ".port", int.class);
  }

  private static int status(int port, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {

    @Bean
    RouteDefinition hello() {
      return RouteDefinition.get("/hello").handler((request, reply) -> "hello");
    }
  }

  @FastjavaTest
  @ContextConfiguration(classes = App.class)
  static class Slice {}
}
