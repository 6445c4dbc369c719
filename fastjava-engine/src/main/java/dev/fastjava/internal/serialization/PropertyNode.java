package dev.fastjava.internal.serialization;

import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** One declared property of an object. */
final class PropertyNode {
  final String name;

  /** Comma, name and colon; an object's first comma becomes its bracket. */
  final EncodedText prefix;

  final Node node;
  private final @Nullable EncodedText defaultText;
  private final boolean required;

  /** Creates a property; the default is its JSON text, null when there is none. */
  PropertyNode(String name, Node node, @Nullable EncodedText defaultText, boolean required) {
    this.name = name;
    this.prefix = prefix(name);
    this.node = node;
    this.defaultText = defaultText == null ? null : prefix.concat(defaultText);
    this.required = required;
  }

  /** Returns what is written before the value of a property. */
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

  /** Writes what stands for a missing value. */
  void writeMissing(Utf8Output out) {
    if (defaultText != null) {
      out.write(defaultText);
    } else if (required) {
      throw missing(name);
    }
  }

  /** Tells whether a missing value makes an object invalid. */
  boolean failsWhenMissing() {
    return required && defaultText == null;
  }

  static SerializationException missing(String name) {
    return new SerializationException('"' + name + "\" is required!");
  }
}
