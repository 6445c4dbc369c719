package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.RefTarget;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema that is compiled on its own: one a user gave, or one that is referred to and cannot be
 * compiled into the place that refers to it.
 */
final class SchemaUnit {
  private final Object schema;
  private final SchemaUnit root;
  private final String baseId;
  private final String location;
  private final Map<String, Object> localRefs;
  private final Map<String, SchemaUnit> resolved = new HashMap<>();
  private final RefTarget target = new RefTarget();
  private @Nullable Check check;
  private @Nullable Settings ownSettings;
  private boolean counts;

  private SchemaUnit(
      Object schema,
      @Nullable SchemaUnit root,
      String baseId,
      String location,
      Map<String, Object> localRefs) {
    this.schema = schema;
    this.root = root == null ? this : root;
    this.baseId = baseId;
    this.location = location;
    this.localRefs = localRefs;
  }

  /**
   * A whole document.
   *
   * @param localRefs schemas inside it whose {@code $id} is a fragment, by that
   */
  static SchemaUnit document(Object schema, String baseId, Map<String, Object> localRefs) {
    return new SchemaUnit(schema, null, baseId, "#", localRefs);
  }

  /** A schema inside this document. */
  SchemaUnit part(Object schema, String baseId, String location) {
    return new SchemaUnit(schema, this, baseId, location, Map.of());
  }

  Object schema() {
    return schema;
  }

  SchemaUnit root() {
    return root;
  }

  String baseId() {
    return baseId;
  }

  /** The URI fragment that points to it, as far as it is known. */
  String location() {
    return location;
  }

  /** Schemas with an anchor, by {@code #anchor}. */
  Map<String, Object> localRefs() {
    return localRefs;
  }

  /** What references from this document were resolved to, by their URI. */
  Map<String, SchemaUnit> resolved() {
    return resolved;
  }

  RefTarget target() {
    return target;
  }

  boolean isSame(SchemaUnit other) {
    return schema == other.schema && root == other.root && baseId.equals(other.baseId);
  }

  @Nullable Check check() {
    return check;
  }

  void compiled(Check compiled) {
    check = compiled;
    target.link(compiled);
  }

  /** The settings it is compiled with, if they are others than those of the registry. */
  @Nullable Settings ownSettings() {
    return ownSettings;
  }

  void compileWith(Settings settings) {
    ownSettings = settings;
  }

  /** Whether the schema, or one it refers to, contains a reference to itself. */
  boolean counts() {
    return counts;
  }

  void markCounting() {
    counts = true;
  }
}
