package dev.fastjava.internal.serialization;

import dev.fastjava.internal.validation.check.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows references and merges schemas. Merged schemas join the store under ids of their own, and
 * are made once, so that recursive schemas come to an end.
 */
final class SchemaReferences {
  /** Keywords beside a reference that do not change the output. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$ref",
          "$comment",
          "title",
          "description",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly");

  private final SchemaStore store;
  private final IdentityHashMap<Object, String> mergedBySchema = new IdentityHashMap<>();
  private final Map<String, String> mergedByContent = new HashMap<>();
  private int mergedCount;

  SchemaReferences(SchemaStore store) {
    this.store = store;
  }

  /** Returns where the references at a place lead in the end, keywords beside them merged in. */
  SchemaLocation resolve(SchemaLocation start) {
    Set<String> seen = new HashSet<>();
    List<SchemaLocation> siblings = new ArrayList<>();
    SchemaLocation location = start;
    while (location.keyword("$ref") instanceof String ref) {
      if (!seen.add(location.ref())) {
        throw new IllegalArgumentException("Cannot resolve circular reference \"" + ref + '"');
      }
      Map<String, @Nullable Object> beside = beside(location);
      if (!beside.isEmpty()) {
        siblings.add(0, location.withSchema(absolute(beside, location.schemaId())));
      }
      location = follow(ref, location);
    }
    return siblings.isEmpty() ? location : mergeSiblings(location, siblings);
  }

  private SchemaLocation follow(String ref, SchemaLocation from) {
    int hash = ref.indexOf('#');
    String id = hash < 0 ? ref : ref.substring(0, hash);
    String pointer = hash < 0 ? "#" : ref.substring(hash);
    String schemaId = id.isEmpty() ? from.schemaId() : id;
    Object schema = store.find(schemaId, pointer);
    if (schema == null) {
      throw new IllegalArgumentException("Cannot find reference \"" + ref + '"');
    }
    return new SchemaLocation(schema, schemaId, pointer);
  }

  private static Map<String, @Nullable Object> beside(SchemaLocation location) {
    Map<String, @Nullable Object> beside = new LinkedHashMap<>();
    Values.object(location.schema())
        .forEach(
            (keyword, value) -> {
              if (!ANNOTATIONS.contains(keyword)) {
                beside.put(keyword, value);
              }
            });
    return beside;
  }

  private SchemaLocation mergeSiblings(SchemaLocation target, List<SchemaLocation> siblings) {
    List<@Nullable Object> schemas = new ArrayList<>();
    List<SchemaLocation> parts = new ArrayList<>();
    parts.add(target);
    for (SchemaLocation sibling : siblings) {
      schemas.add(sibling.schema());
      parts.add(sibling);
    }
    try {
      return mergeByContent(target.ref() + schemas, parts);
    } catch (MergeConflictException e) {
      return target; // as the reference does: what cannot be merged is ignored
    }
  }

  /** Merges places, once for each content. */
  SchemaLocation mergeByContent(String content, List<SchemaLocation> parts) {
    String id = mergedByContent.get(content);
    if (id == null) {
      id = nextId();
      merge(id, parts);
      mergedByContent.put(content, id);
    }
    return merged(id);
  }

  /** Returns the id a schema was merged under; null when it was not. */
  @Nullable String mergedIdOf(Object schema) {
    return mergedBySchema.get(schema);
  }

  /** Reserves the id that a schema, and all copies of it, will be merged under. */
  String reserveId(Object schema) {
    String id = nextId();
    mergedBySchema.put(schema, id);
    return id;
  }

  private String nextId() {
    return "__fjs_merged_" + mergedCount++;
  }

  SchemaLocation merged(String id) {
    Object schema = store.find(id, "#");
    if (schema == null) {
      throw new IllegalStateException("nothing was merged as " + id);
    }
    return SchemaLocation.root(schema, id);
  }

  /** Merges places under an id. */
  SchemaLocation merge(String id, List<SchemaLocation> parts) {
    List<Object> schemas = new ArrayList<>();
    for (SchemaLocation part : parts) {
      SchemaLocation place = part.keyword("$ref") == null ? part : resolve(part);
      Object copy = absolute(place.schema(), place.schemaId());
      if (copy instanceof Map<?, ?> map) {
        map.remove("$id");
      }
      schemas.add(copy);
    }
    store.add(SchemaMerger.merge(schemas), id);
    return merged(id);
  }

  /** Copies a schema so that its references hold wherever the copy is put. */
  Object absolute(@Nullable Object schema, String schemaId) {
    return schema instanceof Map || schema instanceof List
        ? absoluteCopy(schema, schemaId)
        : new LinkedHashMap<String, Object>();
  }

  private Object absoluteCopy(Object schema, String parentId) {
    Object copy;
    if (schema instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(absoluteValue(item, parentId)));
      copy = items;
    } else {
      String schemaId = SchemaStore.idOf(schema, parentId);
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      ((Map<?, ?>) schema)
          .forEach(
              (key, value) ->
                  members.put(
                      (String) key,
                      "$ref".equals(key) && value instanceof String ref && ref.startsWith("#")
                          ? schemaId + ref
                          : absoluteValue(value, schemaId)));
      copy = members;
    }
    String mergedId = mergedBySchema.get(schema);
    if (mergedId != null) {
      mergedBySchema.put(copy, mergedId);
    }
    return copy;
  }

  private @Nullable Object absoluteValue(@Nullable Object value, String schemaId) {
    return value instanceof Map || value instanceof List ? absoluteCopy(value, schemaId) : value;
  }
}
