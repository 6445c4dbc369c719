package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code required}. */
public final class Required extends Check {
  private final String[] names;
  private final boolean exhaustive;
  private final Report report;
  private final Map<String, String> own;
  private final @Nullable ReadNames others;

  /** Makes the check. */
  public Required(List<String> names, boolean exhaustive, Report report) {
    this(names, exhaustive, report, Map.of(), null);
  }

  /**
   * Makes the check.
   *
   * @param own messages that properties have for being missing
   * @param others under which other names properties may be there; null for none
   */
  public Required(
      List<String> names,
      boolean exhaustive,
      Report report,
      Map<String, String> own,
      @Nullable ReadNames others) {
    this.own = own;
    this.others = others;
    this.names = names.toArray(new String[0]);
    this.exhaustive = exhaustive;
    this.report = report;
  }

  @Override
  boolean isShallow() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Set<String> present = others == null ? Set.of() : OtherNames.present(object, others);
    for (String name : names) {
      if (!Values.has(object, name) && !present.contains(name)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean readsTokens() {
    return others != null;
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    return others != null && OtherNames.present(tape, at, others).containsAll(Arrays.asList(names));
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Set<String> present = others == null ? Set.of() : OtherNames.present(object, others);
    for (String name : names) {
      if (!Values.has(object, name) && !present.contains(name)) {
        String told = own.get(name);
        if (told == null) {
          report.fail(run, Map.of("missingProperty", name), message(name));
        } else {
          report.failAt(run, name, Map.of("missingProperty", name), told);
        }
        if (!exhaustive) {
          break;
        }
      }
    }
    return value;
  }

  static String message(String name) {
    return "must have required property '" + name + '\'';
  }
}
