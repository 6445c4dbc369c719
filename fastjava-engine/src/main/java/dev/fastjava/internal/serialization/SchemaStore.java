package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.validation.check.JsonEquality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas that references of one build can lead to, by id. */
final class SchemaStore {
  /**
   * A schema.
   *
   * @param inner whether it is part of another schema in the store
   */
  private record Entry(Object schema, boolean inner, Map<String, Object> anchors) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** The id a schema goes by: its own, unless that is only an anchor. */
  static String idOf(Object schema, String otherwise) {
    String own = ownId(schema);
    return own == null || own.startsWith("#") ? otherwise : own;
  }

  private static @Nullable String ownId(@Nullable Object schema) {
    return schema instanceof Map<?, ?> map && map.get("$id") instanceof String id ? id : null;
  }

  boolean has(String id) {
    return entries.containsKey(id);
  }

  /** The schemas by id that are not part of others. */
  Map<String, Object> roots() {
    Map<String, Object> roots = new LinkedHashMap<>();
    entries.forEach(
        (id, entry) -> {
          if (!entry.inner) {
            roots.put(id, entry.schema);
          }
        });
    return roots;
  }

  /** Adds a schema with all schemas inside of it that have ids of their own. */
  void add(Object schema, String id) {
    String rootId = idOf(schema, id);
    if (rootId.equals(id) && !id.equals(ownId(schema))) {
      insert(schema, rootId, false);
    }
    addTree(schema, rootId, false);
  }

  private void addTree(@Nullable Object value, String parentId, boolean inner) {
    if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
      return;
    }
    String rootId = parentId;
    String own = ownId(value);
    if (own != null && own.startsWith("#")) {
      insertAnchor(value, rootId, own);
    } else if (own != null) {
      insert(value, own, inner);
      rootId = own;
    }
    for (Object child : value instanceof Map<?, ?> map ? map.values() : (List<?>) value) {
      addTree(child, rootId, true);
    }
  }

  private void insert(Object schema, String id, boolean inner) {
    Entry present = entries.get(id);
    if (present == null) {
      entries.put(id, new Entry(schema, inner, new LinkedHashMap<>()));
    } else if (!JsonEquality.equal(present.schema, schema)) {
      throw new IllegalArgumentException("There is already another schema with id \"" + id + "\".");
    }
  }

  private void insertAnchor(Object schema, String id, String anchor) {
    Entry entry = entries.get(id);
    if (entry != null && entry.anchors.putIfAbsent(anchor, schema) != null) {
      throw new IllegalArgumentException(
          "There is already another anchor \"" + anchor + "\" in schema \"" + id + "\".");
    }
  }

  /**
   * Finds the schema at a place.
   *
   * @param pointer a JSON pointer or an anchor, beginning with {@code #}; its parts are literal
   * @return null when there is nothing
   * @throws IllegalArgumentException when there is no schema with that id
   */
  @Nullable Object find(String id, String pointer) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException(
          "Cannot resolve ref \""
              + id
              + pointer
              + "\". Schema with id \""
              + id
              + "\" is not found.");
    }
    Object anchored = entry.anchors.get(pointer);
    return anchored != null ? anchored : follow(entry.schema, pointer);
  }

  private static @Nullable Object follow(Object root, String pointer) {
    Object current = root;
    for (String part : pointer.split("/", -1)) {
      if (!part.isEmpty() && !part.equals("#")) {
        current = JsonPointers.step(current, part);
      }
    }
    return current == JsonPointers.MISSING ? null : current;
  }
}
