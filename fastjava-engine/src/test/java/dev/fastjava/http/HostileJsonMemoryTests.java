package dev.fastjava.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Seeds;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bodies made to harm, again and again, against a server with a heap of 128 MB that takes bodies of
 * 12 MB: each is refused, nothing of it stays.
 */
class HostileJsonMemoryTests {
  private static final int MEGABYTE = 1 << 20;
  private static final int ROUNDS = 6;

  private static SmallHeapServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() throws Exception {
    server = SmallHeapServer.start(HostileJsonServer.class, 128);
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  private static Map<String, byte[]> bodies() {
    byte[] noise = new byte[10 * MEGABYTE];
    Seeds.random(11).nextBytes(noise);
    byte[] text = new byte[10 * MEGABYTE];
    Arrays.fill(text, (byte) 'x');
    text[0] = '"';
    text[text.length - 1] = '"';
    String digits = "7".repeat(MEGABYTE);
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("random bytes", noise);
    bodies.put("text of 10 MB", text);
    bodies.put("text that does not end", Arrays.copyOf(text, text.length - 1));
    bodies.put("name of 10 MB", ascii("{" + new String(text, StandardCharsets.US_ASCII) + ":1}"));
    bodies.put("number of 1 MB", ascii(digits));
    bodies.put("fraction of 1 MB", ascii("{\"a\":0." + digits + "}"));
    bodies.put("exponent of 1 MB", ascii("[1e" + digits + "]"));
    bodies.put("arrays in arrays", ascii("[".repeat(100_000) + "]".repeat(100_000)));
    bodies.put("objects in objects", ascii("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
    bodies.put("arrays that do not end", ascii("[".repeat(5 * MEGABYTE)));
    return bodies;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void refusedBodiesLeaveNothingBehind() throws Exception {
    Map<String, byte[]> bodies = bodies();
    refuseAll(bodies);
    long before = heap();
    for (int i = 1; i < ROUNDS; i++) {
      refuseAll(bodies);
    }
    assertThat(heap() - before).isLessThan(8L * MEGABYTE);
  }

  private void refuseAll(Map<String, byte[]> bodies) throws Exception {
    for (String path : new String[] {"/plain", "/checked"}) {
      for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
        assertThat(post(path, body.getValue())).as(body.getKey()).isIn(400, 413);
      }
      assertThat(post(path, ascii("{\"a\":\"b\"}"))).isEqualTo(200);
    }
  }

  private int post(String path, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.firstLine() + path))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private long heap() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.firstLine() + "/heap")).build();
    return Long.parseLong(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
