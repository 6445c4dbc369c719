package dev.fastjava.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies made to harm, sent to a server: each is answered, and the server serves on. */
class HostileJsonTests {
  private static final String RECURSIVE =
      """
      {"$id":"tree","type":["object","array","integer"],
       "properties":{"a":{"$ref":"#"}},"items":{"$ref":"#"},"additionalProperties":false}\
      """;

  record Tree(Tree a, List<Tree> items) {}

  private static void routes(Fastjava app) {
    app.post("/echo", (request, reply) -> request.body());
    app.post(
        "/large", r -> r.bodyLimit(32L << 20), (request, reply) -> Map.of("read", "all of it"));
    app.post(
        "/tree",
        r -> r.schema(s -> s.body(RECURSIVE).response(200, RECURSIVE.replace("tree", "answer"))),
        (request, reply) -> request.body());
    app.post("/bind", (request, reply) -> Map.of("bound", request.body(Tree.class) != null));
  }

  private static int post(RawClient client, String path, byte[] body) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(body);
    client.send(request.toByteArray());
    return client.read().status();
  }

  private static int post(Served served, String path, byte[] body) throws IOException {
    try (RawClient client = served.connect()) {
      return post(client, path, body);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void bytesThatAreNoJsonAreRefused() throws Exception {
    byte[] sample = bytes("{\"a\":[1,2.5e3,\"x\\u00e9\",true,null],\"b\":{\"c\":\"\u4e2d\"}}");
    Random random = Seeds.random(5);
    try (Served served = Served.app(HostileJsonTests::routes)) {
      for (int i = 0; i < 300; i++) {
        byte[] body = new byte[1 + random.nextInt(60)];
        random.nextBytes(body);
        // Nothing that begins like this is JSON.
        body[0] = '}';
        assertThat(post(served, "/echo", body)).isEqualTo(400);
      }
      for (int length = 1; length < sample.length; length++) {
        assertThat(post(served, "/echo", Arrays.copyOf(sample, length))).isEqualTo(400);
      }
      for (int i = 0; i < 500; i++) {
        byte[] body = sample.clone();
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        assertThat(post(served, "/echo", body)).isIn(200, 400);
      }
      assertThat(post(served, "/echo", sample)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"EVENT_LOOP", "WORKER", "BLOCKING"})
  void nestingIsRefusedBeforeItHarms(Execution execution) throws Exception {
    Map<String, Integer> answers = new LinkedHashMap<>();
    try (Served served = Served.app(o -> o.execution(execution), HostileJsonTests::routes)) {
      for (String path : List.of("/echo", "/tree", "/bind")) {
        for (int depth : new int[] {500, 5_000, 19_990, 20_010, 100_000}) {
          answers.put(
              path + " arrays " + depth,
              post(served, path, bytes("[".repeat(depth) + "]".repeat(depth))));
          answers.put(
              path + " objects " + depth,
              post(served, path, bytes("{\"a\":".repeat(depth) + "1" + "}".repeat(depth))));
        }
        assertThat(post(served, "/echo", bytes("{}"))).isEqualTo(200);
      }
    }
    assertThat(answers).hasSize(30).allSatisfy((body, status) -> assertThat(status).isIn(200, 400));
  }

  @Test
  void longNumbersAndStringsAreRefused() throws Exception {
    String digits = "7".repeat(1 << 20);
    byte[] text = new byte[10 << 20];
    Arrays.fill(text, (byte) 'x');
    text[0] = '"';
    text[text.length - 1] = '"';
    try (Served served = Served.app(HostileJsonTests::routes)) {
      assertThat(post(served, "/large", bytes(digits))).isEqualTo(400);
      assertThat(post(served, "/large", bytes("[-" + digits + "]"))).isEqualTo(400);
      assertThat(post(served, "/large", bytes("{\"a\":0." + digits + "}"))).isEqualTo(400);
      assertThat(post(served, "/large", bytes("1e" + digits))).isEqualTo(400);
      assertThat(post(served, "/large", text)).isEqualTo(400);
      assertThat(post(served, "/large", Arrays.copyOf(text, text.length - 1))).isEqualTo(400);
      assertThat(post(served, "/echo", text)).isEqualTo(413);
      assertThat(post(served, "/large", new byte[33 << 20])).isEqualTo(413);
      assertThat(post(served, "/echo", bytes("{}"))).isEqualTo(200);
    }
  }
}
