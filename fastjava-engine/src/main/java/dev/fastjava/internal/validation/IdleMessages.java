package dev.fastjava.internal.validation;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.PartialSchema;
import dev.fastjava.internal.validation.check.OwnErrorMessages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages for clients that nothing will ever be told by: faults, as unknown keywords are. */
public final class IdleMessages {
  /** Where a type is said by these, its keywords stand one level deeper. */
  private static final Set<String> DEEPER = Set.of("$ref", "allOf", "anyOf", "oneOf", "if");

  private IdleMessages() {}

  /**
   * Looks for them in a schema.
   *
   * @param schema its keywords
   * @param known tells the keywords that there are
   * @param fault is told of each
   */
  public static void find(
      Map<String, @Nullable Object> schema, Known known, Consumer<String> fault) {
    List<String> idle = OwnErrorMessages.idle(schema.get(OwnErrorMessages.KEYWORD), schema);
    for (String name : idle) {
      // A part of a type need not have what the messages of the whole are for.
      boolean elsewhere =
          schema instanceof DerivedNode
              && known.isKnown(name)
              && (schema instanceof PartialSchema || DEEPER.stream().anyMatch(schema::containsKey));
      if (!elsewhere) {
        fault.accept("errorMessage for \"" + name + "\", which the schema does not have");
      }
    }
  }

  /** The keywords that there are. */
  public interface Known {
    /** Whether a keyword is one. */
    boolean isKnown(String keyword);
  }
}
