package dev.fastjava.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchServerTests {
  private static final String USER =
      "{\"id\":42,\"name\":\"Ada Lovelace 42\",\"email\":\"user42@example.com\","
          + "\"tags\":[\"alpha\",\"beta\",\"gamma\",\"delta\",\"epsilon\"],"
          + "\"address\":{\"street\":\"12 Analytical Engine Way\",\"city\":\"London\","
          + "\"zip\":\"EC1A 1BB\",\"country\":\"GB\"},\"orders\":[%s]}";

  private static final String ORDER =
      "{\"id\":%d,\"total\":%s,\"lines\":[{\"sku\":\"SKU-1001\",\"qty\":2,\"price\":49.5},"
          + "{\"sku\":\"SKU-1002\",\"qty\":1,\"price\":30.95}]}";

  @ParameterizedTest
  @ValueSource(strings = {"event-loop", "worker", "virtual"})
  void answersAsTheEndpointsAreSpecified(String mode) throws IOException {
    try (Fastjava app = BenchServer.create(BenchServer.mode(mode))) {
      InjectResponse hello = app.inject("/hello");
      assertThat(hello.body()).isEqualTo("{\"hello\":\"world\"}");
      assertThat(hello.header("content-type")).startsWith("application/json");

      InjectResponse text = app.inject("/text");
      assertThat(text.body()).isEqualTo("Hello, World!");
      assertThat(text.header("content-type")).startsWith("text/plain");

      assertThat(app.inject("/users/42").body()).isEqualTo(USER.formatted(""));
      String orders =
          String.join(
              ",",
              ORDER.formatted(4201, "129.95"),
              ORDER.formatted(4202, "130.95"),
              ORDER.formatted(4203, "131.95"));
      assertThat(app.inject("/users/42?verbose=true").body()).isEqualTo(USER.formatted(orders));
      assertThat(app.inject("/users/x").statusCode()).isEqualTo(400);
      assertThat(app.inject("/users/4?verbose=maybe").statusCode()).isEqualTo(400);

      byte[] order = resource("order.json");
      InjectResponse placed =
          app.inject(
              request ->
                  request
                      .method("POST")
                      .url("/orders")
                      .header("content-type", "application/json")
                      .payload(order));
      assertThat(placed.statusCode()).isEqualTo(201);
      assertThat(placed.body()).startsWith("{\"id\":").contains("\"gift\":false");
      Map<?, ?> json = (Map<?, ?>) placed.json();
      assertThat((List<?>) json.get("items")).hasSize(3);
      assertThat(
              app.inject(
                      request -> request.method("POST").url("/orders").payload(Map.of("email", 1)))
                  .statusCode())
          .isEqualTo(400);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = BenchServerTests.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .strip()
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
