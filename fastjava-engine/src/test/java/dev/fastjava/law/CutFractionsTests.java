package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigInteger;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole number has no fraction, be it so small that a double has no place for it: nothing is cut
 * off without a word.
 */
class CutFractionsTests {
  @NullUnmarked
  static final class Whole {
    public byte small;
    public Short little;
    public int number;
    public Integer boxed;
    public long wide;
    public Long any;

    @Max(9)
    public Long most;

    @Min(0)
    public int least;

    public BigInteger digits;

    @Max(9)
    public BigInteger few;

    public AtomicLong atomic;
    public OptionalLong maybe = OptionalLong.empty();
    public Optional<Integer> perhaps = Optional.empty();
    public Year year;
    public List<Long> list;
    public Map<String, Integer> map;
  }

  private static final List<String> NAMES =
      List.of(
          "small", "little", "number", "boxed", "wide", "any", "most", "least", "digits", "few",
          "atomic", "maybe", "perhaps", "year");

  private static Fastjava app(Engine engine, Coercion coercion) {
    Fastjava app =
        Fastjava.create(
            o ->
                o.validation(
                    v ->
                        v.engine(engine)
                            .coercion(coercion)
                            .removeAdditional(RemoveAdditional.OFF)
                            .useDefaults(UseDefaults.OFF)));
    app.post(
        "/direct",
        r -> r.schema(s -> s.body(Whole.class)),
        (request, reply) -> "" + request.body(Whole.class).number);
    app.post(
        "/seen",
        r ->
            r.schema(s -> s.body(Whole.class))
                .preHandler((request, reply) -> assertThat(request.body()).isNotNull()),
        (request, reply) -> "" + request.body(Whole.class).number);
    app.post(
        "/inside",
        r -> r.schema(s -> s.body(object().prop("in", array(Schemas.of(Whole.class))))),
        (request, reply) -> "ok");
    app.get(
        "/query",
        r -> r.schema(s -> s.querystring(Whole.class)),
        (request, reply) -> "" + request.query(Whole.class).number);
    app.get(
        "/headers",
        r -> r.schema(s -> s.headers(Whole.class)),
        (request, reply) -> "" + request.headers(Whole.class).number);
    for (String name : NAMES) {
      app.get(
          "/params/" + name + "/:" + name,
          r -> r.schema(s -> s.params(Whole.class)),
          (request, reply) -> "" + request.params(Whole.class).number);
    }
    return app;
  }

  private static InjectResponse post(Fastjava app, String url, String json) {
    String body = url.equals("/inside") ? "{\"in\":[" + json + "]}" : json;
    return app.inject().post(url, body, r -> r.header("content-type", "application/json"));
  }

  @ParameterizedTest
  @EnumSource
  void aFractionThatADoubleHasNoPlaceForIsRefused(Engine engine) {
    for (Coercion coercion : List.of(Coercion.ARRAY, Coercion.OFF)) {
      try (Fastjava app = app(engine, coercion)) {
        for (String sent :
            List.of(
                "9.0000000000000000000000001",
                "-0.00000000000000000000000000000000000000001e-400",
                "1e-400",
                "7." + "0".repeat(900) + "1")) {
          for (String url : List.of("/direct", "/seen", "/inside")) {
            for (String name : NAMES) {
              refuses(post(app, url, "{\"" + name + "\":" + sent + "}"), name);
            }
            refuses(post(app, url, "{\"list\":[1," + sent + "]}"), "list/1");
            refuses(post(app, url, "{\"map\":{\"a\":" + sent + "}}"), "map/a");
          }
        }
      }
    }
  }

  private static void refuses(InjectResponse response, String place) {
    assertThat(response.statusCode()).as(place).isEqualTo(400);
    assertThat(response.body()).contains("/" + place + " must be integer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.0000000000000000000000001", "8.9999999999999999999999999"})
  void aFractionInATextIsRefusedInAllParts(String sent) {
    try (Fastjava app = app(Engine.COMPILED, Coercion.ARRAY)) {
      for (String name : NAMES) {
        refuses(post(app, "/direct", "{\"" + name + "\":\"" + sent + "\"}"), name);
        refuses(app.inject(r -> r.url("/query").query(name, sent)), name);
        refuses(app.inject(r -> r.url("/headers").header(name, sent)), name);
        refuses(app.inject().get("/params/" + name + '/' + sent), name);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFractionOfZerosIsNone(Engine engine) {
    try (Fastjava app = app(engine, Coercion.ARRAY)) {
      for (String sent : List.of("9", "9.0", "9." + "0".repeat(900), "90e-1", "0.9e1")) {
        for (String url : List.of("/direct", "/seen")) {
          assertThat(post(app, url, "{\"number\":" + sent + ",\"most\":" + sent + "}").body())
              .isEqualTo("9");
        }
        assertThat(app.inject(r -> r.url("/query").query("number", sent)).body()).isEqualTo("9");
        if (sent.length() < 100) { // the most characters of a parameter
          assertThat(app.inject().get("/params/number/" + sent).body()).isEqualTo("9");
        }
      }
    }
  }
}
