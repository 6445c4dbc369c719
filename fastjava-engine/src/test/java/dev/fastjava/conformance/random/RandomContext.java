package dev.fastjava.conformance.random;

import java.util.ArrayList;
import java.util.List;

/** What functions of a plugin may refer to. */
final class RandomContext {
  final String prefix;
  final boolean logs;
  final boolean inNotFound;
  final List<String> decorators = new ArrayList<>();
  final List<String> requestDecorators = new ArrayList<>();
  final List<String> replyDecorators = new ArrayList<>();
  final List<String> schemas = new ArrayList<>();

  RandomContext(String prefix, boolean logs) {
    this(prefix, logs, false);
  }

  private RandomContext(String prefix, boolean logs, boolean inNotFound) {
    this.prefix = prefix;
    this.logs = logs;
    this.inNotFound = inNotFound;
  }

  /** A plugin inside of this one: it has what this one has so far. */
  RandomContext child(String childPrefix) {
    return copy(new RandomContext(prefix + childPrefix, logs));
  }

  /** The same for handlers of what was not found, which cannot ask for such a handler. */
  RandomContext notFound() {
    return copy(new RandomContext(prefix, logs, true));
  }

  private RandomContext copy(RandomContext other) {
    other.decorators.addAll(decorators);
    other.requestDecorators.addAll(requestDecorators);
    other.replyDecorators.addAll(replyDecorators);
    other.schemas.addAll(schemas);
    return other;
  }
}
