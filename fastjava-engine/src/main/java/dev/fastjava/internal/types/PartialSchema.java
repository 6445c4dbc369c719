package dev.fastjava.internal.types;

import java.lang.reflect.Type;
import java.util.Map;

/**
 * The schema of some of the properties of a Java type. What it leaves out is not read: it is no
 * place for what a client must not set.
 */
public final class PartialSchema extends DerivedNode {
  private static final long serialVersionUID = 1L;

  private final transient Type type;
  private final boolean bindable;

  /**
   * Makes a schema.
   *
   * @param bindable whether the type can be bound without what is left out
   */
  PartialSchema(Type type, Map<?, ?> schema, boolean bindable) {
    this.type = type;
    this.bindable = bindable;
    schema.forEach((key, value) -> put(String.valueOf(key), value));
  }

  /** The type that it is a part of. */
  public Type type() {
    return type;
  }

  /** Whether Jackson makes an object of the type without what is left out. */
  public boolean isBindable() {
    return bindable;
  }

  /** Returns a schema of the same part without any keyword yet. */
  public PartialSchema blank() {
    PartialSchema blank = new PartialSchema(type, Map.of(), bindable);
    blank.remembering(this);
    return blank;
  }
}
