package dev.fastjava.internal.validation.library;

import com.networknt.schema.path.NodePath;
import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.types.DerivedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema as it was given, before the library got its own form of it. */
final class OriginalSchema {
  private final Object schema;
  private final Map<String, Object> sharedSchemas;

  OriginalSchema(Object schema, Map<String, Object> sharedSchemas) {
    this.schema = schema;
    this.sharedSchemas = sharedSchemas;
  }

  /**
   * Returns what stands where an evaluation has come to, along references by pointer.
   *
   * @param path the way of the evaluation
   * @param length how much of it
   * @return null when nothing is found
   */
  @Nullable Object at(NodePath path, int length) {
    return at(names(path), length);
  }

  /** The names on a way. */
  static List<String> names(NodePath path) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      names.add(path.getName(i));
    }
    return names;
  }

  /** The same for a way by its names. */
  @Nullable Object at(List<String> path, int length) {
    Object root = schema;
    Object current = schema;
    for (int i = 0; i < length && current != JsonPointers.MISSING; i++) {
      String name = path.get(i);
      current = JsonPointers.step(current, name);
      if (name.equals("$ref") && current instanceof String reference) {
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        if (!document.isEmpty()) {
          root = sharedSchemas.get(document);
        }
        current = pointed(root, hash < 0 ? "" : reference.substring(hash + 1));
      }
    }
    return current == JsonPointers.MISSING ? null : current;
  }

  private static @Nullable Object pointed(@Nullable Object root, String pointer) {
    if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
      return null; // an anchor: types have none
    }
    return JsonPointers.follow(root, pointer);
  }

  /** Whether a clause at the place only serves to admit null, which is nobody's business. */
  boolean admitsNullOnly(NodePath path, int clause) {
    return at(path, clause) instanceof DerivedNode derived && derived.admitsNullOnly();
  }
}
