package dev.fastjava.internal.serialization;

import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/**
 * One declared property of an object.
 *
 * @param prefix comma, name and colon; an object's first comma becomes its bracket
 * @param defaultText prefix and value to be written when the property is missing; null when there
 *     is no default
 */
record PropertyNode(
    String name,
    EncodedText prefix,
    Node node,
    @Nullable EncodedText defaultText,
    boolean required) {

  /** Creates a property; the default is its JSON text, null when there is none. */
  static PropertyNode of(
      String name, Node node, @Nullable EncodedText defaultText, boolean required) {
    EncodedText prefix = prefix(name);
    return new PropertyNode(
        name, prefix, node, defaultText == null ? null : prefix.concat(defaultText), required);
  }

  /** Returns the comma, the name and the colon of a property. */
  static EncodedText prefix(String name) {
    Utf8Output out = new Utf8Output();
    out.writeByte(',');
    out.writeJsonString(name);
    out.writeByte(':');
    return EncodedText.copyOf(out);
  }

  void write(@Nullable Object value, Utf8Output out, int depth) {
    out.write(prefix);
    node.write(value, out, depth);
  }

  /**
   * Writes what stands for a missing value.
   *
   * @param owner the object that has none
   */
  void writeMissing(Object owner, Utf8Output out) {
    if (defaultText != null) {
      out.write(defaultText);
    } else if (required) {
      throw missing(name, owner);
    }
  }

  /** The error has the reference's text; what helps to mend it comes as a note. */
  static SerializationException missing(String name, Object owner) {
    SerializationException error = new SerializationException('"' + name + "\" is required!");
    error.addSuppressed(new ReplyPlace(name, owner.getClass()));
    return error;
  }
}
