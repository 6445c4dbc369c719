package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An event loop cannot wait for the closing of its own server, and is told so. */
@Timeout(60) // reached only by what hangs
class CloseOnEventLoopTests {
  /** How an application may wait for closing. */
  @SuppressWarnings("ImmutableEnumChecker") // the calls are lambdas without state
  private enum Wait {
    CLOSE(Fastjava::close),
    JOIN(app -> waitFor(app.closeAsync(), CompletableFuture::join)),
    GET(app -> waitFor(app.closeAsync(), CompletableFuture::get)),
    JOIN_WHAT_FOLLOWS(app -> waitFor(app.closeAsync().thenRun(() -> {}), CompletableFuture::join));

    private final Call call;

    Wait(Call call) {
      this.call = call;
    }

    /** As an application would, without a bound: the test has one for all. */
    private static void waitFor(CompletableFuture<?> closed, Waiting way) throws Exception {
      var unused = way.on(closed);
    }

    /** Returns what was thrown. */
    @Nullable Throwable on(Fastjava app) {
      try {
        call.run(app);
        return null;
      } catch (Exception e) {
        return e;
      }
    }
  }

  private interface Waiting {
    @Nullable Object on(CompletableFuture<?> closed) throws Exception;
  }

  private interface Call {
    void run(Fastjava app) throws Exception;
  }

  private static CompletableFuture<HttpResponse<String>> get(String url) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertRefused(@Nullable Throwable thrown) {
    assertThat(thrown)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("event loop")
        .hasMessageContaining("closeAsync()");
  }

  @ParameterizedTest
  @EnumSource
  void handlerOnAnEventLoopIsToldThatItCannotWait(Wait wait) {
    CompletableFuture<@Nullable Throwable> thrown = new CompletableFuture<>();
    Fastjava app = Fastjava.create(o -> o.execution(Execution.EVENT_LOOP));
    // Closing is not over before the handler has tried to wait for it.
    app.onClose((Fastjava instance) -> Eventually.join(thrown));
    app.get(
        "/",
        (request, reply) -> {
          thrown.complete(wait.on(app));
          return "answered";
        });
    String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    CompletableFuture<HttpResponse<String>> response = get(origin + "/");
    assertRefused(Eventually.join(thrown));
    assertThat(Eventually.join(response).body()).isEqualTo("answered");
    Eventually.join(app.closeAsync());
  }

  @ParameterizedTest
  @EnumSource
  void theLoopOfInjectedRequestsIsToldToo(Wait wait) {
    CompletableFuture<@Nullable Throwable> thrown = new CompletableFuture<>();
    Fastjava app = Fastjava.create(o -> o.execution(Execution.EVENT_LOOP));
    // Closing is not over before the handler has tried to wait for it.
    app.onClose((Fastjava instance) -> Eventually.join(thrown));
    app.get(
        "/",
        (request, reply) -> {
          thrown.complete(wait.on(app));
          return "answered";
        });
    assertThat(Eventually.join(app.inject().sendAsync(new InjectRequest().url("/"))).body())
        .isEqualTo("answered");
    assertRefused(Eventually.join(thrown));
    Eventually.join(app.closeAsync());
  }

  @ParameterizedTest
  @EnumSource
  void anEventLoopOfAnotherServerMayWait(Wait wait) {
    CompletableFuture<@Nullable Throwable> thrown = new CompletableFuture<>();
    Fastjava other = Fastjava.create();
    other.get("/", (request, reply) -> "x");
    Eventually.join(other.listen(o -> o.host("127.0.0.1")));
    Fastjava app = Fastjava.create(o -> o.execution(Execution.EVENT_LOOP));
    app.get(
        "/",
        (request, reply) -> {
          thrown.complete(wait.on(other));
          return "answered";
        });
    String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    assertThat(Eventually.join(get(origin + "/")).body()).isEqualTo("answered");
    assertThat(thrown).isCompletedWithValue(null);
    assertThat(other.closeAsync()).isCompleted();
    Eventually.join(app.closeAsync());
  }
}
