package dev.fastjava.internal.validation.check;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * {@code pattern}.
 *
 * @param expression null when no text matches
 * @param source its text; anything when it is taken from the document
 */
public record PatternCheck(@Nullable TextTest expression, @Nullable Object source, Report report)
    implements Assertion {
  @Override
  public boolean holds(@Nullable Object value, Run run) {
    return expression != null && value instanceof String text && expression.test(text, run);
  }

  @Override
  @SuppressWarnings("NullAway") // what is taken from the document may be null
  public Verdict tell(@Nullable Object value, Run run) {
    String message = "must match pattern \"" + JsNumbers.text(source) + '"';
    return report.fail(run, Collections.singletonMap("pattern", source), message);
  }
}
