package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import org.jspecify.annotations.Nullable;

/** A schema of which only the verdict counts: its errors are told to nobody. */
public record TryOut(Check schema) implements Check {
  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public boolean readsTokens() {
    return schema.readsTokens();
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    return schema.fits(tape, at, look);
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    return run.tryOut(schema, value);
  }
}
