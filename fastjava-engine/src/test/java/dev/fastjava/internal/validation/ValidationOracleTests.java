package dev.fastjava.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random schemas and documents, judged by this project's validators and by json-schema-validator
 * with its own expressions and formats.
 */
class ValidationOracleTests {
  private static final int SCHEMAS = 4_000;
  private static final int DOCUMENTS = 6;
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final ValidationOptions PLAIN =
      ValidationOptions.of(
          v ->
              v.coercion(Coercion.OFF)
                  .useDefaults(UseDefaults.OFF)
                  .removeAdditional(RemoveAdditional.OFF)
                  .strict(Strictness.OFF)
                  .ignoreKeywordsWithRef(true)
                  .addUsedSchema(true));

  private static Validator compile(Object schema, ValidationOptions options) throws Exception {
    return new CompiledValidators()
        .build(Map.of(), options)
        .compile(new RequestSchema(schema, "GET", "/", null));
  }

  @Test
  void anIndependentValidatorAgreesOnValidity() throws Exception {
    RandomSchemas random = new RandomSchemas(7);
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    List<String> differences = new ArrayList<>();
    int valid = 0;
    for (int i = 0; i < SCHEMAS; i++) {
      Map<String, Object> schema = random.schema();
      Validator ours = compile(schema, PLAIN);
      Schema theirs = registry.getSchema(JSON.<JsonNode>valueToTree(schema));
      for (int j = 0; j < DOCUMENTS; j++) {
        Object document = random.value(3);
        boolean fits = ours.validate(document).isValid();
        valid += fits ? 1 : 0;
        if (fits != theirs.validate(JSON.<JsonNode>valueToTree(document)).isEmpty()) {
          differences.add(
              JSON.writeValueAsString(schema)
                  + " finds "
                  + JSON.writeValueAsString(document)
                  + (fits ? " valid" : " invalid"));
        }
      }
    }
    System.out.println(
        "validation oracle: "
            + SCHEMAS * DOCUMENTS
            + " verdicts, "
            + valid
            + " times valid, "
            + differences.size()
            + " differences");
    assertThat(differences).isEmpty();
    // Else the documents would not be worth much.
    assertThat(valid).isBetween(SCHEMAS * DOCUMENTS / 5, SCHEMAS * DOCUMENTS * 4 / 5);
  }

  /** The quick look says what the steps would: with every setting, in errors and in effects. */
  @Test
  void theQuickLookAgreesWithTheSteps() throws Exception {
    RandomSchemas random = new RandomSchemas(11);
    int valid = 0;
    for (int i = 0; i < SCHEMAS; i++) {
      Map<String, Object> schema = random.schema();
      ValidationOptions options =
          ValidationOptions.of(
              v ->
                  v.coercion(random.oneOf(List.of(Coercion.values())))
                      .useDefaults(random.oneOf(List.of(UseDefaults.values())))
                      .removeAdditional(random.oneOf(List.of(RemoveAdditional.values())))
                      .allErrors(random.chance(0.3))
                      .inlineRefs(random.chance(0.5))
                      .strict(Strictness.OFF)
                      .addUsedSchema(true));
      CompiledValidator validator = (CompiledValidator) compile(schema, options);
      for (int j = 0; j < DOCUMENTS; j++) {
        Object quick = random.value(3);
        Object slow = Values.copy(quick);
        String before = JSON.writeValueAsString(quick);
        ValidationResult quickly = validator.validate(quick);
        ValidationResult bySteps = validator.validateStepByStep(slow);
        String what = JSON.writeValueAsString(schema) + " and " + before + " with " + i;
        assertThat(quickly.errors()).as(what).isEqualTo(bySteps.errors());
        assertThat(after(quickly, quick)).as(what).isEqualTo(after(bySteps, slow));
        valid += quickly.isValid() ? 1 : 0;
      }
    }
    assertThat(valid).isGreaterThan(SCHEMAS * DOCUMENTS / 5);
  }

  private static @Nullable Object after(ValidationResult result, @Nullable Object document) {
    return result.isReplaced() ? result.value() : document;
  }
}
