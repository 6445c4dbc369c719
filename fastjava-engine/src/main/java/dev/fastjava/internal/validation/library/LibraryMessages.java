package dev.fastjava.internal.validation.library;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.validation.check.OwnErrorMessages;
import dev.fastjava.schema.ValidationError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the messages of {@code errorMessage} in the place of errors, the inner ones first. */
final class LibraryMessages {
  private static final Set<String> WITH_NAMES =
      Set.of(
          "properties",
          "patternProperties",
          "$defs",
          "definitions",
          "dependencies",
          "dependentSchemas");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  private final OriginalSchema original;
  private final boolean everywhere;

  /**
   * Makes it.
   *
   * @param everywhere whether schemas written by hand have messages, too
   */
  LibraryMessages(OriginalSchema original, boolean everywhere) {
    this.original = original;
    this.everywhere = everywhere;
  }

  /** An error with the way of the evaluation that found it, its keyword included. */
  record Traced(ValidationError error, List<String> way) {}

  /** A schema with messages that was used for a value. */
  private record Spot(List<String> way, String path) {}

  List<ValidationError> replace(List<Traced> found, @Nullable Object root) {
    Set<Spot> spots = new LinkedHashSet<>();
    for (Traced each : found) {
      spots.addAll(around(each));
    }
    List<Traced> current = found;
    for (Spot spot :
        spots.stream().sorted(Comparator.comparingInt((Spot s) -> -s.way.size())).toList()) {
      current = replace(spot, current, root);
    }
    return current.stream().map(Traced::error).toList();
  }

  private List<Traced> replace(Spot spot, List<Traced> all, @Nullable Object root) {
    IdentityHashMap<ValidationError, Traced> inside = new IdentityHashMap<>();
    List<ValidationError> errors = new ArrayList<>();
    List<Traced> result = new ArrayList<>();
    int at = -1;
    for (Traced each : all) {
      if (around(each).contains(spot)) {
        at = at < 0 ? result.size() : at;
        inside.put(each.error, each);
        errors.add(each.error);
      } else {
        result.add(each);
      }
    }
    if (errors.isEmpty()) {
      return all;
    }
    new OwnErrorMessages(messages(spot.way))
        .replace(
            errors,
            error -> {
              Traced traced = inside.get(error);
              return traced != null && traced.way.size() == spot.way.size() + 1;
            },
            spot.path,
            schemaPath(spot.way),
            root);
    List<Traced> replaced = new ArrayList<>();
    for (ValidationError error : errors) {
      Traced kept = inside.get(error);
      replaced.add(kept == null ? new Traced(error, step(spot.way)) : kept);
    }
    result.addAll(at, replaced);
    return result;
  }

  private static List<String> step(List<String> way) {
    List<String> longer = new ArrayList<>(way);
    longer.add(OwnErrorMessages.KEYWORD);
    return longer;
  }

  /** The schemas with messages on the way to an error. */
  private List<Spot> around(Traced each) {
    List<String> way = each.way;
    List<Integer> positions = new ArrayList<>();
    List<Integer> depths = new ArrayList<>();
    int depth = 0;
    int i = 0;
    while (i < way.size()) {
      positions.add(i);
      depths.add(depth);
      String name = way.get(i);
      boolean tuple =
          name.equals("items") && i + 1 < way.size() && way.get(i + 1).matches("\\d{1,6}");
      if (Composite.INTO_VALUES.contains(name) && i + 1 < way.size()) {
        depth++;
      }
      i += WITH_NAMES.contains(name) || LISTS.contains(name) || tuple ? 2 : 1;
    }
    List<Spot> spots = new ArrayList<>();
    for (int j = 0; j < positions.size(); j++) {
      List<String> before = way.subList(0, positions.get(j));
      if (messages(before) != null) {
        spots.add(
            new Spot(List.copyOf(before), up(each.error.instancePath(), depth - depths.get(j))));
      }
    }
    return spots;
  }

  private static String up(String path, int levels) {
    String above = path;
    for (int i = 0; i < levels && !above.isEmpty(); i++) {
      above = above.substring(0, above.lastIndexOf('/'));
    }
    return above;
  }

  /** What the keyword is given in a schema; null when it is not there, or does not count. */
  private @Nullable Object messages(List<String> way) {
    Object schema = original.at(way, way.size());
    return schema instanceof Map<?, ?> map && (everywhere || map instanceof DerivedNode)
        ? map.get(OwnErrorMessages.KEYWORD)
        : null;
  }

  /** Where a schema stands: behind a reference, it is what that says. */
  private String schemaPath(List<String> way) {
    String start = "#";
    int from = 0;
    for (int i = 0; i < way.size(); i++) {
      if (way.get(i).equals("$ref")
          && original.at(way, i) instanceof Map<?, ?> referring
          && referring.get("$ref") instanceof String reference) {
        start = reference.indexOf('#') < 0 ? reference + '#' : reference;
        from = i + 1;
      }
    }
    StringBuilder path = new StringBuilder(start);
    for (String name : way.subList(from, way.size())) {
      path.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return path.toString();
  }
}
