package dev.fastjava.internal.validation.library;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fastjava.internal.validation.check.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the errors of the library into the order in which the reference, and the engine of draft-07,
 * finds them: by the kinds of keywords, and inside of a keyword by the order of schema and value.
 */
final class ErrorOrder {
  private static final Map<String, Integer> RANKS = new HashMap<>();

  static {
    String order =
        "$ref $dynamicRef $recursiveRef type const enum not anyOf oneOf allOf if then else"
            + " maximum minimum exclusiveMaximum exclusiveMinimum multipleOf"
            + " maxLength minLength pattern format"
            + " maxItems minItems prefixItems additionalItems items contains minContains"
            + " maxContains uniqueItems maxProperties minProperties required propertyNames"
            + " additionalProperties dependencies dependentRequired dependentSchemas properties"
            + " patternProperties unevaluatedProperties unevaluatedItems";
    for (String keyword : order.split(" ", -1)) {
      RANKS.put(keyword, RANKS.size());
    }
  }

  private final OriginalSchema schema;
  private final @Nullable Object root;

  /** Where the names of an object stand in it, by object: one may have thousands of errors. */
  private final IdentityHashMap<Object, Map<String, Integer>> places = new IdentityHashMap<>();

  private ErrorOrder(OriginalSchema schema, @Nullable Object root) {
    this.schema = schema;
    this.root = root;
  }

  private record Placed(Error error, List<Integer> place) {}

  /** Returns the errors in order. */
  static List<Error> of(List<Error> errors, OriginalSchema schema, @Nullable Object root) {
    ErrorOrder order = new ErrorOrder(schema, root);
    List<Placed> all = new ArrayList<>(errors.size());
    errors.forEach(each -> all.add(new Placed(each, order.place(each))));
    all.sort(Comparator.comparing(Placed::place, ErrorOrder::compare));
    return all.stream().map(Placed::error).toList();
  }

  /** What is compared, from the outside to the inside; a keyword comes before what is in it. */
  private List<Integer> place(Error error) {
    NodePath way = error.getEvaluationPath();
    if (way == null) {
      return List.of();
    }
    List<String> path = OriginalSchema.names(way);
    List<String> instance = OriginalSchema.names(error.getInstanceLocation());
    List<Integer> place = new ArrayList<>();
    Object value = root;
    int depth = 0;
    for (int i = 0; i < path.size(); i++) {
      String keyword = path.get(i);
      place.add(RANKS.getOrDefault(keyword, RANKS.size()));
      boolean named =
          DialectKeywords.MAPS.contains(keyword)
              || (i + 1 < path.size() && path.get(i + 1).matches("\\d{1,6}"));
      if (named && i + 1 < path.size()) {
        place.add(index(schema.at(path, i + 1), path.get(i + 1)));
        i++;
      }
      if (Composite.INTO_VALUES.contains(keyword) && depth < instance.size()) {
        String name = instance.get(depth++);
        place.add(index(value, name));
        value = child(value, name);
      }
    }
    return place;
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    int shared = Math.min(one.size(), other.size());
    for (int i = 0; i < shared; i++) {
      int order = Integer.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static @Nullable Object child(@Nullable Object value, String name) {
    if (value instanceof List<?> list) {
      int index = number(name);
      return index < list.size() ? list.get(index) : null;
    }
    return Values.object(value).get(name);
  }

  private int index(@Nullable Object container, String name) {
    if (!(container instanceof Map<?, ?> map)) {
      return number(name);
    }
    Map<String, Integer> known =
        places.computeIfAbsent(
            map,
            each -> {
              Map<String, Integer> all = new HashMap<>();
              map.keySet().forEach(key -> all.put(String.valueOf(key), all.size()));
              return all;
            });
    return known.getOrDefault(name, known.size());
  }

  private static int number(String name) {
    return name.matches("\\d{1,9}") ? Integer.parseInt(name) : Integer.MAX_VALUE;
  }
}
