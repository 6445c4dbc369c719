package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.ReadNames;
import dev.fastjava.internal.validation.check.AdditionalProperties;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.LeftOutProperties;
import dev.fastjava.internal.validation.check.NamedProperties;
import dev.fastjava.internal.validation.check.ObjectDefaults;
import dev.fastjava.internal.validation.check.PatternProperties;
import dev.fastjava.internal.validation.check.Properties;
import dev.fastjava.internal.validation.check.PropertyNames;
import dev.fastjava.internal.validation.check.Required;
import dev.fastjava.internal.validation.check.SchemaCheck.Parts;
import dev.fastjava.internal.validation.check.SizeLimit;
import dev.fastjava.internal.validation.check.TextTest;
import dev.fastjava.internal.validation.check.TryOut;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the keywords for objects. */
final class ObjectKeywords extends KeywordGroup {
  private final ShapeBuilder shape = new ShapeBuilder();
  private final Map<String, @Nullable Object> properties;
  private final Map<String, @Nullable Object> patterns;
  private final @Nullable ObjectDefaults defaults;

  /** What a Java type reads besides what its schema has; null for nothing. */
  private final @Nullable ReadNames names;

  /** The same where properties have several names: then the quick look does not know them all. */
  private final @Nullable ReadNames several;

  ObjectKeywords(SchemaCompiler compiler, Place place) {
    super(compiler, place);
    this.properties = Values.object(place.keywords().get("properties"));
    this.patterns = Values.object(place.keywords().get("patternProperties"));
    this.names = place.schema instanceof DerivedNode derived ? derived.names() : null;
    this.several = names != null && names.areSeveral() ? names : null;
    this.defaults = defaults();
  }

  private @Nullable ObjectDefaults defaults() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    properties.forEach(
        (name, property) -> {
          Map<String, @Nullable Object> schema = Values.object(property);
          if (schema.containsKey("default") && Defaults.apply(compiler, place, '.' + name)) {
            values.put(name, schema.get("default"));
          }
        });
    if (values.isEmpty()) {
      return null;
    }
    boolean emptyToo = Defaults.emptyToo(compiler);
    ObjectDefaults step = new ObjectDefaults(values, emptyToo, several);
    if (!emptyToo && several == null) {
      shape.defaults(values.keySet(), step);
    }
    return step;
  }

  @Override
  List<Check> start() {
    List<Check> checks = new ArrayList<>(3);
    if (names != null && names.leaveOut() && !place.mode.silent()) {
      checks.add(new LeftOutProperties(names));
    }
    if (defaults != null) {
      checks.add(defaults);
    }
    if (several != null && !several.required().isEmpty() && !declares("required")) {
      checks.add(required(List.of()));
    }
    return checks;
  }

  private boolean declares(String keyword) {
    return place.keywords().containsKey(keyword);
  }

  @Override
  List<Check> compile(String keyword) {
    List<Check> checks = new ArrayList<>(2);
    if (keyword.equals("properties") && removesAll()) {
      checks.add(additional(true, null));
    }
    checks.addAll(super.compile(keyword));
    return checks;
  }

  private boolean removesAll() {
    return compiler.options().removeAdditional() == RemoveAdditional.ALL
        && !declares("additionalProperties")
        && !isShared();
  }

  /** Whether other schemas of the same Java type describe what this one does not. */
  private boolean isShared() {
    return place.schema instanceof DerivedNode && (declares("allOf") || place.mode.shared());
  }

  @Override
  @Nullable Check check(String keyword) {
    return switch (keyword) {
      case "minProperties", "maxProperties" -> size(SizeLimit.Unit.PROPERTIES, keyword);
      case "required" -> required();
      case "propertyNames" -> propertyNames();
      case "additionalProperties" -> additionalProperties();
      case "dependencies" -> new DependencyKeyword(compiler).compile(place);
      case "properties" -> properties();
      case "patternProperties" -> patternProperties();
      default -> new DiscriminatorKeyword(compiler).compile(place);
    };
  }

  @Override
  void finish(Parts parts) {
    shape.build(properties.keySet(), parts);
  }

  private @Nullable Check required() {
    List<String> names = new ArrayList<>();
    for (Object name : Values.array(compiler.expect(place, "required", "array"))) {
      names.add(String.valueOf(name));
    }
    return names.isEmpty() && (several == null || several.required().isEmpty())
        ? null
        : required(names);
  }

  private Required required(List<String> declared) {
    List<String> names = declared;
    if (several != null) {
      // In the order of the properties, in which errors are told.
      names = new ArrayList<>(properties.keySet());
      names.removeIf(name -> !declared.contains(name) && !several.required().contains(name));
      names.addAll(declared.stream().filter(name -> !properties.containsKey(name)).toList());
    }
    for (String name : names) {
      if (!properties.containsKey(name) && !place.declared.contains(name)) {
        String at = place.unit.baseId() + place.schemaPath;
        compiler.strict(
            place,
            compiler.options().strictRequired(),
            "required property \"" + name + "\" is not defined at \"" + at + "\" (strictRequired)");
      }
    }
    Required check = new Required(names, report("required"), ownMessages(names), several);
    if (several == null) {
      shape.required(names, check);
    }
    return check;
  }

  /** The messages that properties derived from a type have for being missing. */
  private Map<String, String> ownMessages(List<String> names) {
    Map<String, String> own = new HashMap<>();
    if (place.keywords().get("properties") instanceof Map<?, ?> declared) {
      for (String name : names) {
        String message =
            declared.get(name) instanceof DerivedNode derived ? derived.message("required") : null;
        if (message != null) {
          own.put(name, message);
        }
      }
    }
    return own;
  }

  private @Nullable Check propertyNames() {
    Object schema = compiler.expect(place, "propertyNames", "object", "boolean");
    if (compiler.allowsAll(place, schema)) {
      return null;
    }
    Check check =
        compiler.compile(
            place.inside(schema, "/propertyNames", place.mode.inComposite(), List.of("string")));
    return new PropertyNames(check, report("propertyNames"));
  }

  private @Nullable Check additionalProperties() {
    Object schema = compiler.expect(place, "additionalProperties", "boolean", "object");
    RemoveAdditional removal = compiler.options().removeAdditional();
    // The values of a map are not additional: they are what the type has.
    boolean map = place.schema instanceof DerivedNode;
    if (removal == RemoveAdditional.ALL && !map) {
      return additional(true, null);
    }
    if (compiler.allowsAll(place, schema)) {
      return null;
    }
    if (schema.equals(false)) {
      return additional(removal != RemoveAdditional.OFF, null);
    }
    boolean failing = removal == RemoveAdditional.FAILING && !map;
    Place.Mode mode = failing ? place.mode.inCondition() : place.mode;
    Check check = compiler.compile(place.inside(schema, "/additionalProperties", mode, List.of()));
    return additional(failing, failing ? new TryOut(check) : check);
  }

  private Check additional(boolean removes, @Nullable Check schema) {
    List<TextTest> tests = new ArrayList<>();
    patterns.keySet().forEach(pattern -> tests.add(compiler.expression(place, pattern)));
    AdditionalProperties check =
        new AdditionalProperties(
            Set.copyOf(properties.keySet()),
            names,
            tests,
            schema,
            removes,
            report("additionalProperties"));
    if (schema == null && tests.isEmpty() && names == null) {
      shape.closed(check);
    }
    return check;
  }

  private @Nullable Check properties() {
    compiler.expect(place, "properties", "object");
    place.declared.addAll(properties.keySet());
    List<String> names = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    properties.forEach(
        (name, schema) -> {
          if (schema == null || compiler.allowsAll(place, schema)) {
            return;
          }
          String path = "/properties/" + JsonPointers.escapeInFragment(name);
          Check check = compiler.compile(place.inside(schema, path, place.mode, List.of()));
          place.declared.add(name);
          names.add(name);
          checks.add(check);
        });
    if (several != null) {
      return names.isEmpty() ? null : new NamedProperties(names, checks, several);
    }
    Properties check = names.isEmpty() ? null : new Properties(names, checks);
    shape.properties(names, checks, check);
    return check;
  }

  private @Nullable Check patternProperties() {
    compiler.expect(place, "patternProperties", "object");
    List<TextTest> tests = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    List<String> trivial =
        patterns.keySet().stream()
            .filter(
                pattern -> {
                  Object schema = patterns.get(pattern);
                  return schema == null || compiler.allowsAll(place, schema);
                })
            .toList();
    if (trivial.size() == patterns.size()) {
      return null;
    }
    patterns.forEach(
        (pattern, schema) -> {
          checkMatching(pattern);
          TextTest test = compiler.expression(place, pattern);
          if (schema != null && !trivial.contains(pattern)) {
            String path = "/patternProperties/" + JsonPointers.escapeInFragment(pattern);
            tests.add(test);
            checks.add(compiler.compile(place.inside(schema, path, place.mode, List.of())));
          }
        });
    return new PatternProperties(tests, checks);
  }

  private void checkMatching(String pattern) {
    if (compiler.options().strictSchema() == Strictness.OFF
        || compiler.options().allowMatchingProperties()) {
      return;
    }
    for (String name : properties.keySet()) {
      if (compiler.expression(place, pattern).test(name)) {
        compiler.strict(
            place,
            compiler.options().strictSchema(),
            "property " + name + " matches pattern " + pattern + " (use allowMatchingProperties)");
      }
    }
  }
}
