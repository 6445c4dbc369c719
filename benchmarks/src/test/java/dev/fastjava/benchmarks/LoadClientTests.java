package dev.fastjava.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadClientTests {
  @ParameterizedTest
  @ValueSource(strings = {"hello", "text", "users", "orders"})
  void asksAsOftenAsItWasTold(String endpoint) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (Fastjava app = BenchServer.create(Execution.EVENT_LOOP)) {
      app.onRequest((request, reply) -> requests.incrementAndGet());
      int port = listen(app);
      assertThat(LoadClient.run(port, endpoint, 50, 4)).isPositive();
      assertThat(requests).hasValue(50);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404})
  void onlyTheAnswerOfTheEndpointCounts(int status) throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.post("/orders", (request, reply) -> reply.code(status).send("no order"));
      int port = listen(app);
      assertThatThrownBy(() -> LoadClient.run(port, "orders", 1, 1))
          .hasMessageContaining("not the answer expected: HTTP/1.1 " + status);
    }
  }

  private static int listen(Fastjava app) throws Exception {
    app.listen(listen -> listen.port(0).host("127.0.0.1")).get(20, TimeUnit.SECONDS);
    return app.addresses().get(0).getPort();
  }
}
