package dev.fastjava.internal.validation.check;

import dev.fastjava.schema.SchemaKeyword;
import org.jspecify.annotations.Nullable;

/**
 * A keyword of the user's own.
 *
 * @param schema the keyword's value in the schema
 */
public record CustomCheck(
    SchemaKeyword keyword, SchemaKeyword.Check test, @Nullable Object schema, Report report)
    implements Assertion {
  @Override
  public boolean holds(@Nullable Object value, Run run) {
    return test.test(value);
  }

  @Override
  public Verdict tell(@Nullable Object value, Run run) {
    return report.fail(run, keyword.params(schema, value), keyword.message(schema, value));
  }

  /** Reports the error of this keyword behind those it follows from. */
  Verdict failAlso(@Nullable Object value, Run run) {
    return report.failAlso(run, keyword.params(schema, value), keyword.message(schema, value));
  }
}
