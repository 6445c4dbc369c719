package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who sends a request may be its event loop. */
class InjectEventLoopTests {

  @Test
  void hooksAndHandlersRunWhereTheTasksAreRun() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    try (Fastjava app = Fastjava.create(o -> o.execution(Execution.EVENT_LOOP))) {
      app.onRequest((request, reply) -> threads.add(Thread.currentThread()));
      app.post(
          "/",
          (request, reply) -> {
            threads.add(Thread.currentThread());
            return request.body();
          });
      app.ready().get(10, TimeUnit.SECONDS);
      CompletableFuture<InjectResponse> response =
          app.inject()
              .sendAsync(
                  r ->
                      r.method("POST")
                          .url("/")
                          .header("content-type", "text/plain")
                          .payload("x")
                          .eventLoop(tasks::add));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!response.isDone() && System.nanoTime() < end) {
        Runnable task = tasks.poll(20, TimeUnit.MILLISECONDS);
        if (task != null) {
          task.run();
        }
      }
      assertThat(response.get(1, TimeUnit.SECONDS).body()).isEqualTo("x");
      assertThat(threads).hasSize(2).containsOnly(Thread.currentThread());
    }
  }
}
