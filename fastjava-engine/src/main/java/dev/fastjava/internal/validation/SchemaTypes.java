package dev.fastjava.internal.validation;

import dev.fastjava.schema.SchemaBuildException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code type} and {@code nullable}. */
final class SchemaTypes {
  private static final Set<String> JSON_TYPES =
      Set.of("string", "number", "integer", "boolean", "null", "object", "array");

  private SchemaTypes() {}

  /** The types of a schema in their order; none when it has no type. */
  static List<String> of(Place place, Map<String, @Nullable Object> schema) {
    List<String> types = new ArrayList<>(declared(place, schema.get("type")));
    Object nullable = schema.get("nullable");
    if (types.contains("null")) {
      if (Boolean.FALSE.equals(nullable)) {
        throw new SchemaBuildException("type: null contradicts nullable: false", place.pointer);
      }
    } else if (types.isEmpty() && nullable != null) {
      throw new SchemaBuildException("\"nullable\" cannot be used without \"type\"", place.pointer);
    } else if (Boolean.TRUE.equals(nullable)) {
      types.add("null");
    }
    return types;
  }

  private static List<String> declared(Place place, @Nullable Object type) {
    List<?> names = type instanceof List<?> list ? list : type == null ? List.of() : List.of(type);
    List<String> types = new ArrayList<>();
    for (Object name : names) {
      if (!(name instanceof String text) || !JSON_TYPES.contains(text)) {
        throw new SchemaBuildException(
            "type must be JSONType or JSONType[]: "
                + String.join(",", names.stream().map(String::valueOf).toList()),
            place.pointer);
      }
      types.add(text);
    }
    return types;
  }
}
