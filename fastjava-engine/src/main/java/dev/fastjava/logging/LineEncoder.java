package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a line in one form. Immutable. */
interface LineEncoder {
  /** Returns the bytes of fields that every line carries, in the form {@link #write} takes them. */
  default byte[] encodeBindings(
      byte[] before, Map<String, ? extends @Nullable Object> bindings, FieldRules rules) {
    if (bindings.isEmpty()) {
      return before;
    }
    Utf8Output out = new Utf8Output(before.length + 32 * bindings.size(), 0);
    out.writeBytes(before);
    writeBindings(out, bindings, rules);
    return out.toByteArray();
  }

  /** Writes fields in the form in which they follow others. */
  void writeBindings(
      Utf8Output out, Map<String, ? extends @Nullable Object> bindings, FieldRules rules);

  /**
   * Writes a line, its end included.
   *
   * @param bindings what {@link #encodeBindings} returned
   */
  void write(Utf8Output out, LogLevel level, byte[] bindings, LogEntry entry, FieldRules rules);
}
