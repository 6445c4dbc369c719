package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.option.ListenOptions;
import dev.fastjava.testing.Eventually;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ListeningTests {
  private final HttpClient client = HttpClient.newHttpClient();

  private String get(String origin, String path) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(origin + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void twoInstancesServeDifferentPluginsInOneProcess() throws Exception {
    try (Fastjava one = Fastjava.create();
        Fastjava other = Fastjava.create()) {
      one.register((app, options) -> app.get("/name", (request, reply) -> "one"));
      other.register(
          (app, options) -> app.get("/name", (request, reply) -> "other"), o -> o.prefix("/v1"));
      String first = Eventually.join(one.listen(o -> o.host("127.0.0.1")));
      String second = Eventually.join(other.listen(o -> o.host("127.0.0.1")));
      assertThat(get(first, "/name")).isEqualTo("one");
      assertThat(get(second, "/v1/name")).isEqualTo("other");
      assertThat(get(second, "/name")).contains("Route GET:/name not found");
    }
  }

  @Test
  void usedPortFailsWithBindExceptionAndLeavesTheFirstServerServing() throws Exception {
    try (Fastjava first = Fastjava.create();
        Fastjava second = Fastjava.create()) {
      first.get("/", (request, reply) -> "serving");
      String origin = Eventually.join(first.listen(o -> o.host("127.0.0.1")));
      int port = URI.create(origin).getPort();
      assertThatThrownBy(() -> Eventually.join(second.listen(o -> o.host("127.0.0.1").port(port))))
          .hasCauseInstanceOf(BindException.class)
          .hasMessageContaining("Address already in use")
          .hasMessageEndingWith("127.0.0.1:" + port);
      assertThat(get(origin, "/")).isEqualTo("serving");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what happens when somebody does so
  void nullOptionsAreRefusedByName() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.listen(o -> o.host(null))).hasMessageContaining("host");
      assertThatThrownBy(() -> app.listen(o -> o.listenTextResolver(null)))
          .hasMessageContaining("listenTextResolver");
    }
  }

  @Test
  void whateverFailsWithinListenLeavesAServerThatListensAndCloses() throws Exception {
    List<Consumer<ListenOptions.Builder>> failing =
        List.of(
            o -> o.port(-1),
            o -> o.host("not a host"),
            o ->
                o.listenTextResolver(
                    address -> {
                      throw new AssertionError("resolver");
                    }));
    for (Consumer<ListenOptions.Builder> options : failing) {
      Fastjava app = Fastjava.create();
      app.get("/", (request, reply) -> "serving");
      assertThatThrownBy(() -> Eventually.join(app.listen(options)))
          .isInstanceOf(CompletionException.class);
      String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      assertThat(get(origin, "/")).isEqualTo("serving");
      Eventually.join(app.closeAsync());
    }
  }
}
