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
    Map<?, ?> given = plugin.get("meta") instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> decorators = given.get("decorators") instanceof Map<?, ?> map ? map : Map.of();
    return PluginMeta.of(
        meta -> {
          if (given.get("name") instanceof String name) {
            meta.name(name);
          }
          String version = version((String) given.get("fastify"));
          if (version != null) {
            meta.version(version);
          }
          meta.shared(shared)
              .dependencies(texts(given.get("dependencies")))
              .decorators(texts(decorators.get("fastify")))
              .requestDecorators(texts(decorators.get("request")))
              .replyDecorators(texts(decorators.get("reply")));
        });
  }

  /** Our versions count on their own: a range that holds the recorded release holds ours. */
  private static String version(String range) {
    return range == null || ReferenceVersions.accepts(range) ? null : range;
  }

  private static String[] texts(Object list) {
    return list == null
        ? new String[0]
        : ((List<?>) list).stream().map(String::valueOf).toArray(String[]::new);
  }
}
