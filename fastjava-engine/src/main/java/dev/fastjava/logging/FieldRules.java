package dev.fastjava.logging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a field before it is written.
 *
 * @param serializers by key
 * @param redaction what is hidden; null for nothing
 */
record FieldRules(Map<String, LogSerializer> serializers, @Nullable RedactionNode redaction) {
  /** For fields that are written as they are. */
  static final FieldRules NONE = new FieldRules(Map.of(), null);

  /** The same for values that serializers have made already. */
  FieldRules afterSerializers() {
    return new FieldRules(Map.of(), redaction);
  }
}
