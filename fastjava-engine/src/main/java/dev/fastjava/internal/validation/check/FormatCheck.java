package dev.fastjava.internal.validation.check;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * {@code format}.
 *
 * @param format null when no value has it
 * @param name its name; anything when it is taken from the document
 */
public record FormatCheck(@Nullable Format format, @Nullable Object name, Report report)
    implements Assertion {
  @Override
  public boolean holds(@Nullable Object value, Run run) {
    return format != null && format.matches(value, run);
  }

  @Override
  @SuppressWarnings("NullAway") // what is taken from the document may be null
  public Verdict tell(@Nullable Object value, Run run) {
    String message = "must match format \"" + JsNumbers.text(name) + '"';
    return report.fail(run, Collections.singletonMap("format", name), message);
  }
}
