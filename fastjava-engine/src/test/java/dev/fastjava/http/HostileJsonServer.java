package dev.fastjava.http;

import dev.fastjava.Fastjava;
import dev.fastjava.testing.Eventually;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** A server for {@link HostileJsonMemoryTests}, run with little memory. */
final class HostileJsonServer {
  private static final String TEXTS =
      "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}";

  private HostileJsonServer() {}

  public static void main(String[] arguments) throws Exception {
    Fastjava app = Fastjava.create(o -> o.bodyLimit(12L << 20));
    app.post("/plain", (request, reply) -> Map.of("read", true));
    app.post(
        "/checked", r -> r.schema(s -> s.body(TEXTS)), (request, reply) -> Map.of("read", true));
    app.get("/heap", (request, reply) -> heap());
    System.out.println(Eventually.join(app.listen(o -> o.host("127.0.0.1"))));
    SmallHeapServer.awaitEnd();
    System.exit(0);
  }

  private static String heap() {
    System.gc();
    return Long.toString(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
