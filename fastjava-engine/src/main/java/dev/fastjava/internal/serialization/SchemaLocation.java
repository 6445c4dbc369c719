package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonPointers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a schema.
 *
 * @param schema what stands there, null when nothing does
 * @param schemaId the id of the schema it is part of
 * @param pointer the way from that schema's root, beginning with {@code #}
 */
record SchemaLocation(@Nullable Object schema, String schemaId, String pointer) {

  static SchemaLocation root(Object schema, String schemaId) {
    return new SchemaLocation(schema, schemaId, "#");
  }

  /** The place of a keyword or of a member, whether or not there is something. */
  SchemaLocation child(String name) {
    return new SchemaLocation(keyword(name), schemaId, pointer + '/' + JsonPointers.escape(name));
  }

  /** The place of a list's item. */
  SchemaLocation child(int index) {
    Object item = schema instanceof List<?> list ? list.get(index) : null;
    return new SchemaLocation(item, schemaId, pointer + '/' + index);
  }

  SchemaLocation withSchema(Object other) {
    return new SchemaLocation(other, schemaId, pointer);
  }

  /** The value of a keyword; null when it is missing or this is no object. */
  @Nullable Object keyword(String name) {
    return schema instanceof Map<?, ?> map ? map.get(name) : null;
  }

  boolean has(String name) {
    return schema instanceof Map<?, ?> map && map.containsKey(name);
  }

  /** The reference that leads here. */
  String ref() {
    return schemaId + pointer;
  }
}
