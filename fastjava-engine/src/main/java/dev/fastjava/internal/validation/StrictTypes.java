package dev.fastjava.internal.validation;

import dev.fastjava.schema.ValidationOptions.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Strict mode's rules about types. */
final class StrictTypes {
  private StrictTypes() {}

  /**
   * Checks the types of a schema against its keywords and the schemas around it.
   *
   * @param types the types of the schema
   */
  static void check(Place place, List<String> types, Settings settings) {
    if (settings.options().strictTypes() == Strictness.OFF) {
      return;
    }
    checkContext(place, types, settings);
    boolean union = types.size() > 1 && !(types.size() == 2 && types.contains("null"));
    if (union && !settings.options().allowUnionTypes()) {
      fail(place, "use allowUnionTypes to allow union type keyword", settings);
    }
    checkKeywords(place, settings);
  }

  private static void checkContext(Place place, List<String> types, Settings settings) {
    if (types.isEmpty()) {
      return;
    }
    if (place.types.isEmpty()) {
      place.types = types;
      return;
    }
    for (String type : types) {
      if (!includes(place.types, type)) {
        String context = String.join(",", place.types);
        fail(place, "type \"" + type + "\" not allowed by context \"" + context + '"', settings);
      }
    }
    List<String> narrowed = new ArrayList<>();
    for (String type : place.types) {
      if (includes(types, type)) {
        narrowed.add(type);
      } else if (types.contains("integer") && type.equals("number")) {
        narrowed.add("integer");
      }
    }
    place.types = narrowed;
  }

  private static void checkKeywords(Place place, Settings settings) {
    settings
        .vocabulary()
        .typesByRule()
        .forEach(
            (rule, types) -> {
              if (place.keywords().containsKey(rule)
                  && !types.isEmpty()
                  && types.stream().noneMatch(type -> applies(place.types, type))) {
                fail(
                    place,
                    "missing type \"" + describe(types) + "\" for keyword \"" + rule + '"',
                    settings);
              }
            });
  }

  private static String describe(Set<String> types) {
    // "format" is for both, and the reference names them in this order.
    return types.size() == 2 ? "number,string" : String.join(",", types);
  }

  private static boolean applies(List<String> types, String type) {
    return types.contains(type) || (type.equals("number") && types.contains("integer"));
  }

  private static boolean includes(List<String> types, String type) {
    return types.contains(type) || (type.equals("integer") && types.contains("number"));
  }

  private static void fail(Place place, String message, Settings settings) {
    String at = place.unit.baseId() + place.schemaPath;
    settings.strict(
        settings.options().strictTypes(),
        message + " at \"" + at + "\" (strictTypes)",
        place.pointer);
  }
}
