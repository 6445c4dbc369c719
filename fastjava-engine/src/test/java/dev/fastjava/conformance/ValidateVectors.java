package dev.fastjava.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replays {@code validate.json} against the compiled validators. */
final class ValidateVectors implements VectorFamily {

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return file.cases()
        .map(each -> new VectorCase(each.id(), each.group(), each.tags(), () -> check(each)));
  }

  private static void check(VectorFile.Fields recorded) throws Exception {
    VectorFile.Fields expected = recorded.expect();
    if (expected.has("buildError")) {
      Throwable error = catchThrowable(() -> compile(recorded));
      assertThat(error).as("refusal of the schema").isNotNull();
      checkReason(expected.object("buildError"), error);
      return;
    }
    Validator validator = compile(recorded);
    Object data = recorded.get("data");
    ValidationResult result = validator.validate(data);
    VectorValues.assertSame(
        expected.get("errors"), result.isValid() ? null : plain(result.errors()));
    VectorValues.assertSame(expected.get("data"), result.isReplaced() ? result.value() : data);
    if (!result.isValid()) {
      assertThat(SchemaErrors.message(result.errors(), part(recorded).label()))
          .isEqualTo(expected.get("fastifyMessage"));
    }
  }

  /** Texts of the JavaScript engine are not ours; all others are. */
  private static void checkReason(VectorFile.Fields expected, Throwable error) {
    String prefix = expected.text("messagePrefix");
    String reason = expected.text("message").substring(prefix.length()).strip();
    // Behind this text there is the name of a variable in generated code.
    int variable = reason.indexOf("default is ignored for: data");
    String expectedStart = variable < 0 ? reason : reason.substring(0, variable + 28);
    if (!reason.startsWith("Invalid regular expression")
        && !reason.startsWith("Cannot read properties")
        && !reason.startsWith("Maximum call stack")) {
      assertThat(error.getMessage()).startsWith(expectedStart);
    }
  }

  private static List<Map<String, @Nullable Object>> plain(List<ValidationError> errors) {
    return errors.stream()
        .map(
            error -> {
              Map<String, @Nullable Object> fields = new LinkedHashMap<>();
              fields.put("keyword", error.keyword());
              fields.put("instancePath", error.instancePath());
              fields.put("schemaPath", error.schemaPath());
              fields.put("params", error.params());
              fields.put("message", error.message());
              return fields;
            })
        .toList();
  }

  private static Validator compile(VectorFile.Fields recorded) throws Exception {
    Map<String, Object> shared = new LinkedHashMap<>();
    for (VectorFile.Fields schema : recorded.objects("sharedSchemas")) {
      shared.put(schema.text("$id"), schema.map());
    }
    return new CompiledValidators()
        .build(shared, options(recorded.object("options")))
        .compile(new RequestSchema(recorded.get("schema"), "POST", "/", part(recorded)));
  }

  private static HttpPart part(VectorFile.Fields recorded) {
    String part = recorded.textOrNull("httpPart");
    return part == null ? HttpPart.BODY : HttpPart.valueOf(part.toUpperCase(Locale.ROOT));
  }

  private static ValidationOptions options(VectorFile.Fields recorded) {
    return ValidationOptions.of(
        options -> {
          // The setting for all kinds of strictness comes first, those for one kind prevail.
          if (recorded.has("strict")) {
            options.strict(strictness(recorded.get("strict")));
          }
          recorded.map().forEach((name, value) -> set(options, name, value));
        });
  }

  private static void set(ValidationOptions.Builder options, String name, @Nullable Object value) {
    boolean flag = Boolean.TRUE.equals(value);
    switch (name) {
      case "coerceTypes" ->
          options.coercion(
              "array".equals(value) ? Coercion.ARRAY : flag ? Coercion.ON : Coercion.OFF);
      case "useDefaults" ->
          options.useDefaults(
              "empty".equals(value) ? UseDefaults.EMPTY : flag ? UseDefaults.ON : UseDefaults.OFF);
      case "removeAdditional" -> options.removeAdditional(removal(value));
      case "allErrors" -> options.allErrors(flag);
      case "messages" -> options.messages(flag);
      case "strict" -> {}
      case "strictSchema" -> options.strictSchema(strictness(value));
      case "strictNumbers" -> options.strictNumbers(flag);
      case "strictTypes" -> options.strictTypes(strictness(value));
      case "strictTuples" -> options.strictTuples(strictness(value));
      case "strictRequired" -> options.strictRequired(strictness(value));
      case "allowUnionTypes" -> options.allowUnionTypes(flag);
      case "allowMatchingProperties" -> options.allowMatchingProperties(flag);
      case "validateFormats" -> options.validateFormats(flag);
      case "validateSchema" -> options.validateSchema(strictness(value));
      case "discriminator" -> options.discriminator(flag);
      case "$data" -> options.dataReferences(flag);
      case "multipleOfPrecision" -> options.multipleOfPrecision(((Number) value).intValue());
      case "unicode" -> options.unicode(flag);
      case "unicodeRegExp" -> options.unicodeRegExp(flag);
      case "ignoreKeywordsWithRef" -> options.ignoreKeywordsWithRef(flag);
      case "addUsedSchema" -> options.addUsedSchema(flag);
      case "inlineRefs" -> options.inlineRefs(flag);
      case "formats" ->
          VectorFile.Fields.of(value)
              .map()
              .forEach(
                  (format, definition) -> {
                    VectorValues.Regex regex = (VectorValues.Regex) definition;
                    options.format(format, SchemaFormat.pattern(regex.source(), regex.flags()));
                  });
      // Objects have no other properties in Java; nor do limits of generated code exist.
      case "ownProperties", "loopEnum", "loopRequired", "verbose", "logger" -> {}
      default -> throw new IllegalArgumentException("unknown option " + name);
    }
  }

  private static RemoveAdditional removal(@Nullable Object value) {
    if ("all".equals(value)) {
      return RemoveAdditional.ALL;
    }
    if ("failing".equals(value)) {
      return RemoveAdditional.FAILING;
    }
    return Boolean.TRUE.equals(value) ? RemoveAdditional.ON : RemoveAdditional.OFF;
  }

  private static Strictness strictness(@Nullable Object value) {
    if ("log".equals(value)) {
      return Strictness.LOG;
    }
    return Boolean.TRUE.equals(value) ? Strictness.ON : Strictness.OFF;
  }
}
