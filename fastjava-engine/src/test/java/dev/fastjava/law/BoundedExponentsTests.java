package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short text never becomes a number of many digits, on whichever way it is bound. */
class BoundedExponentsTests {
  @NullUnmarked
  record Numbers(
      @JsonAlias("others") List<BigInteger> list,
      Map<String, BigInteger> values,
      Map<BigInteger, Integer> keys,
      Map<BigDecimal, Integer> decimalKeys,
      Optional<BigInteger> one,
      List<BigDecimal> decimals,
      Number any) {}

  private final Fastjava app = Fastjava.create();

  BoundedExponentsTests() {
    app.post(
        "/schema",
        r -> r.schema(s -> s.body(Numbers.class)),
        (request, reply) -> request.body(Numbers.class).toString());
    app.post("/none", (request, reply) -> request.body(Numbers.class).toString());
    app.post("/seen", (request, reply) -> request.body() + request.body(Numbers.class).toString());
    app.get("/query", (request, reply) -> request.query(Numbers.class).toString());
    app.get("/headers", (request, reply) -> request.headers(Numbers.class).toString());
  }

  @AfterEach
  void close() {
    app.close();
  }

  static Stream<String> bodies() {
    String many = String.join(",", Collections.nCopies(500, "1e99999"));
    return Stream.of(
        "{\"list\":[" + many + "]}",
        "{\"others\":[" + many + "]}",
        "{\"list\":[-1e99999]}",
        "{\"values\":{\"a\":1e99999}}",
        "{\"one\":1e99999}",
        "{\"decimals\":[1e2000000]}",
        "{\"decimals\":[1e-2000000]}",
        "{\"decimalKeys\":{\"1e2000000\":1}}",
        "{\"keys\":{\"" + "9".repeat(40_000) + "\":1}}");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRefusedInBodies(String body) {
    for (String path : List.of("/schema", "/none", "/seen")) {
      InjectResponse response =
          app.inject().post(path, body, r -> r.header("content-type", "application/json"));
      assertThat(response.statusCode()).as(path + response.body()).isEqualTo(400);
      assertThat(response.body()).contains("FST_ERR_VALIDATION").doesNotContain("java.");
    }
  }

  static Stream<String> fineBodies() {
    return Stream.of(
        "{\"list\":[1e3,1e999]}",
        "{\"values\":{\"a\":1e30}}",
        "{\"decimals\":[1e999,1e-999]}",
        "{\"keys\":{\"123456789012345678901234567890\":1},\"decimalKeys\":{\"1e3\":1}}");
  }

  @ParameterizedTest
  @MethodSource("fineBodies")
  void areReadUpToTheLimit(String body) {
    // A schema says of whole numbers that they are finite as a double is.
    InjectResponse response =
        app.inject().post("/none", body, r -> r.header("content-type", "application/json"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void areRefusedInQueriesAndHeaders(String text) {
    for (InjectResponse response :
        List.of(
            app.inject(r -> r.url("/query").query("decimals", text)),
            app.inject(r -> r.url("/headers").header("decimals", text)))) {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }
  }

  static Stream<String> texts() {
    return Stream.of("1e2000000", "1e-2000000");
  }
}
