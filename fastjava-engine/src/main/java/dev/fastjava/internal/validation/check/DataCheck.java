package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** A keyword whose value is taken from the document. */
public final class DataCheck extends Check {
  private final DataPointer pointer;
  private final DataKeyword keyword;

  /** Makes the check. */
  public DataCheck(DataPointer pointer, DataKeyword keyword) {
    this.pointer = pointer;
    this.keyword = keyword;
  }

  /** True, as the quick look does not know what is around a value. */
  @Override
  public boolean mutates() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return false;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Object schema = pointer.resolve(value, run);
    if (schema != DataPointer.MISSING) {
      keyword.apply(value, schema, run);
    }
    return value;
  }
}
