package dev.fastjava.user;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.AnnotatedSchema;
import dev.fastjava.schema.AnySchema;
import dev.fastjava.schema.ArraySchema;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.BeanViolation;
import dev.fastjava.schema.ErrorMessage;
import dev.fastjava.schema.ErrorMessages;
import dev.fastjava.schema.FluentSchema;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.NumberSchema;
import dev.fastjava.schema.ObjectSchema;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBucket;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.StringSchema;
import dev.fastjava.schema.TypeSchema;
import dev.fastjava.schema.TypedSchema;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import dev.fastjava.type.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas, and what checks values by them. */
final class Checks {
  private Checks() {}

  static final ObjectSchema LINE =
      object().prop("sku", sku()).prop("quantity", quantity()).required("sku", "quantity");

  private static StringSchema sku() {
    return string().pattern("^[A-Z]{2}-[0-9]{3}$");
  }

  private static NumberSchema quantity() {
    return integer().minimum(1).errorMessages(Checks::tellOf);
  }

  private static void tellOf(ErrorMessages.Builder messages) {
    messages.keyword("minimum", "not ${0}, but one at least").otherwise("a number, please");
  }

  static final ErrorMessages TOLD = ErrorMessages.of(Checks::tellOf);

  /** Tells its own story: {@link ErrorMessage.All} stands for several. */
  @ErrorMessage("no colour")
  @ErrorMessage(keyword = "required", value = "a colour has a name")
  record Colour(@ErrorMessage("no name of a colour") String name) {
    static int messages() {
      return Colour.class.getAnnotation(ErrorMessage.All.class).value().length;
    }
  }

  static ArraySchema lines() {
    return array(LINE).minItems(1);
  }

  static <S extends FluentSchema<S>> S described(S schema, String text) {
    return schema.description(text);
  }

  static JsonSchema note() {
    AnySchema open = any();
    return described(open, "what the customer says");
  }

  static TypeSchema<NewOrder> order() {
    return Schemas.of(NewOrder.class);
  }

  static SchemaKeyword even() {
    SchemaKeyword.Compiler compiler =
        (value, schema) -> {
          SchemaKeyword.Check check =
              data -> data instanceof Number number && number.intValue() % 2 == 0;
          return check;
        };
    return SchemaKeyword.of("even", k -> k.types("integer").compile(compiler));
  }

  static SchemaKeyword shortText() {
    SchemaKeyword.Macro macro = (value, schema) -> Map.of("maxLength", value);
    return SchemaKeyword.of("atMost", (SchemaKeyword.Builder keyword) -> keyword.macro(macro));
  }

  static ValidationOptions options() {
    return ValidationOptions.of(Checks::configure);
  }

  private static void configure(ValidationOptions.Builder options) {
    options
        .allErrors(true)
        .errorMessages(true)
        .coercion(HttpPart.BODY, ValidationOptions.Coercion.OFF)
        .dialect(ValidationOptions.Dialect.DRAFT_07)
        .engine(ValidationOptions.Engine.COMPILED)
        .removeAdditional(ValidationOptions.RemoveAdditional.OFF)
        .strict(ValidationOptions.Strictness.ON)
        .useDefaults(ValidationOptions.UseDefaults.ON)
        .format("sku", SchemaFormat.text(text -> text.length() == 6))
        .keyword(even())
        .keyword(shortText());
  }

  static String errorsOf(@Nullable Object value) throws Exception {
    ValidationResult result = Validator.of(LINE, options()).validate(value);
    List<ValidationError> errors = result.errors();
    return SchemaErrors.message(errors, "line");
  }

  /** Lets all values of headers pass, and hands the rest on. */
  static ValidatorFactory lenientHeaders() {
    ValidatorFactory standard = ValidatorFactory.standard();
    return (schemas, options) -> {
      ValidatorCompiler compiler = standard.build(schemas, options);
      return (RequestSchema schema) ->
          schema.httpPart() == HttpPart.HEADERS
              ? value -> ValidationResult.valid()
              : compiler.compile(schema);
    };
  }

  static TypeSchema<NewOrder> change() {
    return commented(order().without("total"), "all but the sum");
  }

  static <S extends AnnotatedSchema<S>> S commented(S schema, String text) {
    return schema.comment(text);
  }

  static TypedSchema<NewOrder> byHand() {
    return object().prop("lines", lines()).as(NewOrder.class);
  }

  static String nameOf(Typed<?> named) {
    return named.type().getTypeName();
  }

  /** Keeps schemas in a list. */
  static final class Bucket implements SchemaBucket {
    static final SchemaBucket.Factory FACTORY = inherited -> new Bucket();

    private final List<Map<String, Object>> all = new ArrayList<>();

    @Override
    public void add(Map<String, Object> schema) {
      all.add(schema);
    }

    @Override
    public @Nullable Map<String, Object> getSchema(String id) {
      return all.stream().filter(each -> id.equals(each.get("$id"))).findFirst().orElse(null);
    }

    @Override
    public Map<String, Object> getSchemas() {
      return Map.of();
    }
  }

  static BeanConstraints constraints(jakarta.validation.Validator validator) {
    return JakartaConstraints.of(validator);
  }

  /** Where a constraint is violated, as a path of its own. */
  static String place(BeanViolation violation) {
    StringBuilder place = new StringBuilder();
    for (BeanViolation.Step step : violation.path()) {
      if (step instanceof BeanViolation.Property property) {
        place.append('.').append(property.name());
      } else if (step instanceof BeanViolation.Item item) {
        place.append('[').append(item.index()).append(']');
      } else if (step instanceof BeanViolation.Entry entry) {
        place.append('[').append(entry.key()).append(']');
      }
    }
    return place.toString();
  }
}
