package dev.fastjava.internal.json;

import dev.fastjava.schema.SerializationException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidDefinitionException;

/**
 * What becomes of an error that is thrown while a value is written. Getters, serializers and
 * converters are code of the application, and so are the words of what they throw: for its log, and
 * not for the clients of whoever happens to be replied to. One that names a status is an answer.
 */
public final class Unwritable {
  /** What clients read of a value that has no end. */
  public static final String TOO_DEEP = "The value is nested too deeply, or contains itself";

  private static final String REFUSED = "The reply cannot be written as JSON";

  /** How Jackson begins to say that a property is its own object; it has no class for that. */
  private static final String SELF_REFERENCE = "Direct self-reference";

  private Unwritable() {}

  /** Returns what to throw for an error. */
  public static RuntimeException of(RuntimeException thrown) {
    if (thrown instanceof SerializationException) {
      return thrown;
    }
    RuntimeException answer = ThrownInside.of(thrown);
    return answer != null
        ? answer
        : new SerializationException(isTooDeep(thrown) ? TOO_DEEP : REFUSED, thrown);
  }

  private static boolean isTooDeep(RuntimeException thrown) {
    return thrown instanceof StreamConstraintsException
        || (thrown instanceof InvalidDefinitionException definition
            && definition.getOriginalMessage() != null
            && definition.getOriginalMessage().startsWith(SELF_REFERENCE));
  }
}
