package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes what the schema of a part of a Java type leaves out, so that nobody binds it. */
public final class LeftOutProperties extends Check {
  private final ReadNames names;

  /** Makes the step. */
  public LeftOutProperties(ReadNames names) {
    this.names = names;
  }

  @Override
  public boolean mutates() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (String name : Values.object(value).keySet()) {
      if (names.leaveOut(name)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean readsTokens() {
    return true;
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    for (int i = at + 1; tape.isObject(at) && !tape.isEnd(i); i = tape.after(i)) {
      String name = tape.name(i);
      if (name != null && names.leaveOut(name)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> object = Values.object(value);
      if (!fits(object, run)) {
        object.keySet().removeIf(names::leaveOut);
      }
    }
    return value;
  }
}
