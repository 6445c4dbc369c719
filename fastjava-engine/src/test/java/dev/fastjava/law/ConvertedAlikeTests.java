package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions.Coercion;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is converted for a type has all that was sent. */
class ConvertedAlikeTests {
  @NullUnmarked
  record Values(
      BigDecimal decimal, Double number, Boolean flag, List<String> texts, String other) {}

  private static String post(Coercion coercion, String body) {
    try (Fastjava app =
        Fastjava.create(o -> o.validation(v -> v.coercion(HttpPart.BODY, coercion)))) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(Schemas.of(Values.class).without("other"))),
          (request, reply) -> request.body(Values.class).toString());
      return app.inject().post("/", body, r -> r.header("content-type", "application/json")).body();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDecimalMayBeGreaterThanADoubleWhateverIsConverted(Coercion coercion) {
    assertThat(post(coercion, "{\"decimal\":1e400}")).contains("decimal=1E+400");
    assertThat(post(coercion, "{\"number\":1e400}")).contains("body/number must be number");
  }

  @Test
  void aTextOfZeroHasItsSignOrItsDigits() {
    assertThat(post(Coercion.ON, "{\"number\":\"-0.0\",\"decimal\":\"-0\"}"))
        .contains("decimal=0, number=-0.0");
    assertThat(post(Coercion.ON, "{\"decimal\":\"-0.00\"}")).contains("decimal=0.00,");
  }

  @Test
  void anOnlyItemIsAScalarThatMayBeNull() {
    assertThat(post(Coercion.ARRAY, "{\"flag\":[true],\"number\":[1.5]}"))
        .contains("number=1.5, flag=true");
  }

  @Test
  void aNumberThatBecomesAListOfTextsHasItsDigits() {
    assertThat(post(Coercion.ARRAY, "{\"texts\":1.10}")).contains("texts=[1.10]");
  }
}
