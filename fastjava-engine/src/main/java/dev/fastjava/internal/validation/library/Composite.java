package dev.fastjava.internal.validation.library;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.schema.ValidationError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A keyword that fails because of what is inside of it. The library reports only what is inside;
 * the reference reports the keyword as well.
 *
 * @param keyword {@code anyOf}, {@code oneOf}, {@code propertyNames}, {@code then} or {@code else}
 * @param evaluationPath how it was reached
 * @param instancePath the value it failed for
 * @param schemaLocation where it stands
 * @param name the name of the property, for {@code propertyNames}
 */
record Composite(
    String keyword,
    String evaluationPath,
    String instancePath,
    String schemaLocation,
    @Nullable String name) {
  private static final Set<String> WITH_NAMES =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

  /** Keywords whose schemas are for what is inside of the value. */
  static final Set<String> INTO_VALUES =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "additionalItems",
          "unevaluatedItems",
          "contains");

  /**
   * The composite keywords around an error, the outermost first, without those by which the schema
   * of a type admits null.
   */
  static List<Composite> around(Error error, OriginalSchema original) {
    NodePath path = error.getEvaluationPath();
    List<Composite> found = new ArrayList<>();
    if (path == null) {
      return found;
    }
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      String name = path.getName(i);
      if (WITH_NAMES.contains(name)) {
        i++;
        continue;
      }
      switch (name) {
        case "anyOf", "oneOf", "propertyNames", "then" -> found.add(at(error, path, i));
        case "else" -> {
          if (!original.admitsNullOnly(path, i)) {
            found.add(at(error, path, i));
          }
        }
        default -> {}
      }
    }
    return found;
  }

  /** How it was reached, by names. */
  List<String> way() {
    return JsonPointers.steps(evaluationPath);
  }

  private static Composite at(Error error, NodePath path, int index) {
    int deeper = 0;
    boolean refers = false;
    for (int i = index + 1; i < path.getNameCount(); i++) {
      String name = path.getName(i);
      refers |= name.endsWith("ef") && name.startsWith("$");
      if (INTO_VALUES.contains(name) && i + 1 < path.getNameCount()) {
        deeper++;
      }
      if (WITH_NAMES.contains(name) || name.equals("prefixItems")) {
        i++;
      }
    }
    NodePath evaluation = path;
    for (int i = path.getNameCount() - 1; i > index; i--) {
      evaluation = evaluation.getParent();
    }
    NodePath instance = error.getInstanceLocation();
    String keyword = path.getName(index);
    String name = null;
    if (keyword.equals("propertyNames") && instance.getNameCount() > 0) {
      name = instance.getName(instance.getNameCount() - 1);
      deeper = 1;
    }
    for (int i = 0; i < deeper && instance.getNameCount() > 0; i++) {
      instance = instance.getParent();
    }
    String location = error.getSchemaLocation().toString();
    if (refers) {
      location = '#' + evaluation.toString();
    } else {
      for (int i = path.getNameCount() - 1; i > index; i--) {
        location = location.substring(0, location.lastIndexOf('/'));
      }
    }
    return new Composite(keyword, evaluation.toString(), instance.toString(), location, name);
  }

  /** The error of the keyword. */
  ValidationError error(String schemaPath, boolean messages) {
    return switch (keyword) {
      case "then", "else" ->
          error(
              "if",
              schemaPath.substring(0, schemaPath.lastIndexOf('/')) + "/if",
              Map.of("failingKeyword", keyword),
              messages ? "must match \"" + keyword + "\" schema" : null);
      case "anyOf" ->
          error(keyword, schemaPath, Map.of(), messages ? "must match a schema in anyOf" : null);
      case "oneOf" ->
          error(
              keyword,
              schemaPath,
              nothing("passingSchemas"),
              messages ? "must match exactly one schema in oneOf" : null);
      default ->
          error(
              keyword,
              schemaPath,
              Map.of("propertyName", String.valueOf(name)),
              messages ? "property name must be valid" : null);
    };
  }

  @SuppressWarnings("NullAway") // no passing schema is null in the error, as in the reference
  private static Map<String, Object> nothing(String name) {
    return Collections.singletonMap(name, null);
  }

  private ValidationError error(
      String reported, String schemaPath, Map<String, Object> params, @Nullable String message) {
    return new ValidationError(instancePath, schemaPath, reported, params, message);
  }
}
