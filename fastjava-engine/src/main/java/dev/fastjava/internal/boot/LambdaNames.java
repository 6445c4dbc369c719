package dev.fastjava.internal.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the lambdas of one class apart: the second that is registered is {@code Shop lambda 2}. One
 * lambda that is registered twice keeps its name.
 */
final class LambdaNames {
  private final Map<String, List<Class<?>>> known = new HashMap<>();

  /** The name of a plugin, with a number if it is that of another lambda. */
  String distinct(String name, Object plugin) {
    if (!name.endsWith(PluginNames.LAMBDA)) {
      return name;
    }
    List<Class<?>> lambdas = known.computeIfAbsent(name, none -> new ArrayList<>());
    if (!lambdas.contains(plugin.getClass())) {
      lambdas.add(plugin.getClass());
    }
    int index = lambdas.indexOf(plugin.getClass());
    return index == 0 ? name : name + ' ' + (index + 1);
  }
}
