package dev.fastjava;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.EnglishValidators;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types inside of schemas that were written by hand have their constraints checked as bodies. */
class ConstraintsInsideSchemasTests {
  record Priced(@Digits(integer = 3, fraction = 2) BigDecimal price) {}

  /** Also where the schema converted something, and in every place that a type may have. */
  @Test
  void whatWasSentIsCheckedWhereverTheTypeStands() throws Exception {
    try (ValidatorFactory factory = EnglishValidators.factory();
        Fastjava app =
            Fastjava.create(
                o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())))) {
      Handler handler = (request, reply) -> "fine";
      app.post("/whole", r -> r.schema(s -> s.body(Priced.class)), handler);
      app.post(
          "/inside",
          r ->
              r.schema(
                  s ->
                      s.body(
                          object()
                              .prop("n", Schemas.integer())
                              .prop("one", Schemas.of(Priced.class))
                              .prop("all", array(Schemas.of(Priced.class)))
                              .prop(
                                  "named",
                                  object().additionalProperties(Schemas.of(Priced.class))))),
          handler);
      List<String> told = new ArrayList<>();
      for (String price : List.of("1.000", "1.00000000000000000000001", "1.00", "1", "'1.000'")) {
        String value = "{'price':" + price + "}";
        told.add(outcome(app, "/whole", value));
        told.add(outcome(app, "/inside", "{'one':" + value + "}"));
        told.add(outcome(app, "/inside", "{'n':'1','one':" + value + "}"));
        told.add(outcome(app, "/inside", "{'n':1.5e1,'all':[{'price':1.5}," + value + "]}"));
        told.add(outcome(app, "/inside", "{'named':{'a':{'price':1.5},'b':" + value + "}}"));
      }
      String refused = "400 numeric value out of bounds (<3 digits>.<2 digits> expected)";
      assertThat(told.subList(0, 10)).containsOnly(refused);
      assertThat(told.subList(10, 20)).containsOnly("200 ");
      assertThat(told.subList(20, 25)).containsOnly(refused);
    }
  }

  private static String outcome(Fastjava app, String url, String body) throws Exception {
    InjectResponse response =
        app.inject(
            r ->
                r.method("POST")
                    .url(url)
                    .header("content-type", "application/json")
                    .payload(body.replace('\'', '"')));
    String text = response.body();
    int at = text.indexOf("numeric");
    return response.statusCode() + " " + (at < 0 ? "" : text.substring(at, text.indexOf('"', at)));
  }
}
