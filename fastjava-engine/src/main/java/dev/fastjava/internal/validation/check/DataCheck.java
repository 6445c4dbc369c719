package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonPointers;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A keyword whose value is taken from the document.
 *
 * @param keyword makes the keyword of its value, which may be of any type
 */
public record DataCheck(DataPointer pointer, Function<@Nullable Object, Check> keyword)
    implements Check {
  /** True, as a look does not know what is around a value. */
  @Override
  public boolean mutates() {
    return true;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    if (run.looks()) {
      return Verdict.UNSURE;
    }
    Object schema = pointer.resolve(value, run);
    return schema == JsonPointers.MISSING ? Verdict.VALID : keyword.apply(schema).check(value, run);
  }
}
