package dev.fastjava.internal.validation.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code enum}. */
public final class Enumeration implements Assertion {
  private static final int FEW = 8;

  private final List<@Nullable Object> values;
  private final Set<String> texts = new HashSet<>();
  private final @Nullable Object[] others;
  private final Report report;

  /** Makes the check. */
  public Enumeration(List<@Nullable Object> values, Report report) {
    this.values = values;
    this.report = report;
    boolean hashed = values.size() > FEW;
    if (hashed) {
      values.stream().filter(String.class::isInstance).forEach(text -> texts.add((String) text));
    }
    others = values.stream().filter(value -> !hashed || !(value instanceof String)).toArray();
  }

  @Override
  public @Nullable List<String> onlyTexts() {
    return values.stream().allMatch(String.class::isInstance)
        ? values.stream().map(String::valueOf).toList()
        : null;
  }

  @Override
  public boolean holds(@Nullable Object value, Run run) {
    if (value instanceof String text && texts.contains(text)) {
      return true;
    }
    for (Object other : others) {
      if (JsonEquality.equal(value, other)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Verdict tell(@Nullable Object value, Run run) {
    return report.fail(
        run, Map.of("allowedValues", values), "must be equal to one of the allowed values");
  }
}
