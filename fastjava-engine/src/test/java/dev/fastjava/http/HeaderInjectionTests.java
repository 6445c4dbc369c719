package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Handler;
import dev.fastjava.Response;
import dev.fastjava.error.HttpException;
import dev.fastjava.internal.netty.RawClient;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an application puts where, no client sees a line that the application did not set. */
class HeaderInjectionTests {
  /** Everything that a text of a user could reach in the head of a response. */
  private static Map<String, Handler> places(String evil) {
    Map<String, Handler> places = new LinkedHashMap<>();
    places.put("value", (request, reply) -> reply.header("x-a", evil).send("body"));
    places.put("list", (request, reply) -> reply.header("x-a", List.of("fine", evil)).send("body"));
    places.put("headers", (request, reply) -> reply.headers(Map.of("x-a", evil)).send("body"));
    places.put("name", (request, reply) -> reply.header(evil, "1").send("body"));
    places.put("cookie", (request, reply) -> reply.header("set-cookie", evil).send("body"));
    places.put(
        "cookies",
        (request, reply) ->
            reply.header("set-cookie", "a=b").header("set-cookie", evil).send("body"));
    places.put("type", (request, reply) -> reply.type(evil).send("body"));
    places.put("json type", (request, reply) -> reply.type("text/json;" + evil).send(Map.of()));
    places.put("redirect", (request, reply) -> reply.redirect("/" + evil));
    places.put("response", (request, reply) -> Response.of(200, "b", r -> r.header("x-a", evil)));
    places.put(
        "response name", (request, reply) -> Response.of(200, "b", r -> r.header(evil, "1")));
    places.put(
        "error",
        (request, reply) -> {
          throw new HttpException(400, "no", e -> e.header("x-a", evil));
        });
    places.put("length", (request, reply) -> reply.header("content-length", evil).send(stream()));
    places.put("stream", (request, reply) -> reply.header("x-a", evil).send(stream()));
    places.put(
        "trailer name",
        (request, reply) -> reply.trailer(evil, (r, payload, done) -> done.done("1")).send("body"));
    places.put(
        "raw header of a reply",
        (request, reply) -> {
          reply.raw().setHeader("x-a", evil);
          return "body";
        });
    return places;
  }

  private static ByteArrayInputStream stream() {
    return new ByteArrayInputStream("body".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\nx-evil: 1",
        "a\r\nx-evil: 1",
        "a\nx-evil: 1",
        "a\rx-evil: 1",
        "a\u0000b",
        "a\u010d\u010ax-evil: 1",
        "a\r\n\r\nHTTP/1.1 200 OK\r\nx-evil: 1",
        "a\u007f",
        "a\u2028x-evil: 1",
        "a\u560d\u560ax-evil: 1",
      })
  void lineBreaksAndControlCharactersAreRefusedEverywhere(String evil) throws Exception {
    Map<String, Handler> places = places(evil);
    try (Served served =
        Served.app(app -> places.forEach((place, handler) -> app.get('/' + id(place), handler)))) {
      Map<String, String> wrong = new LinkedHashMap<>();
      for (String place : places.keySet()) {
        String answer = answerOf(served, place);
        if (!answer.startsWith("HTTP/1.1 " + expectedStatus(place))
            || answer.contains("x-evil: 1\r")
            || answer.contains("\u0000")
            || answer.indexOf("HTTP/1.1 ", 1) > 0) {
          wrong.put(place, answer);
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static String answerOf(Served served, String place) throws Exception {
    try (RawClient client = served.connect()) {
      return client
          .send("GET /" + id(place) + " HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
          .readToEnd();
    }
  }

  private static int expectedStatus(String place) {
    return switch (place) {
      // Parameters that are none are dropped.
      case "json type" -> 200;
      case "error" -> 400;
      default -> 500;
    };
  }

  private static String id(String place) {
    return place.replace(' ', '-');
  }
}
