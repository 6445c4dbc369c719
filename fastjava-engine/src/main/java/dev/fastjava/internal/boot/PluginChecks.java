package dev.fastjava.internal.boot;

import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Checks what a plugin declares it needs. Reference: Guides/Write-Plugin; Plugins. */
final class PluginChecks {
  private PluginChecks() {}

  static void check(Context context, PluginMeta meta) {
    String version = meta.version();
    if (version != null && !VersionRange.parse(version).contains(BuildVersion.VERSION)) {
      throw ErrorCode.FST_ERR_PLUGIN_VERSION_MISMATCH.error(
          name(meta), version, BuildVersion.VERSION);
    }
    decorators(meta, meta.decorators(), "Fastify", context::hasDecorator);
    decorators(meta, meta.replyDecorators(), "Reply", context::hasReplyDecorator);
    decorators(meta, meta.requestDecorators(), "Request", context::hasRequestDecorator);
    for (String dependency : meta.dependencies()) {
      if (!context.names.isRegistered(dependency)) {
        throw ErrorCode.FST_ERR_PLUGIN_DEPENDENCY_NOT_REGISTERED.error(dependency, name(meta));
      }
    }
  }

  /** As the reference writes a name that there is none of. */
  private static String name(PluginMeta meta) {
    return meta.name() == null ? "undefined" : meta.name();
  }

  private static void decorators(
      PluginMeta meta, List<String> names, String owner, Predicate<String> exists) {
    for (String name : names) {
      if (!exists.test(name)) {
        String by = meta.name() == null ? "" : " required by '" + meta.name() + "'";
        throw ErrorCode.FST_ERR_PLUGIN_NOT_PRESENT_IN_INSTANCE.error(name, by, owner);
      }
    }
  }

  /** The options given that are for the context of a plugin, by name. */
  static List<String> optionsOfContext(PluginOptions options) {
    List<String> given = new ArrayList<>();
    String prefix = options.prefix();
    if (prefix != null && !prefix.isEmpty()) {
      given.add("the prefix '" + prefix + "'");
    }
    if (options.logLevel() != null) {
      given.add("the logLevel " + options.logLevel());
    }
    if (options.execution() != null) {
      given.add("the execution " + options.execution());
    }
    if (!options.logSerializers().isEmpty()) {
      given.add("the logSerializers " + options.logSerializers().keySet());
    }
    return given;
  }
}
