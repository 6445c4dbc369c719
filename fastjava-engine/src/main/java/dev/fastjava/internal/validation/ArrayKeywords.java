package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.BooleanSchema;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Contains;
import dev.fastjava.internal.validation.check.ItemDefaults;
import dev.fastjava.internal.validation.check.ListItems;
import dev.fastjava.internal.validation.check.SizeLimit;
import dev.fastjava.internal.validation.check.TupleItems;
import dev.fastjava.internal.validation.check.Types;
import dev.fastjava.internal.validation.check.UniqueItems;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.schema.ValidationOptions.Coercion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the keywords for arrays. */
final class ArrayKeywords extends KeywordGroup {
  private final @Nullable ItemDefaults defaults;

  ArrayKeywords(SchemaCompiler compiler, Place place) {
    super(compiler, place);
    this.defaults = defaults();
  }

  private @Nullable ItemDefaults defaults() {
    Map<Integer, @Nullable Object> values = new LinkedHashMap<>();
    if (place.keywords().get("items") instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        Map<String, @Nullable Object> schema = Values.object(items.get(i));
        if (schema.containsKey("default") && Defaults.apply(compiler, place, "[" + i + "]")) {
          values.put(i, schema.get("default"));
        }
      }
    }
    return values.isEmpty() ? null : new ItemDefaults(values, Defaults.emptyToo(compiler));
  }

  @Override
  List<Check> start() {
    return defaults == null ? List.of() : List.of(defaults);
  }

  @Override
  @Nullable Check check(String keyword) {
    return switch (keyword) {
      case "minItems", "maxItems" -> size(SizeLimit.Unit.ITEMS, keyword);
      case "additionalItems" -> additionalItems();
      case "items" -> items();
      case "contains" -> contains();
      default -> uniqueItems();
    };
  }

  private @Nullable Check additionalItems() {
    Object schema = compiler.expect(place, "additionalItems", "boolean", "object");
    if (!(place.keywords().get("items") instanceof List<?> tuple)) {
      compiler.strict(
          place,
          compiler.options().strictSchema(),
          "\"additionalItems\" is ignored when \"items\" is not an array of schemas");
      return null;
    }
    if (schema.equals(false)) {
      return new SizeLimit(SizeLimit.Unit.ITEMS, true, tuple.size(), report("additionalItems"));
    }
    if (compiler.allowsAll(place, schema)) {
      return null;
    }
    return list(schema, "/additionalItems", tuple.size());
  }

  private @Nullable Check items() {
    Object schema = compiler.expect(place, "items", "object", "array", "boolean");
    if (schema instanceof List<?> tuple) {
      return tuple(Values.array(tuple));
    }
    return compiler.allowsAll(place, schema) ? null : list(schema, "/items", 0);
  }

  private Check list(Object schema, String path, int from) {
    Check check = compiler.compile(place.inside(schema, path, place.mode, List.of()));
    return new ListItems(check, from);
  }

  private Check tuple(List<@Nullable Object> schemas) {
    checkStrictTuple(schemas.size());
    List<@Nullable Check> checks = new ArrayList<>();
    for (int i = 0; i < schemas.size(); i++) {
      Object schema = schemas.get(i);
      checks.add(
          schema == null || compiler.allowsAll(place, schema)
              ? null
              : compiler.compile(place.inside(schema, "/items/" + i, place.mode, List.of())));
    }
    return new TupleItems(checks);
  }

  private void checkStrictTuple(int length) {
    Map<String, @Nullable Object> schema = place.keywords();
    boolean closed =
        isNumber(schema.get("maxItems"), length)
            || Boolean.FALSE.equals(schema.get("additionalItems"));
    if (!(isNumber(schema.get("minItems"), length) && closed)) {
      compiler.strict(
          place,
          compiler.options().strictTuples(),
          "\"items\" is "
              + length
              + "-tuple, but minItems or maxItems/additionalItems are not specified or"
              + " different at path \""
              + place.schemaPath
              + '"');
    }
  }

  private static boolean isNumber(@Nullable Object value, int expected) {
    return value instanceof Number number && number.doubleValue() == expected;
  }

  private Check contains() {
    Object schema = compiler.expect(place, "contains", "object", "boolean");
    Check check =
        compiler.allowsAll(place, schema)
            ? BooleanSchema.TRUE
            : compiler.compile(
                place.inside(schema, "/contains", place.mode.inComposite(), List.of()));
    return new Contains(check, report("contains"));
  }

  private @Nullable Check uniqueItems() {
    if (compiler.expect(place, "uniqueItems", "boolean").equals(false)) {
      return null;
    }
    return new UniqueItems(itemTypes(compiler, place), report("uniqueItems"));
  }

  /** The types of the items; null when the schema does not tell. */
  static @Nullable Types itemTypes(SchemaCompiler compiler, Place place) {
    Map<String, @Nullable Object> items = Values.object(place.keywords().get("items"));
    List<String> names = SchemaTypes.of(place, items);
    return names.isEmpty()
        ? null
        : new Types(names, Coercion.OFF, compiler.options().strictNumbers(), Map.of());
  }
}
