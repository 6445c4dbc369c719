package dev.fastjava.internal.validation.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code dependencies} on the presence of other properties. */
public final class PropertyDependencies extends Check {
  private final Map<String, List<String>> dependencies;
  private final boolean exhaustive;
  private final Report report;

  /** Makes the check. */
  public PropertyDependencies(
      Map<String, List<String>> dependencies, boolean exhaustive, Report report) {
    this.dependencies = dependencies;
    this.exhaustive = exhaustive;
    this.report = report;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    for (Map.Entry<String, List<String>> dependency : dependencies.entrySet()) {
      if (Values.has(object, dependency.getKey())) {
        for (String name : dependency.getValue()) {
          if (!Values.has(object, name)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    for (Map.Entry<String, List<String>> dependency : dependencies.entrySet()) {
      if (!Values.has(object, dependency.getKey())) {
        continue;
      }
      for (String name : dependency.getValue()) {
        if (!Values.has(object, name)) {
          fail(dependency.getKey(), dependency.getValue(), name, run);
          if (!exhaustive) {
            return value;
          }
        }
      }
    }
    return value;
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
