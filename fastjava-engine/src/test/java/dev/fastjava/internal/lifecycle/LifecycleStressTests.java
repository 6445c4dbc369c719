package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Done;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.lifecycle.StressCase.Ending;
import dev.fastjava.testing.Eventually;
import dev.fastjava.testing.Seeds;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand requests at once, whose hooks complete on foreign threads, fail, reply early or
 * complete twice, while some clients go away: each step runs once and in order, each request comes
 * to an end. What happens is drawn from a seed, so that a failure comes again; how the threads
 * interleave is not.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class LifecycleStressTests {
  private static final int CONNECTIONS = 500;
  private static final int REQUESTS_OF_EACH = 20;
  private static final int EVERY_ABORTING = 5;
  private static final long SEED = 20261127;

  private final ScheduledExecutorService foreign = Executors.newScheduledThreadPool(4);
  private final List<StressCase> cases = new ArrayList<>();

  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  @AfterEach
  void stopThreads() {
    foreign.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void eachStepRunsOnceInOrderAndEveryRequestEnds(Execution mode) throws Exception {
    Random random = Seeds.random(SEED);
    for (int i = 0; i < CONNECTIONS * REQUESTS_OF_EACH; i++) {
      cases.add(new StressCase(random));
    }
    try (Fastjava app = declare(Fastjava.create(options(mode)))) {
      String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1").backlog(CONNECTIONS)));
      int port = Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
      List<Socket> clients = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(connect(port));
      }
      for (int i = 0; i < CONNECTIONS; i++) {
        sendAll(clients.get(i), i);
        if (isAborting(i)) {
          abort(clients.get(i), i, random.nextInt(3));
        }
      }
      for (int i = 0; i < CONNECTIONS; i++) {
        if (!isAborting(i)) {
          try (Socket client = clients.get(i)) {
            readAnswers(client, i, REQUESTS_OF_EACH);
          }
        }
      }
      awaitEnds(true);
    }
    // Requests that were read while the first wait went on.
    awaitEnds(true);
    for (int i = 0; i < cases.size(); i++) {
      StressCase each = cases.get(i);
      assertThat(each.overlapped()).as("steps at the same time: %s", each).isFalse();
      if (!isAborting(i / REQUESTS_OF_EACH)) {
        assertThat(each.trace()).as("%s", each).isEqualTo(each.planned());
      } else if (each.isSeen()) {
        assertEndOfAborted(each);
      }
    }
    assertThat(cases.stream().filter(each -> each.trace().contains("onRequestAbort")).count())
        .as("requests whose client went away")
        .isGreaterThan(CONNECTIONS / EVERY_ABORTING / 2);
  }

  /** Connections answer one request at a time; in memory all are under way at the same moment. */
  @ParameterizedTest
  @MethodSource("modes")
  void tenThousandRequestsUnderWayAtOnceEndOnceEach(Execution mode) throws Exception {
    Random random = Seeds.random(SEED);
    int requests = CONNECTIONS * REQUESTS_OF_EACH;
    for (int i = 0; i < requests; i++) {
      cases.add(new StressCase(random));
    }
    Queue<Done> held = new ConcurrentLinkedQueue<>();
    CountDownLatch allHeld = new CountDownLatch(requests);
    List<CompletableFuture<InjectResponse>> answers = new ArrayList<>();
    try (Fastjava app = Fastjava.create(options(mode))) {
      app.onRequest(
          (request, reply, done) -> {
            held.add(done);
            allHeld.countDown();
          });
      declare(app);
      for (int i = 0; i < requests; i++) {
        answers.add(app.inject().sendAsync(new InjectRequest().method("POST").url("/" + i)));
      }
      Eventually.await(allHeld);
      held.forEach(done -> foreign.execute(done::done));
      for (int i = 0; i < requests; i++) {
        assertThat(Eventually.join(answers.get(i)).statusCode())
            .as("%s", cases.get(i))
            .isEqualTo(cases.get(i).plannedStatus());
      }
      awaitEnds(false);
    }
    for (StressCase each : cases) {
      assertThat(each.overlapped()).as("steps at the same time: %s", each).isFalse();
      assertThat(each.trace()).as("%s", each).isEqualTo(each.planned());
    }
  }

  /** Exactly one of onResponse and onRequestAbort tells the end; the steps before are the same. */
  private static void assertEndOfAborted(StressCase each) {
    List<String> trace = each.trace();
    assertThat(
            Collections.frequency(trace, "onResponse")
                + Collections.frequency(trace, "onRequestAbort"))
        .as("ends of %s", each)
        .isEqualTo(1);
    assertThat(StressCase.withoutAbort(trace))
        .as("%s", each)
        .isEqualTo(trace.contains("onResponse") ? each.planned() : each.plannedForAborted());
  }

  private static boolean isAborting(int connection) {
    return connection % EVERY_ABORTING == 0;
  }

  private static Consumer<FastjavaOptions.Builder> options(Execution mode) {
    return o -> o.execution(mode).workerQueue(CONNECTIONS * REQUESTS_OF_EACH);
  }

  private Fastjava declare(Fastjava app) {
    app.onRequest((request, reply, done) -> step("onRequest", request, reply, done));
    app.preParsing((request, reply, body, done) -> step("preParsing", request, reply, done));
    app.preValidation((request, reply, done) -> step("preValidation", request, reply, done));
    app.preHandler((request, reply, done) -> step("preHandler", request, reply, done));
    app.preSerialization(
        (request, reply, payload, done) -> step("preSerialization", request, reply, done));
    app.onSend((request, reply, payload, done) -> step("onSend", request, reply, done));
    app.onError((request, reply, error, done) -> step("onError", request, reply, done));
    app.onResponse((request, reply, done) -> step("onResponse", request, reply, done));
    app.onRequestAbort((request, done) -> later(request, done::done));
    app.onRequestAbort((Request request) -> caseOf(request).enter("onRequestAbort"));
    app.onRequestAbort((Request request) -> caseOf(request).leave());
    app.post(
        "/:id",
        (request, reply) -> {
          CompletableFuture<Object> result = new CompletableFuture<>();
          step(
              "handler",
              request,
              reply,
              (value, error) -> {
                if (error == null) {
                  result.complete(Map.of("id", String.valueOf(request.param("id"))));
                } else {
                  result.completeExceptionally(error);
                }
              });
          return result;
        });
    return app;
  }

  private StressCase caseOf(Request request) {
    return cases.get(request.paramAs("id", Integer.class));
  }

  private void step(String name, Request request, Reply reply, Done done) {
    StressCase stressCase = caseOf(request);
    Ending ending = stressCase.enter(name);
    try {
      switch (ending) {
        case THROW -> throw new IllegalStateException("thrown by " + name);
        case COMPLETE -> later(request, done::done);
        case COMPLETE_TWICE -> {
          later(request, done::done);
          later(request, done::done);
        }
        case FAIL ->
            later(request, () -> done.fail(new IllegalStateException("failed in " + name)));
        case REPLY ->
            later(request, () -> reply.send(Map.of("id", String.valueOf(request.param("id")))));
      }
    } finally {
      stressCase.leave();
    }
  }

  /** On a foreign thread: before the call of the step has returned, right then, or after it. */
  private void later(Request request, Runnable completion) {
    int id = request.paramAs("id", Integer.class);
    if (id % 7 == 0) {
      completion.run();
    } else {
      foreign.schedule(completion, id % 3 == 0 ? 300 : 0, TimeUnit.MICROSECONDS);
    }
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 60_000);
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static void sendAll(Socket client, int connection) throws IOException {
    StringBuilder all = new StringBuilder();
    IntStream.range(0, REQUESTS_OF_EACH)
        .forEach(
            i ->
                all.append("POST /")
                    .append(connection * REQUESTS_OF_EACH + i)
                    .append(" HTTP/1.1\r\nHost: test\r\n\r\n"));
    client.getOutputStream().write(all.toString().getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  /** Closes with a reset: the server finds out without writing. */
  private void abort(Socket client, int connection, int answersBefore) throws IOException {
    readAnswers(client, connection, answersBefore);
    client.setSoLinger(true, 0);
    client.close();
  }

  private void readAnswers(Socket client, int connection, int answers) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    for (int i = 0; i < answers; i++) {
      int id = connection * REQUESTS_OF_EACH + i;
      String answer = readAnswer(in);
      StressCase expected = cases.get(id);
      assertThat(answer).as("%s", expected).startsWith("HTTP/1.1 " + expected.plannedStatus());
      if (expected.plannedStatus() == 200) {
        assertThat(answer).endsWith("{\"id\":\"" + id + "\"}");
      }
    }
  }

  private static String readAnswer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed after " + head);
      }
      head.append((char) next);
    }
    String lowerCase = head.toString().toLowerCase(java.util.Locale.ROOT);
    int at = lowerCase.indexOf("content-length: ") + 16;
    int length = Integer.parseInt(lowerCase.substring(at, lowerCase.indexOf('\r', at)));
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static boolean isOver(StressCase each, boolean aborting) {
    return aborting
        ? each.isOverForAborted()
            && !Collections.disjoint(each.trace(), List.of("onResponse", "onRequestAbort"))
        : each.trace().contains("onResponse");
  }

  private void awaitEnds(boolean aborts) {
    for (int i = 0; i < cases.size(); i++) {
      StressCase each = cases.get(i);
      boolean aborting = aborts && isAborting(i / REQUESTS_OF_EACH);
      Eventually.eventually("the end of " + each, () -> !each.isSeen() || isOver(each, aborting));
    }
  }
}
