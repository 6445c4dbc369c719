package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field after its serializer and the redaction of the field itself.
 *
 * @param value what to write
 * @param hidden what is hidden inside of it; null for nothing
 * @param way how it is reached
 */
record LoggedValue(@Nullable Object value, @Nullable RedactionNode hidden, Ancestors way) {
  /** Prepares a field; null when the redaction leaves it out. */
  static @Nullable LoggedValue of(String key, @Nullable Object given, FieldRules rules) {
    Object value = LogValues.serialized(rules.serializers().get(key), given);
    Ancestors way = Ancestors.field(key);
    RedactionNode node = rules.redaction() == null ? null : rules.redaction().at(key);
    if (node == null || !node.isHidden()) {
      return new LoggedValue(value, node, way);
    }
    return node.removes() ? null : new LoggedValue(node.censored(value, way.path()), null, way);
  }

  /** Writes the value as JSON; a value that fails is told in its place. */
  void write(Utf8Output out) {
    int start = out.size();
    try {
      JsonValues.write(out, value, hidden, way);
    } catch (Throwable failure) {
      // A map or a getter of the application failed: only its own value is lost.
      out.truncate(start);
      LogText.writeJson(out, LogValues.unwritable(value));
    }
  }
}
