package dev.fastjava.spring.boot.test.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import dev.fastjava.spring.boot.test.FastjavaRestTestClientAutoConfiguration;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Boot's test clients are made before the server listens, or where none does. */
@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class TestClientTests {

  @Nested
  @DirtiesContext
  @AutoConfigureTestRestTemplate
  @AutoConfigureRestTestClient
  @AutoConfigureWebTestClient
  @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
  class WithRandomPort {
    @Test
    void testRestTemplateReachesTheServer(@Autowired TestRestTemplate rest) {
      assertThat(rest.getForObject("/status", String.class)).isEqualTo("up");
    }

    @Test
    void restTestClientReachesTheServer(@Autowired RestTestClient client) {
      statusIsUp(client);
    }

    @Test
    void webTestClientReachesTheServer(@Autowired WebTestClient client) {
      statusIsUp(client);
    }
  }

  @Nested
  @AutoConfigureRestTestClient
  @AutoConfigureWebTestClient
  @SpringBootTest
  class WithoutASocket {
    @Test
    void restTestClientNeedsNone(@Autowired RestTestClient client) {
      statusIsUp(client);
    }

    @Test
    void webTestClientNeedsNone(@Autowired WebTestClient client) {
      statusIsUp(client);
    }
  }

  @Nested
  @FastjavaTest({StatusRoutes.class})
  @Import(Echo.class)
  class InASlice {
    @Test
    void clientsAreThereWithoutAnAnnotation(
        @Autowired RestTestClient rest, @Autowired WebTestClient web) {
      statusIsUp(rest);
      statusIsUp(web);
    }

    @Test
    void bodyHeadersAndQueryArrive(@Autowired RestTestClient rest, @Autowired WebTestClient web) {
      String expected =
          "{\"body\":{\"a\":1},\"query\":\"1 2\",\"header\":\"h\",\"host\":\"localhost\"}";
      rest.post()
          .uri("/echo?q={q}", "1 2")
          .header("x-own", "h")
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("a", 1))
          .exchange()
          .expectStatus()
          .isCreated()
          .expectHeader()
          .valueEquals("x-more", "1", "2")
          .expectBody()
          .json(expected)
          .jsonPath("$.query")
          .isEqualTo("1 2");
      web.post()
          .uri("/echo?q={q}", "1 2")
          .header("x-own", "h")
          .bodyValue(Map.of("a", 1))
          .exchange()
          .expectStatus()
          .isCreated()
          .expectHeader()
          .valueEquals("x-more", "1", "2")
          .expectBody()
          .json(expected)
          .jsonPath("$.query")
          .isEqualTo("1 2");
    }
  }

  @Test
  void restTestClientIsNoBeanWithoutSpringMvc() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                FastjavaAutoConfiguration.class, FastjavaRestTestClientAutoConfiguration.class))
        .withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RestTestClient.class));
  }

  private static void statusIsUp(RestTestClient client) {
    client
        .get()
        .uri("/status")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("up");
  }

  private static void statusIsUp(WebTestClient client) {
    client
        .get()
        .uri("/status")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("up");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Echo {
    @Bean
    RouteDefinition echo() {
      return RouteDefinition.post("/echo")
          .handler(
              (request, reply) -> {
                reply.code(201).header("x-more", List.of("1", "2"));
                return Map.of(
                    "body",
                    String.valueOf(request.body()).equals("{a=1}") ? request.body() : "wrong",
                    "query",
                    String.valueOf(request.query("q")),
                    "header",
                    String.valueOf(request.header("x-own")),
                    "host",
                    String.valueOf(request.header("host")));
              });
    }
  }
}
