package dev.fastjava.internal.types;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema, or a map inside of one, that was derived from a Java type. Where it stands null is a
 * value or an error, as the type says, and never the beginning of a conversion.
 */
public sealed class DerivedNode extends LinkedHashMap<String, @Nullable Object>
    permits DerivedSchema, FormattedSchema {
  private static final long serialVersionUID = 1L;

  DerivedNode() {}

  /** Returns an empty map that stands for a part of a schema: for what was derived, if that was. */
  public static Map<String, @Nullable Object> like(Object original) {
    return original instanceof DerivedNode ? new DerivedNode() : new LinkedHashMap<>();
  }
}
