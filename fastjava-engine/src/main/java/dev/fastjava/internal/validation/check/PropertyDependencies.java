package dev.fastjava.internal.validation.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code dependencies} on the presence of other properties. */
public record PropertyDependencies(Map<String, List<String>> dependencies, Report report)
    implements Check {
  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Verdict verdict = Verdict.VALID;
    for (Map.Entry<String, List<String>> dependency : dependencies.entrySet()) {
      if (!Values.has(object, dependency.getKey())) {
        continue;
      }
      for (String name : dependency.getValue()) {
        if (!Values.has(object, name)) {
          verdict = Verdict.INVALID;
          if (run.tells()) {
            fail(dependency.getKey(), dependency.getValue(), name, run);
          }
          if (!run.goesOn()) {
            return verdict;
          }
        }
      }
    }
    return verdict;
  }

  private void fail(String property, List<String> needed, String missing, Run run) {
    String all = String.join(", ", needed);
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("property", property);
    params.put("missingProperty", missing);
    params.put("depsCount", needed.size());
    params.put("deps", all);
    String noun = needed.size() == 1 ? "property" : "properties";
    report.fail(
        run,
        params,
        "must have " + noun + ' ' + all + " when property " + property + " is present");
  }
}
