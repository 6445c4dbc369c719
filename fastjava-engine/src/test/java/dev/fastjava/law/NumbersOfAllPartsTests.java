package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.type.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One rule for the numbers of bodies, queries, parameters and headers, whatever they are bound to.
 */
class NumbersOfAllPartsTests {
  record Amounts(@Nullable BigDecimal xPrice, @Nullable BigInteger xCount, @Nullable Long xId) {}

  private enum Part {
    BODY,
    QUERY,
    PARAMS,
    HEADERS
  }

  private final Fastjava app = Fastjava.create();

  NumbersOfAllPartsTests() {
    app.post(
        "/",
        r -> r.schema(s -> s.body(Amounts.class)),
        (request, reply) -> request.body(Amounts.class).toString());
    app.get(
        "/query",
        r -> r.schema(s -> s.querystring(Amounts.class)),
        (request, reply) -> request.query(Amounts.class).toString());
    for (String name : List.of("xPrice", "xCount", "xId")) {
      app.get(
          "/" + name + "/:" + name,
          r -> r.schema(s -> s.params(Amounts.class)),
          (request, reply) -> request.params(Amounts.class).toString());
    }
    app.get(
        "/headers",
        r -> r.schema(s -> s.headers(Amounts.class)),
        (request, reply) -> request.headers(Amounts.class).toString());
    app.post(
        "/list",
        r -> r.schema(s -> s.body(Schemas.of(new TypeRef<List<BigDecimal>>() {}.type()))),
        (request, reply) -> request.body(new TypeRef<List<BigDecimal>>() {}).toString());
  }

  @AfterEach
  void close() {
    app.close();
  }

  private InjectResponse send(Part part, String name, String text) {
    return app.inject(
        r -> {
          switch (part) {
            case BODY -> r.method("POST").url("/").payload(Map.of(name, text));
            case QUERY -> r.url("/query").query(name, text);
            case PARAMS -> r.url("/" + name + "/" + text);
            case HEADERS -> r.url("/headers").header(name.replaceFirst("x", "X-"), text);
          }
        });
  }

  static Stream<Arguments> numbers() {
    return Arrays.stream(Part.values())
        .flatMap(
            part ->
                Stream.of(
                    Arguments.of(part, "xPrice", "19.90"),
                    Arguments.of(part, "xPrice", "123456789012345678901234567890.12"),
                    Arguments.of(part, "xPrice", "0.1234567890123456789012345"),
                    Arguments.of(part, "xCount", "123456789012345678901234567890"),
                    Arguments.of(part, "xId", "9007199254740993")));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void keepAllTheirDigits(Part part, String name, String text) {
    assertThat(send(part, name, text).body()).contains(name + '=' + text);
  }

  static Stream<Arguments> noNumbers() {
    return Arrays.stream(Part.values())
        .flatMap(
            part ->
                Stream.of("0x10", " ", "abc", "9007199254740993.5").map(t -> Arguments.of(part, t)))
        .filter(each -> !(each.get()[0] == Part.PARAMS && each.get()[1].equals(" ")));
  }

  @ParameterizedTest
  @MethodSource("noNumbers")
  void areNotMadeOfTextsThatAreNone(Part part, String text) {
    InjectResponse response = send(part, "xId", text);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body().toLowerCase(Locale.ROOT).replace("-", "")).contains("xid must be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"xId\":9007199254740993.5",
        "\"xId\":9223372036854775807.5",
        "\"xCount\":12345678901234567890.5",
        "\"xCount\":-1.5"
      })
  void haveNoFractionWhereWholeOnesAreWanted(String property) {
    InjectResponse response =
        app.inject()
            .post("/", "{" + property + "}", r -> r.header("content-type", "application/json"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("must be integer");
  }

  @Test
  void mayBeWrittenWithAFractionOfZero() {
    InjectResponse response =
        app.inject()
            .post(
                "/",
                "{\"xCount\":12345678901234567890.0,\"xId\":5.0}",
                r -> r.header("content-type", "application/json"));
    assertThat(response.body())
        .isEqualTo("Amounts[xPrice=null, xCount=12345678901234567890, xId=5]");
  }

  @Test
  void areKeptWhereOneIsTheWholeBodyAndAListIsWanted() {
    for (String number : List.of("19.90", "123456789012345678901234567890.12", "\"19.90\"")) {
      InjectResponse response =
          app.inject().post("/list", number, r -> r.header("content-type", "application/json"));
      assertThat(response.body()).isEqualTo("[" + number.replace("\"", "") + "]");
    }
  }
}
