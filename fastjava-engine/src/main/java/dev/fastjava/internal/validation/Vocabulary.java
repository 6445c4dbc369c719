package dev.fastjava.internal.validation;

import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.ValidationOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The known keywords. Those that do something are rules; rules are evaluated in groups: first the
 * group for values of any type, then those for one type, each in the order given here.
 */
final class Vocabulary {
  /** The type that stands for values of any type. */
  static final String ANY = "";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$:-]*");

  private static final List<String> ANNOTATIONS =
      List.of(
          "$async",
          "$schema",
          "$id",
          "$defs",
          "$vocabulary",
          "definitions",
          "title",
          "description",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "examples",
          "contentMediaType",
          "contentEncoding",
          "contentSchema");
  private static final List<String> FOR_ANY =
      List.of(
          "$comment",
          "id",
          "$ref",
          "type",
          "nullable",
          "const",
          "enum",
          "not",
          "anyOf",
          "oneOf",
          "allOf",
          "if",
          "then",
          "else");
  private static final List<String> FOR_NUMBERS =
      List.of("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf", "format");
  private static final List<String> FOR_STRINGS =
      List.of(
          "maxLength",
          "minLength",
          "pattern",
          "format",
          "formatMaximum",
          "formatMinimum",
          "formatExclusiveMaximum",
          "formatExclusiveMinimum");
  private static final List<String> FOR_ARRAYS =
      List.of("maxItems", "minItems", "additionalItems", "items", "contains", "uniqueItems");
  private static final List<String> FOR_OBJECTS =
      List.of(
          "maxProperties",
          "minProperties",
          "required",
          "propertyNames",
          "additionalProperties",
          "dependencies",
          "properties",
          "patternProperties");

  private final Set<String> known = new HashSet<>(ANNOTATIONS);
  private final Map<String, List<String>> rulesByType = new LinkedHashMap<>();
  private final Map<String, Set<String>> typesByRule = new LinkedHashMap<>();
  private final Map<String, SchemaKeyword> custom = new HashMap<>();

  Vocabulary(ValidationOptions options) {
    addRules(ANY, FOR_ANY);
    addRules("number", FOR_NUMBERS);
    addRules("string", FOR_STRINGS);
    addRules("array", FOR_ARRAYS);
    addRules("object", FOR_OBJECTS);
    if (options.discriminator()) {
      addRules("object", List.of("discriminator"));
    }
    if (options.errorMessages()) {
      known.add("errorMessage");
    }
    options.keywords().forEach(this::addCustom);
  }

  private void addRules(String type, List<String> rules) {
    rulesByType.computeIfAbsent(type, key -> new ArrayList<>()).addAll(rules);
    for (String rule : rules) {
      known.add(rule);
      Set<String> types = typesByRule.computeIfAbsent(rule, key -> new HashSet<>());
      if (!type.equals(ANY)) {
        types.add(type);
      }
    }
  }

  private void addCustom(SchemaKeyword keyword) {
    String name = keyword.name();
    if (known.contains(name)) {
      throw new IllegalArgumentException("Keyword " + name + " is already defined");
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Keyword " + name + " has invalid name");
    }
    known.add(name);
    custom.put(name, keyword);
    if (keyword.compiler() == null && keyword.macro() == null) {
      return;
    }
    if (keyword.types().isEmpty()) {
      addRules(ANY, List.of(name));
    } else {
      keyword.types().forEach(type -> addRules(type, List.of(name)));
    }
  }

  boolean isKnown(String keyword) {
    return known.contains(keyword);
  }

  SchemaKeyword custom(String keyword) {
    SchemaKeyword found = custom.get(keyword);
    if (found == null) {
      throw new IllegalStateException("no such keyword: " + keyword);
    }
    return found;
  }

  boolean isCustom(String keyword) {
    return custom.containsKey(keyword);
  }

  /** The types that have rules, in the order of evaluation. */
  List<String> types() {
    return List.copyOf(rulesByType.keySet());
  }

  /** The rules of a schema for values of a type, in the order of evaluation. */
  List<String> rules(Map<String, ?> schema, String type) {
    List<String> rules = rulesByType.get(type);
    return rules == null ? List.of() : rules.stream().filter(schema::containsKey).toList();
  }

  /** Whether a schema has a rule at all. */
  boolean hasRules(Map<String, ?> schema) {
    return schema.keySet().stream().anyMatch(typesByRule::containsKey);
  }

  /** Whether a schema has a rule besides {@code $ref}. */
  boolean hasRulesBesideRef(Map<String, ?> schema) {
    return schema.keySet().stream()
        .anyMatch(keyword -> !keyword.equals("$ref") && typesByRule.containsKey(keyword));
  }

  /** All rules with the types they are for; none of a rule for any type. */
  Map<String, Set<String>> typesByRule() {
    return typesByRule;
  }
}
