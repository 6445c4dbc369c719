package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code required}.
 *
 * @param own messages that properties have for being missing
 * @param others under which other names properties may be there; null for none
 */
public record Required(
    List<String> names, Report report, Map<String, String> own, @Nullable ReadNames others)
    implements Check {
  @Override
  public boolean readsTokens() {
    return others != null;
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    return OtherNames.present(tape.names(at), others).containsAll(names);
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Set<String> present = OtherNames.present(object.keySet(), others);
    Verdict verdict = Verdict.VALID;
    for (String name : names) {
      if (!Values.has(object, name) && !present.contains(name)) {
        verdict = run.tells() ? tell(name, run) : Verdict.INVALID;
        if (!run.goesOn()) {
          break;
        }
      }
    }
    return verdict;
  }

  private Verdict tell(String name, Run run) {
    Map<String, Object> params = Map.of("missingProperty", name);
    String told = own.get(name);
    return told == null
        ? report.fail(run, params, "must have required property '" + name + '\'')
        : report.failAt(run, name, params, told);
  }
}
