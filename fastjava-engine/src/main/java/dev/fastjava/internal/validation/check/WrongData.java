package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A keyword whose value was taken from the document and is none that it can have.
 *
 * @param type the type that it should have
 */
public record WrongData(String type, Report report) implements Check {
  @Override
  public Verdict check(@Nullable Object value, Run run) {
    String keyword = report.keyword();
    return report.fail(run, Map.of(), '"' + keyword + "\" keyword must be " + type + " ($data)");
  }
}
