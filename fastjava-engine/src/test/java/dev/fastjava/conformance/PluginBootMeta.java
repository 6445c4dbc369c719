package dev.fastjava.conformance;

import dev.fastjava.PluginMeta;
import dev.fastjava.conformance.scenario.ReferenceVersions;
import java.util.List;
import java.util.Map;

/** Reads the metadata of a plugin in a plugin-boot case. */
final class PluginBootMeta {
  private PluginBootMeta() {}

  static PluginMeta of(Map<String, Object> plugin) {
    boolean shared = Boolean.FALSE.equals(plugin.get("encapsulate"));
    if (!(plugin.get("meta") instanceof Map<?, ?> meta)) {
      return shared ? PluginMeta.NONE.asShared() : PluginMeta.NONE;
    }
    Map<?, ?> decorators = meta.get("decorators") instanceof Map<?, ?> map ? map : Map.of();
    return new PluginMeta(
        (String) meta.get("name"),
        shared,
        version((String) meta.get("fastify")),
        texts(meta.get("dependencies")),
        texts(decorators.get("fastify")),
        texts(decorators.get("request")),
        texts(decorators.get("reply")));
  }

  /** Our versions count on their own: a range that holds the recorded release holds ours. */
  private static String version(String range) {
    return range == null || ReferenceVersions.accepts(range) ? null : range;
  }

  private static List<String> texts(Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(String::valueOf).toList();
  }
}
