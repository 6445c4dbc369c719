package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.jakarta.JakartaConstraints;
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

  @AfterEach
  void close() {
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
  }

  @Test
  void aBoundIsToldWithItsDigits() {
    assertThat(bodies.refuses("{\"id\":9007199254740994}"))
        .contains("body/id must be <= 9007199254740993");
    assertThat(bodies.refuses("{\"huge\":100000000000000000000}"))
        .contains("99999999999999999999.99");
  }
}
