package dev.fastjava.internal.lifecycle;

import dev.fastjava.Handler;
import dev.fastjava.RouteInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route was declared with.
 *
 * @param seesVersion whether the version constraint is known, so that requests may ask for one
 */
public record RouteDetails(
    List<String> methods,
    @Nullable String url,
    long bodyLimit,
    long handlerTimeout,
    boolean attachValidation,
    @Nullable String logLevel,
    @Nullable Boolean exposeHeadRoute,
    String prefixTrailingSlash,
    Map<String, Object> config,
    @Nullable Map<String, Object> schema,
    Map<String, Object> constraints,
    @Nullable String version,
    @Nullable Handler handler,
    boolean seesVersion)
    implements RouteInfo {
  /** The details for one request. */
  RouteDetails forVersion(@Nullable String requested) {
    return requested == null || !seesVersion
        ? this
        : new RouteDetails(
            methods,
            url,
            bodyLimit,
            handlerTimeout,
            attachValidation,
            logLevel,
            exposeHeadRoute,
            prefixTrailingSlash,
            config,
            schema,
            constraints,
            requested,
            handler,
            seesVersion);
  }
}
