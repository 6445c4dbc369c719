package dev.fastjava.internal.types;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A schema that was derived from a Java type, and remembers it: a schema cannot say all that
 * Jackson does with a type.
 */
public final class DerivedSchema extends DerivedNode implements JavaText {
  private static final long serialVersionUID = 1L;

  private final transient Type type;
  private final transient @Nullable JavaText text;
  private final transient @Nullable Predicate<String> kept;

  DerivedSchema(Type type, Map<?, ?> schema) {
    this(type, schema instanceof JavaText text ? text : null, null, schema);
  }

  private DerivedSchema(
      Type type, @Nullable JavaText text, @Nullable Predicate<String> kept, Map<?, ?> schema) {
    this.type = type;
    this.text = text;
    this.kept = kept;
    schema.forEach((key, value) -> put(String.valueOf(key), value));
    if (schema instanceof DerivedNode node) {
      remembering(node);
    }
  }

  /** The type it was derived from. */
  public Type type() {
    return type;
  }

  /** Which of its properties it has, by their names in JSON; null when it has all of them. */
  public @Nullable Predicate<String> kept() {
    return kept;
  }

  /** Remembers the type that a schema is a part of. */
  static DerivedSchema part(Type type, Predicate<String> kept, Map<?, ?> schema) {
    return new DerivedSchema(type, null, kept, schema);
  }

  /** Returns a schema of the same type without any keyword yet. */
  public DerivedSchema blank() {
    DerivedSchema blank = new DerivedSchema(type, text, kept, Map.of());
    blank.remembering(this);
    return blank;
  }

  @Override
  public boolean admits(String value) {
    return text != null && text.admits(value);
  }

  @Override
  public boolean reads(Object value) {
    return text != null && text.reads(value);
  }

  @Override
  public boolean isUnbounded() {
    return text != null && text.isUnbounded();
  }

  /** Remembers the type of a schema; booleans have no place for it. */
  static Object of(Type type, Object schema) {
    return schema instanceof Map<?, ?> map ? new DerivedSchema(type, map) : schema;
  }
}
