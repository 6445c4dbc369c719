package dev.fastjava.internal.lifecycle;

import dev.fastjava.Execution;
import dev.fastjava.Handler;
import dev.fastjava.RouteDescription;
import dev.fastjava.RouteInfo;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.option.PrefixTrailingSlash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route was declared with, and what is in force where it sets nothing.
 *
 * @param seesVersion whether the version constraint is known, so that requests may ask for one
 */
public record RouteDetails(
    RouteDescription declared,
    @Nullable String url,
    long bodyLimit,
    Duration handlerTimeout,
    @Nullable LogLevel logLevel,
    Map<String, Object> config,
    @Nullable Map<String, Object> schema,
    Map<String, List<Object>> hooks,
    Execution execution,
    String plugin,
    @Nullable StackTraceElement declaredAt,
    @Nullable String version,
    boolean seesVersion)
    implements RouteInfo {
  @Override
  public List<String> methods() {
    return declared.methods();
  }

  @Override
  public boolean attachValidation() {
    return Boolean.TRUE.equals(declared.attachValidation());
  }

  @Override
  public @Nullable Boolean exposeHeadRoute() {
    return declared.exposeHeadRoute();
  }

  @Override
  public PrefixTrailingSlash prefixTrailingSlash() {
    return declared.prefixTrailingSlash();
  }

  @Override
  public Map<String, Object> constraints() {
    return declared.constraints();
  }

  @Override
  public @Nullable Handler handler() {
    return declared.handler();
  }

  @Override
  public String prefix() {
    return declared.prefix();
  }

  /** The details for one request. */
  RouteDetails forVersion(@Nullable String requested) {
    return requested == null || !seesVersion ? this : with(url, requested);
  }

  /** The details under the url that was registered, where requests see that of another route. */
  public RouteDetails at(String registered) {
    return registered.equals(url) ? this : with(registered, version);
  }

  private RouteDetails with(@Nullable String otherUrl, @Nullable String otherVersion) {
    return new RouteDetails(
        declared,
        otherUrl,
        bodyLimit,
        handlerTimeout,
        logLevel,
        config,
        schema,
        hooks,
        execution,
        plugin,
        declaredAt,
        otherVersion,
        seesVersion);
  }
}
