package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.option.ForceClose;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners are told how many requests closing has cut off. */
class ConnectionsClosedTests {
  private final List<Integer> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  private Fastjava app(Consumer<FastjavaOptions.Builder> options) {
    Fastjava app = Fastjava.create(options);
    app.addRequestListener(
        new RequestListener() {
          @Override
          public void connectionsClosed(int requestsCut) {
            told.add(requestsCut);
          }
        });
    app.get("/quick", (request, reply) -> "quick");
    app.get(
        "/slow",
        (request, reply) -> {
          entered.countDown();
          assertThat(leave.await(20, TimeUnit.SECONDS)).isTrue();
          return "slow";
        });
    return app;
  }

  private CompletableFuture<HttpResponse<String>> enter(Fastjava app, HttpClient.Version version)
      throws Exception {
    URI uri = URI.create(app.listeningOrigin() + "/slow");
    CompletableFuture<HttpResponse<String>> response =
        HttpClient.newBuilder()
            .version(version)
            .build()
            .sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    return response;
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void requestsWhoseTimeIsOverAreCounted(HttpClient.Version version) throws Exception {
    // Told that the server closes, this client may leave by itself, and then nothing is cut off.
    ForceClose untold = ForceClose.NONE;
    Fastjava app =
        app(
            o ->
                o.closeTimeout(Duration.ofMillis(20))
                    .forceCloseConnections(untold)
                    .http(h -> h.http2(true)));
    app.listen().get(10, TimeUnit.SECONDS);
    CompletableFuture<HttpResponse<String>> response = enter(app, version);
    CompletableFuture<Void> closed = app.closeAsync();
    assertThat(response).failsWithin(Duration.ofSeconds(10));
    leave.countDown();
    assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
    assertThat(told).containsExactly(1);
  }

  @Test
  void requestsThatAreCutAtOnceAreCounted() throws Exception {
    Fastjava app = app(o -> o.forceCloseConnections(ForceClose.ALL));
    app.listen().get(10, TimeUnit.SECONDS);
    CompletableFuture<HttpResponse<String>> response = enter(app, HttpClient.Version.HTTP_1_1);
    CompletableFuture<Void> closed = app.closeAsync();
    assertThat(response).failsWithin(Duration.ofSeconds(10));
    leave.countDown();
    assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
    assertThat(told).containsExactly(1);
  }

  @Test
  void requestsThatEndInTimeAreNot() throws Exception {
    Fastjava app = app(o -> {});
    app.listen().get(10, TimeUnit.SECONDS);
    CompletableFuture<HttpResponse<String>> response = enter(app, HttpClient.Version.HTTP_1_1);
    CompletableFuture<Void> closed = app.closeAsync();
    leave.countDown();
    assertThat(response).succeedsWithin(Duration.ofSeconds(10));
    assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
    assertThat(told).containsExactly(0);
  }

  @Test
  void connectionsWithoutARequestAreNot() throws Exception {
    Fastjava app =
        app(o -> o.forceCloseConnections(ForceClose.NONE).closeTimeout(Duration.ofMillis(20)));
    app.listen().get(10, TimeUnit.SECONDS);
    URI uri = URI.create(app.listeningOrigin() + "/quick");
    HttpClient client = HttpClient.newHttpClient();
    assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body())
        .isEqualTo("quick");
    assertThat(app.closeAsync()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(told).containsExactly(0);
  }

  @Test
  void aServerWithoutSocketsTellsToo() {
    Fastjava app = app(o -> {});
    assertThat(app.inject("/quick").body()).isEqualTo("quick");
    app.close();
    assertThat(told).containsExactly(0);
  }
}
