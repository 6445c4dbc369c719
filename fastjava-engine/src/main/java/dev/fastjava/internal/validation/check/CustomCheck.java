package dev.fastjava.internal.validation.check;

import dev.fastjava.schema.SchemaKeyword;
import org.jspecify.annotations.Nullable;

/** A keyword of the user's own. */
public final class CustomCheck extends Check {
  private final SchemaKeyword keyword;
  private final SchemaKeyword.Check check;
  private final @Nullable Object schema;
  private final Report report;

  /**
   * Makes the check.
   *
   * @param schema the keyword's value in the schema
   */
  public CustomCheck(
      SchemaKeyword keyword, SchemaKeyword.Check check, @Nullable Object schema, Report report) {
    this.keyword = keyword;
    this.check = check;
    this.schema = schema;
    this.report = report;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return check.test(value);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!check.test(value)) {
      report.fail(run, keyword.params(schema, value), keyword.message(schema, value));
    }
    return value;
  }

  /** Reports the error of this keyword behind those it follows from. */
  void failAlso(@Nullable Object value, Run run) {
    report.failAlso(run, keyword.params(schema, value), keyword.message(schema, value));
  }
}
