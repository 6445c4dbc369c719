package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.error.ValidationException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.testing.EnglishValidators;
import dev.fastjava.type.TypeRef;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the key of a map is told of the key, and not of the map or its values. */
class MapKeyErrorsTests {
  enum Unit {
    KG,
    M
  }

  /** A key of the application's own. */
  record Code(int number) {
    @JsonCreator
    Code(String text) {
      this(Integer.parseInt(text));
    }
  }

  @NullUnmarked
  record Maps(
      Map<Integer, String> numbers,
      Map<Integer, Integer> both,
      Map<UUID, String> ids,
      Map<Unit, Integer> units,
      EnumMap<Unit, Integer> table,
      Map<LocalDate, String> days,
      Map<Boolean, String> flags,
      Map<Long, List<Map<Integer, String>>> deep,
      Map<Code, String> codes) {}

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'numbers':{'x':'a'}} | body/numbers property name 'x' must be integer",
        "{'numbers':{'1':'a','':'b'}} | body/numbers property name '' must be integer",
        "{'both':{'x':1}} | body/both property name 'x' must be integer",
        "{'both':{'1':'x'}} | body/both/1 must be integer",
        "{'ids':{'x':'a'}} | body/ids property name 'x' must match format \"uuid\"",
        "{'units':{'LB':1}} | body/units property name 'LB' must be equal to one of the allowed"
            + " values: KG, M",
        "{'table':{'LB':1}} | body/table property name 'LB' must be equal to one of the allowed"
            + " values: KG, M",
        "{'days':{'a/b':'a'}} | body/days property name 'a/b' must match format \"date\"",
        "{'flags':{'x':'a'}} | body/flags property name 'x' must be boolean",
        "{'deep':{'1':[{'2':'a','z':'b'}]}} | body/deep/1/0 property name 'z' must be integer",
        "{'codes':{'x':'a'}} | body/codes property name 'x' is not valid",
        "{'numbers':5} | body/numbers must be object"
      })
  void aKeyThatDoesNotFitIsNamed(String body, String message) {
    try (Fastjava app = Fastjava.create()) {
      app.post("/typed", r -> r.schema(s -> s.body(Maps.class)), bound(Maps.class));
      app.post("/", bound(Maps.class));
      app.post(
          "/looked",
          r -> r.schema(s -> s.body(Maps.class)),
          (request, reply) -> {
            request.body();
            return request.body(Maps.class).toString();
          });
      for (String url : List.of("/typed", "/", "/looked")) {
        assertThat(message(post(app, url, body))).as(url).isEqualTo(message);
      }
    }
  }

  @Test
  void theKeyIsAmongTheDetailsOfTheError() {
    Type type = new TypeRef<Map<Integer, String>>() {}.type();
    List<ValidationError> errors = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler(
          (error, request, reply) -> {
            errors.addAll(((ValidationException) error).validation());
            return "seen";
          });
      app.post("/", r -> r.schema(s -> s.body(Schemas.of(type))), bound(type));
      post(app, "/", "{'x':'a'}");
    }
    assertThat(errors)
        .containsExactly(
            new ValidationError(
                "",
                "",
                "propertyNames",
                Map.of("propertyName", "x", "type", "integer"),
                "property name 'x' must be integer"));
  }

  @NullUnmarked
  record Labels(Map<@Size(max = 3) String, @Size(max = 5) String> labels) {}

  @Test
  void constraintsOfKeysAreToldOfTheKeys() {
    try (ValidatorFactory factory = EnglishValidators.factory();
        Fastjava app =
            Fastjava.create(
                o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())))) {
      app.post("/", r -> r.schema(s -> s.body(Labels.class)), bound(Labels.class));
      assertThat(message(post(app, "/", "{'labels':{'long':'a'}}")))
          .isEqualTo("body/labels property name 'long' size must be between 0 and 3");
      assertThat(message(post(app, "/", "{'labels':{'a':'toolong'}}")))
          .startsWith("body/labels/a ");
    }
  }

  private static Handler bound(Type type) {
    return (request, reply) -> String.valueOf(request.body(type, Object.class));
  }

  private static InjectResponse post(Fastjava app, String url, String body) {
    return app.inject()
        .post(url, body.replace('\'', '"'), r -> r.header("content-type", "application/json"));
  }

  private static String message(InjectResponse response) {
    assertThat(response.statusCode()).isEqualTo(400);
    return String.valueOf(response.json(Map.class).get("message"));
  }
}
