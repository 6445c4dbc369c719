package dev.fastjava.internal.types;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A schema, or a map inside of one, that was derived from a Java type. Where it stands null is a
 * value or an error, as the type says, and never the beginning of a conversion.
 */
public sealed class DerivedNode extends LinkedHashMap<String, @Nullable Object>
    permits DerivedSchema, FormattedSchema, PartialSchema {
  private static final long serialVersionUID = 1L;

  /**
   * The beginning of the {@code $comment} of a schema of subtypes told apart by a property. It
   * stands beside {@code discriminator}, which may be used there without setting the option.
   */
  public static final String DISCRIMINATED = "alternatives of a Java type";

  /** The keyword of messages that are for clients. */
  static final String ERROR_MESSAGE = "errorMessage";

  /** The name under which the generator keeps the messages of a schema. */
  static final String MESSAGES = "\u0000messages";

  private transient Map<String, String> messages = Map.of();
  private transient @Nullable ReadNames names;
  private transient @Nullable BoundCheck check;

  DerivedNode() {}

  /** Returns an empty map that stands for a part of a schema: for what was derived, if that was. */
  public static Map<String, @Nullable Object> like(Object original) {
    return original instanceof DerivedNode derived
        ? new DerivedNode().remembering(derived)
        : new LinkedHashMap<>();
  }

  /** Returns an empty map that stands for a schema and all that is remembered of it. */
  public static Map<String, @Nullable Object> blankOf(Object original) {
    return original instanceof DerivedSchema schema
        ? schema.blank()
        : original instanceof FormattedSchema formatted
            ? formatted.blank()
            : original instanceof PartialSchema part ? part.blank() : like(original);
  }

  /**
   * The message that the type has for a keyword, {@code required} being the one for a value that is
   * missing or null; null when it has none.
   */
  public @Nullable String message(String keyword) {
    return messages.get(keyword);
  }

  /** Returns the schema of what another schema describes, or null. */
  public static Object admittingNull(Object schema) {
    return NullValues.admit(schema);
  }

  /** Whether it does nothing but admit null besides what another schema admits. */
  public boolean admitsNullOnly() {
    return NullValues.IS_NULL.equals(get("if")) && containsKey("else") && !containsKey("then");
  }

  boolean hasMessages() {
    return !messages.isEmpty();
  }

  DerivedNode withMessages(Map<?, ?> all) {
    Map<String, String> copy = new LinkedHashMap<>();
    all.forEach((keyword, text) -> copy.put(String.valueOf(keyword), String.valueOf(text)));
    messages = copy;
    return this;
  }

  DerivedNode withMessagesOf(DerivedNode other) {
    messages = other.messages;
    return this;
  }

  /** Takes all that another one remembers besides its keywords. */
  DerivedNode remembering(DerivedNode other) {
    messages = other.messages;
    names = other.names;
    check = other.check;
    return this;
  }

  DerivedNode withNames(@Nullable ReadNames read) {
    names = read;
    return this;
  }

  /**
   * The names that the properties of the type are read by; null where they are those of the schema
   * and no others.
   */
  public @Nullable ReadNames names() {
    return names;
  }

  /** Has the values that fit be bound and checked. */
  public void checkBound(BoundCheck bound) {
    check = bound;
  }

  /** What checks values that fit; null when nothing does. */
  public @Nullable BoundCheck boundCheck() {
    return check;
  }

  /** Changes the names of the properties, and then all names. */
  public void rename(UnaryOperator<String> ofProperties, UnaryOperator<String> ofAll) {
    names = names == null ? null : names.renamed(ofProperties, ofAll);
  }
}
