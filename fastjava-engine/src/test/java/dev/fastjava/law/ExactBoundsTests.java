package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.anyOf;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.EnglishValidators;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Bounds hold of all digits of a number, and not of those that a double keeps. */
class ExactBoundsTests {
  @NullUnmarked
  record Amounts(
      @DecimalMax(value = "10.5", inclusive = false) BigDecimal below,
      @DecimalMax("10.5") BigDecimal most,
      @Positive BigDecimal positive,
      List<@DecimalMax("10.5") BigDecimal> all,
      @Max(9007199254740993L) Long id,
      @Min(9007199254740993L) BigInteger large,
      @DecimalMax("99999999999999999999.99") BigDecimal huge) {}

  private final ValidatorFactory factory = EnglishValidators.factory();
  private final BoundAlike bodies =
      new BoundAlike(
          JsonMapper.builder().build(),
          Amounts.class,
          o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())));

  /** Where keywords alone check. */
  private final BoundAlike keywords =
      new BoundAlike(JsonMapper.builder().build(), Amounts.class, o -> {});

  @AfterEach
  void close() {
    keywords.close();
    bodies.close();
    factory.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"below\":10.4999999999999999999999",
        "\"below\":\"10.4999999999999999999999\"",
        "\"most\":10.50",
        "\"positive\":1e-400",
        "\"all\":[10.5,1]",
        "\"id\":9007199254740993",
        "\"large\":9007199254740993",
        "\"huge\":99999999999999999999.99"
      })
  void whatIsWithinByTheLastDigitIsValid(String property) {
    bodies.readsWhole("{" + property + "}");
    keywords.readsWhole("{" + property + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"below\":10.5",
        "\"most\":10.5000000000000000000001",
        "\"most\":\"10.5000000000000000000001\"",
        "\"positive\":-1e-400",
        "\"positive\":0",
        "\"all\":[10.5000000000000000000001]",
        "\"id\":9007199254740994",
        "\"large\":9007199254740992",
        "\"huge\":99999999999999999999.995"
      })
  void whatIsBeyondByTheLastDigitIsNot(String property) {
    bodies.refuses("{" + property + "}");
    keywords.refuses("{" + property + "}");
  }

  /** Where the type is a part of a schema that was written by hand, and the rest converts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 {\"below\":10.4999999999999999999999}",
        "200 {\"below\":\"10.4999999999999999999999\"}",
        "200 {\"positive\":1e-400}",
        "200 {\"positive\":\"1e-400\"}",
        "200 {\"huge\":99999999999999999999.99}",
        "400 {\"below\":10.5}",
        "400 {\"most\":10.5000000000000000000001}",
        "400 {\"positive\":-1e-400}",
        "400 {\"all\":[10.5000000000000000000001]}",
        "400 {\"huge\":99999999999999999999.995}"
      })
  void theyHoldInsideOfWrittenSchemas(String each) {
    int status = Integer.parseInt(each.substring(0, 3));
    String amounts = each.substring(4);
    Handler handler = (request, reply) -> "fine";
    try (Fastjava app =
        Fastjava.create(o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())))) {
      JsonSchema type = Schemas.of(Amounts.class);
      app.post(
          "/in",
          r -> r.schema(s -> s.body(object().prop("n", Schemas.integer()).prop("in", type))),
          handler);
      app.post("/all", r -> r.schema(s -> s.body(array(type))), handler);
      app.post("/named", r -> r.schema(s -> s.body(object().additionalProperties(type))), handler);
      app.post(
          "/bound",
          r -> r.schema(s -> s.body(anyOf(type, Schemas.string()))),
          (request, reply) -> "" + request.body(Amounts.class));
      assertThat(status(app, "/in", "{\"n\":\"1\",\"in\":" + amounts + "}")).isEqualTo(status);
      assertThat(status(app, "/all", "[{}," + amounts + "]")).isEqualTo(status);
      assertThat(status(app, "/named", "{\"a\":" + amounts + "}")).isEqualTo(status);
      assertThat(status(app, "/bound", amounts)).isEqualTo(status);
    }
  }

  private static int status(Fastjava app, String url, String body) {
    return app.inject()
        .post(url, body, r -> r.header("content-type", "application/json"))
        .statusCode();
  }

  @Test
  void aBoundIsToldWithItsDigits() {
    assertThat(bodies.refuses("{\"id\":9007199254740994}"))
        .contains("body/id must be <= 9007199254740993");
    assertThat(bodies.refuses("{\"huge\":100000000000000000000}"))
        .contains("99999999999999999999.99");
  }
}
