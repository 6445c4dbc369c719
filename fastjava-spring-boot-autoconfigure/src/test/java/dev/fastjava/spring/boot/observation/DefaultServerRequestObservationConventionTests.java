package dev.fastjava.spring.boot.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

/** The same request and response have the same name and key values as by Spring's convention. */
class DefaultServerRequestObservationConventionTests {
  private static final org.springframework.http.server.reactive.observation
          .DefaultServerRequestObservationConvention
      SPRING =
          new org.springframework.http.server.reactive.observation
              .DefaultServerRequestObservationConvention();
  private final DefaultServerRequestObservationConvention own =
      new DefaultServerRequestObservationConvention();
  private final ObservedServer server = new ObservedServer(o -> {});

  @BeforeEach
  void declare() {
    server.app.route(
        r ->
            r.method("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
                .url("/items/:id")
                .handler((request, reply) -> reply.code(status(request.query())).send()));
    server.app.get("/", (request, reply) -> "root");
    server.app.get(
        "/fails",
        (request, reply) -> {
          throw new IllegalStateException("x");
        });
    server.app.get(
        "/anonymous",
        (request, reply) -> {
          throw new RuntimeException("x") {};
        });
    server.app.setNotFoundHandler((request, reply) -> reply.code(status(request.query())).send());
  }

  private static int status(Map<String, Object> query) {
    return Integer.parseInt(String.valueOf(query.getOrDefault("status", "200")));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private ServerRequestObservationContext observed(String method, String url) {
    server.app.inject().send(new InjectRequest().method(method).url(url));
    return server.next();
  }

  private void assertLikeSpring(
      ServerRequestObservationContext context,
      String method,
      String url,
      @Nullable String pattern,
      int status) {
    var request = MockServerHttpRequest.method(HttpMethod.valueOf(method), url).build();
    var response = new MockServerHttpResponse();
    response.setStatusCode(HttpStatusCode.valueOf(status));
    var springs =
        new org.springframework.http.server.reactive.observation.ServerRequestObservationContext(
            request, response, Map.of());
    springs.setPathPattern(pattern);
    springs.setError(context.getError());
    assertThat(own.getName()).isEqualTo(SPRING.getName());
    assertThat(own.getContextualName(context)).isEqualTo(SPRING.getContextualName(springs));
    assertThat(own.getLowCardinalityKeyValues(context))
        .containsExactlyElementsOf(SPRING.getLowCardinalityKeyValues(springs));
    assertThat(own.getHighCardinalityKeyValues(context))
        .containsExactlyElementsOf(SPRING.getHighCardinalityKeyValues(springs));
  }

  static Stream<String> methods() {
    return Stream.of(HttpMethod.values()).map(HttpMethod::name);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void methodsOfSpringAreNamed(String method) {
    assertLikeSpring(
        observed(method, "/items/1?status=200"), method, "/items/1", "/items/:id", 200);
  }

  @ParameterizedTest
  @CsvSource({"PURGE", "PROPFIND", "LINK"})
  void otherMethodsAreUnknown(String method) {
    assertLikeSpring(observed(method, "/nowhere?status=404"), method, "/nowhere", null, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "200", "201", "204", "226", "299", "302", "304", "399", "400", "404", "410", "450", "499",
    "500", "503", "599"
  })
  void statusesOfRoutesHaveTheOutcomeOfTheirSeries(int status) {
    assertLikeSpring(
        observed("GET", "/items/1?status=" + status), "GET", "/items/1", "/items/:id", status);
  }

  @ParameterizedTest
  @CsvSource({"200", "302", "307", "399", "400", "404", "500"})
  void requestsWithoutARouteAreNamedByTheirStatus(int status) {
    assertLikeSpring(
        observed("GET", "/no/where?status=" + status), "GET", "/no/where", null, status);
  }

  @Test
  void theRootIsARouteLikeOthers() {
    assertLikeSpring(observed("GET", "/"), "GET", "/", "/", 200);
  }

  @ParameterizedTest
  @CsvSource({"/fails", "/anonymous"})
  void errorsAreNamedByTheirClass(String url) {
    assertLikeSpring(observed("GET", url), "GET", url, url, 500);
  }

  @Test
  void anAbsoluteUrlIsToldByItsPath() {
    server.app.inject().send(new InjectRequest().url("http://example.com/items/7?x=1"));
    assertThat(own.httpUrl(server.next()).getValue()).isEqualTo("/items/7");
  }
}
