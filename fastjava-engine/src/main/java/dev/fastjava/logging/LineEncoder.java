package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a line in one form. Immutable. */
interface LineEncoder {
  /** Returns the bytes of fields that every line carries, in the form {@link #write} takes them. */
  default byte[] encodeBindings(
      byte[] before,
      Map<String, ? extends @Nullable Object> bindings,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction) {
    if (bindings.isEmpty()) {
      return before;
    }
    Utf8Output out = new Utf8Output(before.length + 32 * bindings.size(), 0);
    out.writeBytes(before);
    writeBindings(out, bindings, serializers, redaction);
    return out.toByteArray();
  }

  /** Writes fields in the form in which they follow others. */
  void writeBindings(
      Utf8Output out,
      Map<String, ? extends @Nullable Object> bindings,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction);

  /**
   * Writes a line, its end included.
   *
   * @param bindings what {@link #encodeBindings} returned
   * @param message null for a line without a message
   */
  void write(
      Utf8Output out,
      LogLevel level,
      byte[] bindings,
      Map<String, ? extends @Nullable Object> fields,
      @Nullable String message,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction);
}
