package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Done;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing a server while requests are under way. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class CloseInFlightTests {
  private final List<String> trace = Collections.synchronizedList(new ArrayList<>());

  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  private static CompletableFuture<HttpResponse<String>> get(String url) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void requestUnderWayIsAnsweredBeforeOnCloseRuns(Execution mode) throws Exception {
    CompletableFuture<Object> result = new CompletableFuture<>();
    CountDownLatch started = new CountDownLatch(1);
    Fastjava app = Fastjava.create(o -> o.execution(mode));
    app.preClose(() -> trace.add("preClose"));
    app.onClose(instance -> trace.add("onClose"));
    app.onResponse((request, reply) -> trace.add("onResponse"));
    app.get(
        "/",
        (request, reply) -> {
          started.countDown();
          return result;
        });
    String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    CompletableFuture<HttpResponse<String>> response = get(origin + "/");
    Eventually.await(started);
    CompletableFuture<Void> closed = app.closeAsync();
    Eventually.eventually("preClose ran", () -> trace.contains("preClose"));
    assertThat(closed).isNotDone();
    result.complete("late but there");
    assertThat(Eventually.join(response).body()).isEqualTo("late but there");
    Eventually.join(closed);
    Eventually.eventually("onResponse ran", () -> trace.contains("onResponse"));
    assertThat(trace).startsWith("preClose").contains("onResponse", "onClose");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void stepCompletedAfterTheServerHasClosedStillEndsTheRequest(Execution mode) throws Exception {
    List<Done> kept = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch started = new CountDownLatch(1);
    Fastjava app = Fastjava.create(o -> o.execution(mode).closeTimeout(Duration.ofMillis(50)));
    app.preHandler(
        (request, reply, done) -> {
          kept.add(done);
          started.countDown();
        });
    app.onRequestAbort(request -> trace.add("abort"));
    app.get("/", (request, reply) -> trace.add("handler"));
    String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    CompletableFuture<HttpResponse<String>> response = get(origin + "/");
    Eventually.await(started);
    app.close();
    assertThatThrownBy(() -> Eventually.join(response)).isInstanceOf(CompletionException.class);
    // Nothing is thrown at whoever completes the step, and what is left of the request runs.
    kept.get(0).done();
    Eventually.eventually("the handler ran", () -> trace.contains("handler"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void requestsThatComeDuringPreCloseGet503UnlessThatIsOff(boolean refused) throws Exception {
    Fastjava app = Fastjava.create(o -> o.return503OnClosing(refused));
    CompletableFuture<Integer> status = new CompletableFuture<>();
    app.get("/", (request, reply) -> "served");
    String origin = "http://127.0.0.1:";
    app.preClose(
        () -> {
          String url = origin + app.addresses().get(0).getPort() + "/";
          status.complete(Eventually.join(get(url)).statusCode());
        });
    app.preClose(
        () ->
            trace.add(
                "inject "
                    + Eventually.join(
                        app.inject()
                            .sendAsync(new InjectRequest().url("/"))
                            .handle((response, error) -> error != null))));
    Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    Eventually.join(app.closeAsync());
    assertThat(status).isCompletedWithValue(refused ? 503 : 200);
    assertThat(trace).containsExactly("inject true");
  }
}
