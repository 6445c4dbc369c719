package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes what the schema of a part of a Java type leaves out, so that nobody binds it. */
public record LeftOutProperties(ReadNames names) implements Check {
  @Override
  public boolean mutates() {
    return true;
  }

  @Override
  public boolean readsTokens() {
    return true;
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    return !hasAny(tape.names(at));
  }

  private boolean hasAny(Iterable<String> given) {
    for (String name : given) {
      if (names.leaveOut(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    if (!hasAny(object.keySet())) {
      return Verdict.VALID;
    }
    if (run.looks()) {
      return Verdict.UNSURE;
    }
    object.keySet().removeIf(names::leaveOut);
    return Verdict.VALID;
  }
}
