package dev.fastjava.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.internal.netty.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The request's own method decides whether its body is parsed, not the methods of its route. The
 * recorded scenarios {@code lifecycle/body-by-method} have every combination; here the connection
 * has to survive a body that nobody parses.
 */
class BodyByMethodTests {
  private static final Handler HAS_BODY = (request, reply) -> String.valueOf(request.hasBody());

  private static Fastjava routes(Fastjava app) {
    app.route(r -> r.method("GET", "POST").url("/several").handler(HAS_BODY));
    app.all("/all", HAS_BODY);
    app.get("/get", HAS_BODY);
    return app;
  }

  private static String request(String method, String path, String type, String body) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nhost: a\r\ncontent-type: "
        + type
        + "\r\ncontent-length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @ParameterizedTest
  @CsvSource({
    "/several, 200",
    "/all, 200",
    "/get, 200",
    "/missing, 404",
  })
  void bodyOfGetIsLeftAloneWhateverItIs(String path, int status) throws Exception {
    try (Served served = Served.app(o -> o.bodyLimit(10), BodyByMethodTests::routes);
        RawClient client = served.connect()) {
      for (String type : new String[] {"text/unknown", "application/json", "nonsense"}) {
        assertThat(client.send(request("GET", path, type, "{ more than ten bytes")).read().status())
            .isEqualTo(status);
      }
      // The bytes nobody wanted are gone: the next request is read from where it begins.
      assertThat(client.get("/get").read().status()).isEqualTo(200);
    }
  }

  @Test
  void bodyOfPostIsReadOnTheSameRoute() throws Exception {
    try (Served served = Served.app(BodyByMethodTests::routes);
        RawClient client = served.connect()) {
      assertThat(client.send(request("POST", "/several", "application/json", "{}")).read().body())
          .isEqualTo("true");
      assertThat(client.send(request("POST", "/all", "text/unknown", "x")).read().status())
          .isEqualTo(415);
    }
  }

  @Test
  void queryNeedsAContentTypeOnEveryKindOfRoute() throws Exception {
    try (Served served = Served.app(BodyByMethodTests::routes)) {
      for (String path : new String[] {"/all", "/missing"}) {
        try (RawClient client = served.connect()) {
          client.send("QUERY " + path + " HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n");
          assertThat(client.read().body()).contains("FST_ERR_ROUTE_MISSING_CONTENT_TYPE");
        }
      }
    }
  }
}
