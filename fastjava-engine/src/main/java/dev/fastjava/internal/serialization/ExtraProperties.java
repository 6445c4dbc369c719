package dev.fastjava.internal.serialization;

import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.regex.RegexLimitException;
import dev.fastjava.internal.regex.StepBudget;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Properties that a schema admits without declaring them: by a pattern, or as additional ones.
 *
 * @param declared the names that are not extra
 * @param patterns tried in this order
 * @param additional for names that no pattern finds; null when those are left out
 */
record ExtraProperties(
    Set<String> declared, List<PatternNode> patterns, @Nullable Node additional) {

  /** The schema of the properties with a name like this. */
  record PatternNode(Regex pattern, Node node) {
    /**
     * How many steps the names of an object may take together, as in validation; an expression that
     * needs more gives up.
     */
    private static final long MOST_STEPS = 1_000_000;

    static StepBudget budget() {
      return new StepBudget(MOST_STEPS);
    }

    /** Compiles an expression as JavaScript reads one without flags. */
    static Regex compile(String source) {
      return Regex.compile(source, "", MOST_STEPS);
    }

    boolean matches(String name, StepBudget steps) {
      try {
        return pattern.find(name, steps);
      } catch (RegexLimitException e) {
        throw new SerializationException("The name of a property is too much: " + e.getMessage());
      }
    }
  }

  /** Returns what writes a property; null when it is left out, or declared. */
  @Nullable Node nodeFor(String name) {
    return nodeFor(name, patterns.isEmpty() ? null : PatternNode.budget());
  }

  private @Nullable Node nodeFor(String name, @Nullable StepBudget steps) {
    if (declared.contains(name)) {
      return null;
    }
    for (PatternNode candidate : patterns) {
      if (candidate.matches(name, Objects.requireNonNull(steps))) {
        return candidate.node;
      }
    }
    return additional;
  }

  void write(Map<String, ?> map, Utf8Output out, int depth) {
    if (map instanceof ErrorFields) {
      return;
    }
    // One for all names of an object.
    StepBudget steps = patterns.isEmpty() ? null : PatternNode.budget();
    for (Map.Entry<String, ?> entry : map.entrySet()) {
      Node node = nodeFor(entry.getKey(), steps);
      if (node != null) {
        out.writeByte(',');
        out.writeJsonString(entry.getKey());
        out.writeByte(':');
        node.write(entry.getValue(), out, depth);
      }
    }
  }
}
