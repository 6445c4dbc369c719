package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that come as texts: all that queries, headers and forms have. */
class NumberTextTests {
  record Numbers(
      @Nullable BigDecimal decimal,
      @Nullable BigInteger integer,
      @Nullable Long id,
      @Nullable Double fraction,
      @Nullable Float single) {}

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Fastjava app = Fastjava.create();
  private final AtomicReference<@Nullable Numbers> bound = new AtomicReference<>();

  NumberTextTests() {
    app.post(
        "/",
        r -> r.schema(s -> s.body(Numbers.class)),
        (request, reply) -> {
          bound.set(request.body(Numbers.class));
          return "bound";
        });
    app.get(
        "/",
        r -> r.schema(s -> s.querystring(Numbers.class)),
        (request, reply) -> {
          bound.set(request.query(Numbers.class));
          return "bound";
        });
  }

  @AfterEach
  void close() {
    app.close();
  }

  private InjectResponse post(String name, String text) {
    bound.set(null);
    return app.inject(r -> r.method("POST").url("/").payload(java.util.Map.of(name, text)));
  }

  private InjectResponse get(String name, String text) {
    bound.set(null);
    return app.inject(r -> r.url("/").query(name, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19.90",
        "1.5",
        "123456789012345678901234567890.12",
        "0.1234567890123456789012345678901234567890",
        "1e-400",
        "1E+3",
        "-0.10",
        "007",
        " 7 ",
        "5.0"
      })
  void aDecimalHasAllItsDigitsAsJacksonReadsThem(String text) {
    Numbers expected = mapper.readValue("{\"decimal\":\"" + text + "\"}", Numbers.class);
    assertThat(post("decimal", text).statusCode()).isEqualTo(200);
    assertThat(bound.get()).isEqualTo(expected);
    assertThat(get("decimal", text).statusCode()).isEqualTo(200);
    assertThat(bound.get()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012345678901234567890", "9007199254740993", "-1", "0"})
  void aWholeNumberHasAllItsDigits(String text) {
    assertThat(get("integer", text).statusCode()).isEqualTo(200);
    assertThat(bound.get()).isEqualTo(new Numbers(null, new BigInteger(text), null, null, null));
    assertThat(post("integer", text).statusCode()).isEqualTo(200);
    assertThat(bound.get()).isEqualTo(new Numbers(null, new BigInteger(text), null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1e300", "-0", "1.00000017881393432617187499"})
  void floatingPointNumbersAreRoundedOnce(String text) {
    assertThat(get("fraction", text).statusCode()).isEqualTo(200);
    assertThat(bound.get()).isEqualTo(new Numbers(null, null, null, Double.valueOf(text), null));
    if (!text.equals("1e300")) {
      assertThat(get("single", text).statusCode()).isEqualTo(200);
      assertThat(bound.get()).isEqualTo(new Numbers(null, null, null, null, Float.valueOf(text)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\t",
        "0x10",
        "0b1",
        "Infinity",
        "1e",
        ".",
        "1 2",
        "1e99999999999",
        "1e2000000"
      })
  void whatIsNoDecimalNumberIsRefused(String text) {
    for (String name : new String[] {"decimal", "integer", "id", "fraction"}) {
      assertThat(get(name, text).statusCode()).as(name).isEqualTo(400);
      assertThat(post(name, text).statusCode()).as(name).isEqualTo(400);
    }
  }

  @Test
  void aLongTextIsRefusedAtOnce() {
    assertThat(post("decimal", "1".repeat(1_001)).statusCode()).isEqualTo(400);
    assertThat(post("integer", "1".repeat(1_001)).statusCode()).isEqualTo(400);
  }

  @Test
  void handWrittenSchemasConvertAsTheReference() {
    app.get(
        "/own",
        r ->
            r.schema(
                s ->
                    s.querystring(
                        "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"number\"}}}")),
        (request, reply) -> request.query());
    assertThat(app.inject("/own?n=0x10").body()).isEqualTo("{\"n\":16}");
    assertThat(app.inject("/own?n=19.90").body()).isEqualTo("{\"n\":19.9}");
  }
}
