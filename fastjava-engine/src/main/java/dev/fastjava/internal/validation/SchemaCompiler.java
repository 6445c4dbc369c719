package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.regex.RegexSyntaxException;
import dev.fastjava.internal.types.BoundCheck;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.validation.check.BooleanSchema;
import dev.fastjava.internal.validation.check.BoundValue;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Expression;
import dev.fastjava.internal.validation.check.OwnErrorMessages;
import dev.fastjava.internal.validation.check.Report;
import dev.fastjava.internal.validation.check.SchemaCheck;
import dev.fastjava.internal.validation.check.SchemaCheck.Parts;
import dev.fastjava.internal.validation.check.TextTest;
import dev.fastjava.internal.validation.check.TypeFailure;
import dev.fastjava.internal.validation.check.Types;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiles the schemas of one unit. */
final class SchemaCompiler {
  private static final List<String> GROUPS = List.of("number", "string", "array", "object");

  private final KnownSchemas registry;
  private final Settings settings;
  private final Vocabulary vocabulary;

  SchemaCompiler(KnownSchemas registry, Settings settings) {
    this.registry = registry;
    this.settings = settings;
    this.vocabulary = settings.vocabulary();
  }

  KnownSchemas registry() {
    return registry;
  }

  Settings settings() {
    return settings;
  }

  ValidationOptions options() {
    return settings.options();
  }

  /** Compiles a unit from its top. */
  Check compileUnit(SchemaUnit unit) {
    Place place = Place.top(unit, options().allErrors());
    if (Boolean.FALSE.equals(unit.schema())) {
      return new BooleanSchema(
          new Report(true, "false schema", "#/false schema", options().messages(), null));
    }
    checkKnown(() -> place.pointer, place.keywords());
    if (!vocabulary.hasRules(place.keywords())) {
      return bound(place, BooleanSchema.TRUE);
    }
    if (place.keywords().containsKey("default") && options().useDefaults() != UseDefaults.OFF) {
      strict(place, options().strictSchema(), "default is ignored in the schema root");
    }
    return bound(place, keywords(place));
  }

  private Check bound(Place place, Check check) {
    BoundCheck bound = place.schema instanceof DerivedNode node ? node.boundCheck() : null;
    return bound == null ? check : new BoundValue(check, bound, report(place, "constraint"));
  }

  /** Compiles a schema inside a unit. */
  Check compile(Place place) {
    if (Boolean.FALSE.equals(place.schema)) {
      return new BooleanSchema(report(place, "false schema"));
    }
    checkKnown(() -> place.pointer, place.keywords());
    if (!vocabulary.hasRules(place.keywords())) {
      return bound(place, BooleanSchema.TRUE);
    }
    boolean moves =
        place.keywords().get("$id") instanceof String text
            && !text.isEmpty()
            && !settings.isOverriddenByRef(place.keywords());
    String id = String.valueOf(place.keywords().get("$id"));
    return bound(
        place, keywords(moves ? place.withBase(SchemaUris.resolve(place.baseId, id)) : place));
  }

  /** Whether a schema inside a place allows everything. */
  boolean allowsAll(Place place, Object schema) {
    if (schema instanceof Boolean allowed) {
      return allowed;
    }
    Map<String, @Nullable Object> keywords = Values.object(schema);
    checkKnown(() -> place.pointer + pathTo(schema, place.keywords()), keywords);
    return !vocabulary.hasRules(keywords)
        && !(schema instanceof DerivedNode node && node.boundCheck() != null);
  }

  Report report(Place place, String keyword) {
    return place.report(keyword, options().messages());
  }

  SchemaBuildException fault(Place place, String message) {
    return new SchemaBuildException(message, place.pointer);
  }

  /** Does what a strict setting says about a fault. */
  void strict(Place place, Strictness strictness, String message) {
    settings.strict(strictness, message, place.pointer);
  }

  /** The compiled form of a pattern. */
  TextTest expression(Place place, String pattern) {
    try {
      TextTest test = Expression.of(settings.expression(pattern));
      if (test.counts()) {
        registry.markCounting();
      }
      return test;
    } catch (RegexSyntaxException e) {
      throw fault(place, e.getMessage());
    }
  }

  /** Checks the value of a keyword of the user's own. */
  void checkValue(Place place, String keyword, Object metaSchema, @Nullable Object value) {
    List<ValidationError> errors = settings.metaSchemas().errors(metaSchema, value);
    if (!errors.isEmpty()) {
      throw fault(
          place,
          "keyword \""
              + keyword
              + "\" value is invalid at path \""
              + place.schemaPath
              + "\": "
              + SchemaErrors.message(errors, "data"));
    }
  }

  /** Where a schema stands inside of another one. Only looked for when it is faulty. */
  private static String pathTo(Object schema, Map<String, @Nullable Object> around) {
    for (Map.Entry<String, @Nullable Object> entry : around.entrySet()) {
      Object value = entry.getValue();
      String path = '/' + JsonPointers.escape(entry.getKey());
      if (value == schema) {
        return path;
      }
      if (value instanceof List<?> list && list.contains(schema)) {
        return path + '/' + list.indexOf(schema);
      }
      if (value instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> each : map.entrySet()) {
          if (each.getValue() == schema) {
            return path + '/' + JsonPointers.escape(String.valueOf(each.getKey()));
          }
        }
      }
    }
    return "";
  }

  private void checkKnown(Supplier<String> pointer, Map<String, @Nullable Object> keywords) {
    for (String keyword : keywords.keySet()) {
      if (keyword.equals(OwnErrorMessages.KEYWORD)
          && (options().errorMessages() || keywords instanceof DerivedNode)) {
        IdleMessages.find(
            keywords,
            vocabulary::isKnown,
            fault -> settings.strict(options().strictSchema(), fault, pointer.get()));
      }
      if (!vocabulary.isKnown(keyword)
          && !(keywords instanceof DerivedNode && keyword.equals(OwnErrorMessages.KEYWORD))) {
        settings.strict(
            options().strictSchema(), "unknown keyword: \"" + keyword + '"', pointer.get());
      }
    }
  }

  private Check keywords(Place place) {
    Map<String, @Nullable Object> schema = place.keywords();
    List<String> names = SchemaTypes.of(place, schema);
    @Nullable Types types =
        names.isEmpty()
            ? null
            : new Types(names, settings.coercion(), options().strictNumbers(), schema);
    boolean typesFirst =
        types == null
            || types.converts()
            // There is no place among the groups at which it could be looked at later.
            || !GROUPS.contains(names.get(0))
            || names.size() > 1
            || vocabulary.rules(schema, names.get(0)).isEmpty();
    Parts parts =
        new Parts(types, typeFailure(place, schema, names), typesFirst, options().strictNumbers());
    boolean refOnly =
        schema.get("$ref") instanceof String
            && (options().ignoreKeywordsWithRef() || !vocabulary.hasRulesBesideRef(schema));
    List<Check> any = new ArrayList<>();
    if (refOnly) {
      any.add(new References(this).compile(place));
    } else {
      StrictTypes.check(place, names, settings);
      compileAny(place, any);
      compileTyped(place, parts);
    }
    any.forEach(parts::addAny);
    OwnErrorMessages messages = errorMessages(place);
    parts.messages(messages);
    // After an error of one alternative others may change the value: a schema knows that.
    return types == null && messages == null && parts.hasOnly(1) && !place.mode.exhaustive()
        ? any.get(0)
        : new SchemaCheck(parts, place.schemaPath);
  }

  /** What is told in place of errors; null for what keywords say, or where nobody is told. */
  private @Nullable OwnErrorMessages errorMessages(Place place) {
    if (!place.keywords().containsKey(OwnErrorMessages.KEYWORD)
        || !(options().errorMessages() || place.schema instanceof DerivedNode)) {
      return null;
    }
    try {
      OwnErrorMessages messages =
          new OwnErrorMessages(place.keywords().get(OwnErrorMessages.KEYWORD));
      return place.mode.silent() || !options().messages() ? null : messages;
    } catch (IllegalArgumentException e) {
      throw fault(
          place,
          "keyword \"errorMessage\" value is invalid at path \""
              + place.schemaPath
              + "\": "
              + e.getMessage());
    }
  }

  private TypeFailure typeFailure(
      Place place, Map<String, @Nullable Object> schema, List<String> names) {
    Object declared = schema.get("type") instanceof String type ? type : names;
    return new TypeFailure(
        report(place, "type"),
        Map.of("type", declared),
        "must be " + (declared instanceof String type ? type : String.join(",", names)),
        schema instanceof DerivedNode derived ? derived.message("required") : null);
  }

  private void compileAny(Place place, List<Check> checks) {
    Applicators applicators = new Applicators(this);
    for (String keyword : vocabulary.rules(place.keywords(), Vocabulary.ANY)) {
      Check check =
          vocabulary.isCustom(keyword)
              ? new CustomKeywords(this).compile(place, keyword)
              : applicators.compile(place, keyword);
      if (check != null) {
        checks.add(check);
      }
    }
  }

  private void compileTyped(Place place, Parts parts) {
    for (String type : vocabulary.types()) {
      List<String> rules = vocabulary.rules(place.keywords(), type);
      if (type.equals(Vocabulary.ANY) || rules.isEmpty()) {
        continue;
      }
      int group = GROUPS.indexOf(type);
      KeywordGroup keywords = keywordsFor(type, place);
      List<Check> checks = new ArrayList<>(keywords.start());
      for (String rule : rules) {
        if (vocabulary.isCustom(rule)) {
          checks.add(new CustomKeywords(this).compile(place, rule));
        } else {
          checks.addAll(keywords.compile(rule));
        }
      }
      if (group >= 0) {
        checks.forEach(check -> parts.add(group, check));
      } else {
        checks.forEach(check -> parts.addLast(type, check));
      }
      keywords.finish(parts);
    }
  }

  private KeywordGroup keywordsFor(String type, Place place) {
    return switch (type) {
      case "array" -> new ArrayKeywords(this, place);
      case "object" -> new ObjectKeywords(this, place);
      default -> new ScalarKeywords(this, place, type);
    };
  }

  /** Checks the JSON type of a keyword's own value. */
  Object expect(Place place, String keyword, String... types) {
    Object value = place.keywords().get(keyword);
    for (String type : types) {
      boolean fits =
          switch (type) {
            case "number" -> value instanceof Number;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List;
            default -> value instanceof Map;
          };
      if (value != null && fits) {
        return value;
      }
    }
    throw fault(place, keyword + " value must be [\"" + String.join("\",\"", types) + "\"]");
  }
}
