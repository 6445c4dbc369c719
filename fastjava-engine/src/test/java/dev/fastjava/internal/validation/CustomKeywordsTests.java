package dev.fastjava.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomKeywordsTests {
  /** With a keyword for its type only, and no coercion, the type was not looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"string", "integer", "number", "boolean", "null", "array", "object"})
  void theTypeCountsBesideAKeywordForIt(String type) throws Exception {
    ValidationOptions options =
        ValidationOptions.of(
            v ->
                v.coercion(Coercion.OFF)
                    .keyword(
                        SchemaKeyword.of("own", k -> k.types(type).validate((s, value) -> true))));
    Validator validator =
        new CompiledValidators()
            .build(Map.of(), options)
            .compile(new RequestSchema(Map.of("type", type, "own", 1), "", "", null));
    List<Object> values = new ArrayList<>(List.of("a", 1, 1.5, true, new ArrayList<>(), Map.of()));
    values.add(null);
    List<Object> passing = new ArrayList<>();
    for (Object value : values) {
      if (validator.validate(value).isValid()) {
        passing.add(value);
      }
    }
    assertThat(passing).hasSize(type.equals("number") ? 2 : 1);
  }
}
