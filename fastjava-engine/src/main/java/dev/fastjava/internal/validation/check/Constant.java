package dev.fastjava.internal.validation.check;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code const}. */
public record Constant(@Nullable Object constant, Report report) implements Assertion {
  @Override
  public @Nullable List<String> onlyTexts() {
    return constant instanceof String text ? List.of(text) : null;
  }

  @Override
  public boolean holds(@Nullable Object value, Run run) {
    return JsonEquality.equal(value, constant);
  }

  @Override
  @SuppressWarnings("NullAway") // the constant may be null, and the error says so
  public Verdict tell(@Nullable Object value, Run run) {
    return report.fail(
        run, Collections.singletonMap("allowedValue", constant), "must be equal to constant");
  }
}
