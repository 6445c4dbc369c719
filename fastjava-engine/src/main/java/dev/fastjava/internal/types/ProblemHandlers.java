package dev.fastjava.internal.types;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.util.LinkedNode;

/**
 * Which problems of reading a mapper's handlers may solve: those that they have a method of their
 * own for. A schema must not refuse what they would be asked about.
 */
final class ProblemHandlers {
  private final Set<String> handled = new HashSet<>();

  ProblemHandlers(DeserializationConfig config) {
    for (LinkedNode<DeserializationProblemHandler> each = config.getProblemHandlers();
        each != null;
        each = each.next()) {
      for (Method method : each.value().getClass().getMethods()) {
        if (method.getDeclaringClass() != DeserializationProblemHandler.class) {
          handled.add(method.getName());
        }
      }
    }
  }

  /** Whether they may make a scalar of a text or number that stands for none. */
  boolean takeScalars() {
    return handled.contains("handleWeirdStringValue")
        || handled.contains("handleWeirdNumberValue")
        || handled.contains("handleWeirdNativeValue")
        || takeAny();
  }

  /** Whether they may make something of a value of another kind than is expected. */
  boolean takeAny() {
    return handled.contains("handleUnexpectedToken")
        || handled.contains("handleMissingInstantiator")
        || handled.contains("handleInstantiationProblem");
  }

  /** Whether they may know of a subtype by another tag, or without one. */
  boolean takeTags() {
    return handled.contains("handleUnknownTypeId")
        || handled.contains("handleMissingTypeId")
        || takeAny();
  }
}
