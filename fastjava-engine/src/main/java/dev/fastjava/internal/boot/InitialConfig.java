package dev.fastjava.internal.boot;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.RouterOptions;
import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.option.ForceClose;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of a server as a read-only map, by the reference's names. */
final class InitialConfig {
  private InitialConfig() {}

  static Map<String, Object> of(FastjavaOptions options) {
    Map<String, Object> config = new LinkedHashMap<>();
    RouterOptions router = options.routerOptions();
    config.put("connectionTimeout", Millis.of(options.http().connectionTimeout()));
    config.put("keepAliveTimeout", Millis.of(options.http().keepAliveTimeout()));
    config.put("forceCloseConnections", forceClose(options.forceCloseConnections()));
    config.put("maxRequestsPerSocket", options.http().maxRequestsPerSocket());
    config.put("requestTimeout", Millis.of(options.http().requestTimeout()));
    config.put("handlerTimeout", Millis.of(options.handlerTimeout()));
    config.put("bodyLimit", options.bodyLimit());
    config.put("caseSensitive", router.caseSensitive());
    config.put("allowUnsafeRegex", router.allowUnsafeRegex());
    config.put("http2", options.http().http2());
    config.put("https", options.http().isEncrypted());
    config.put("ignoreTrailingSlash", router.ignoreTrailingSlash());
    config.put("ignoreDuplicateSlashes", router.ignoreDuplicateSlashes());
    config.put("maxParamLength", router.maxParamLength());
    config.put(
        "onProtoPoisoning", options.onProtoPoisoning().name().toLowerCase(java.util.Locale.ROOT));
    config.put(
        "onConstructorPoisoning",
        options.onConstructorPoisoning().name().toLowerCase(java.util.Locale.ROOT));
    config.put("pluginTimeout", Millis.of(options.pluginTimeout()));
    config.put(
        "requestIdHeader", options.requestIdHeader() == null ? false : options.requestIdHeader());
    config.put("requestIdLogLabel", options.requestIdLogLabel());
    config.put("http2SessionTimeout", Millis.of(options.http().http2SessionTimeout()));
    config.put("exposeHeadRoutes", options.exposeHeadRoutes());
    config.put("useSemicolonDelimiter", router.useSemicolonDelimiter());
    config.put("disableRequestLogging", options.disableRequestLogging() != null);
    config.put("return503OnClosing", options.return503OnClosing());
    config.put("allowErrorHandlerOverride", options.allowErrorHandlerOverride());
    Map<String, Object> routing = new LinkedHashMap<>();
    routing.put("ignoreTrailingSlash", router.ignoreTrailingSlash());
    routing.put("ignoreDuplicateSlashes", router.ignoreDuplicateSlashes());
    routing.put("maxParamLength", router.maxParamLength());
    routing.put("caseSensitive", router.caseSensitive());
    routing.put("allowUnsafeRegex", router.allowUnsafeRegex());
    routing.put("useSemicolonDelimiter", router.useSemicolonDelimiter());
    config.put("routerOptions", Collections.unmodifiableMap(routing));
    return Collections.unmodifiableMap(config);
  }

  private static Object forceClose(ForceClose mode) {
    return switch (mode) {
      case IDLE -> "idle";
      case ALL -> true;
      case NONE -> false;
    };
  }
}
