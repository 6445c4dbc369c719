package dev.fastjava.conformance.scenario;

import dev.fastjava.AbortHook;
import dev.fastjava.ErrorHook;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadHook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteSchema;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.option.PrefixTrailingSlash;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets the options of routes. */
final class RouteOptions {
  private static final Set<String> HOOKS =
      Set.of(
          "onRequest",
          "preParsing",
          "preValidation",
          "preHandler",
          "preSerialization",
          "onSend",
          "onResponse",
          "onError",
          "onTimeout",
          "onRequestAbort");

  private final Interpreter interpreter;

  RouteOptions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Sets all options of a description. */
  void apply(RouteDefinition route, Spec options) {
    options.map().forEach((key, value) -> set(route, key, value));
  }

  /** Sets an option in place of what it was before. */
  void replace(RouteDefinition route, String key, @Nullable Object value) {
    switch (key) {
      case "config" -> route.config(Map.of());
      case "constraints" -> route.constraints(Map.of());
      case "schema" -> route.schema(RouteSchema::clear);
      default -> {}
    }
    set(route, key, value);
  }

  private void set(RouteDefinition route, String key, @Nullable Object value) {
    switch (key) {
      case "op", "catch" -> {}
      case "method" -> route.method(methods(value));
      case "url", "path" -> route.url(text(value, "a url"));
      case "handler" -> route.handler(interpreter.handlers().handler(value, null));
      case "errorHandler" -> route.errorHandler(interpreter.handlers().errorHandler(value, null));
      case "schema" -> route.schema(parts -> parts.raw(map(Values.copy(value), "a schema")));
      case "schemaMissing" ->
          ((List<?>) value).forEach(part -> route.schema(parts -> parts.part((String) part, null)));
      case "constraints" -> constraints(value).forEach(route::constraint);
      case "config" -> map(Values.copy(value), "a config").forEach(route::config);
      case "attachValidation" -> route.attachValidation(Boolean.TRUE.equals(value));
      case "exposeHeadRoute" -> route.exposeHeadRoute(Boolean.TRUE.equals(value));
      case "bodyLimit" -> route.bodyLimit(whole(value, "a body limit"));
      case "handlerTimeout" ->
          route.handlerTimeout(Duration.ofMillis(whole(value, "a handler timeout")));
      case "logLevel" -> logLevel(route, text(value, "a log level"));
      case "prefixTrailingSlash" -> route.prefixTrailingSlash(trailingSlash(value));
      case "schemaErrorFormatter" -> route.schemaErrorFormatter(NamedHelpers.formatter(value));
      case "validatorCompiler" -> route.validatorCompiler(NamedHelpers.validatorCompiler(value));
      case "serializerCompiler" -> route.serializerCompiler(NamedHelpers.serializerCompiler(value));
      case "logSerializers" -> route.logSerializers(LogDescriptions.serializers(Spec.of(value)));
      case "childLoggerFactory" ->
          route.childLoggerFactory(LogDescriptions.childLoggers(Spec.of(value)));
      default -> {
        if (HOOKS.contains(key)) {
          addHooks(route, key, value);
        }
      }
    }
  }

  private static void logLevel(RouteDefinition route, String level) {
    if (!level.isEmpty()) { // an empty one is none
      route.logLevel(LogLevel.of(level));
    }
  }

  private static PrefixTrailingSlash trailingSlash(@Nullable Object value) {
    String name = text(value, "prefixTrailingSlash").replace('-', '_').toUpperCase(Locale.ROOT);
    try {
      return PrefixTrailingSlash.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new NotExpressible("a prefixTrailingSlash that is none: " + value);
    }
  }

  private static String[] methods(@Nullable Object value) {
    List<?> methods =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return methods.stream().map(each -> text(each, "a method")).toArray(String[]::new);
  }

  private static String text(@Nullable Object value, String what) {
    if (value instanceof String text) {
      return text;
    }
    throw new NotExpressible(what + " that is no text: " + Kinds.text(value));
  }

  private static long whole(@Nullable Object value, String what) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new NotExpressible(what + " that is no whole number: " + Kinds.text(value));
  }

  static Map<String, @Nullable Object> map(@Nullable Object value, String what) {
    if (Spec.isObject(value)) {
      return Spec.of(value).map();
    }
    throw new NotExpressible(what + " that is no object: " + Kinds.text(value));
  }

  /** Constraints by name: texts, other plain values, and patterns. */
  static Map<String, Object> constraints(@Nullable Object value) {
    Map<String, Object> constraints = new LinkedHashMap<>();
    map(value, "constraints").forEach((name, each) -> constraints.put(name, pattern(each)));
    return constraints;
  }

  /** A pattern for a described one; any other value as it is. */
  static Object pattern(@Nullable Object value) {
    if (!Spec.isObject(value) || !Spec.of(value).has("regex")) {
      return value == null ? Absent.VALUE : value;
    }
    String flags = String.valueOf(Spec.of(value).map().getOrDefault("flags", ""));
    int options = 0;
    if (flags.contains("i")) {
      options |= Pattern.CASE_INSENSITIVE;
    }
    if (flags.contains("s")) {
      options |= Pattern.DOTALL;
    }
    if (flags.contains("m")) {
      options |= Pattern.MULTILINE;
    }
    return Pattern.compile(Spec.of(value).text("regex"), options);
  }

  /** Adds hooks of one phase, one function or a list of them. */
  void addHooks(RouteDefinition route, String phase, @Nullable Object functions) {
    List<?> all = functions instanceof List<?> list ? list : Arrays.asList(functions);
    all.forEach(each -> addHook(route, phase, interpreter.hooks().hook(phase, each, null)));
  }

  private static void addHook(RouteDefinition route, String phase, Object hook) {
    if (hook instanceof Hook plain) {
      addRequestHook(route, phase, plain);
    } else if (hook instanceof Hook.Callback callback) {
      addRequestHook(route, phase, callback);
    } else if (hook instanceof PayloadHook plain) {
      var unused = phase.equals("onSend") ? route.onSend(plain) : route.preSerialization(plain);
    } else if (hook instanceof PayloadHook.Callback callback) {
      var unused =
          phase.equals("onSend") ? route.onSend(callback) : route.preSerialization(callback);
    } else if (hook instanceof ParsingHook plain) {
      route.preParsing(plain);
    } else if (hook instanceof ParsingHook.Callback callback) {
      route.preParsing(callback);
    } else if (hook instanceof ErrorHook plain) {
      route.onError(plain);
    } else if (hook instanceof ErrorHook.Callback callback) {
      route.onError(callback);
    } else if (hook instanceof AbortHook plain) {
      route.onRequestAbort(plain);
    } else if (hook instanceof AbortHook.Callback callback) {
      route.onRequestAbort(callback);
    } else {
      throw new NotExpressible("a route hook that is no function: " + Kinds.text(hook));
    }
  }

  private static void addRequestHook(RouteDefinition route, String phase, Hook hook) {
    switch (phase) {
      case "onRequest" -> route.onRequest(hook);
      case "preValidation" -> route.preValidation(hook);
      case "preHandler" -> route.preHandler(hook);
      case "onResponse" -> route.onResponse(hook);
      case "onTimeout" -> route.onTimeout(hook);
      default -> throw new NotExpressible("a route hook called " + phase);
    }
  }

  private static void addRequestHook(RouteDefinition route, String phase, Hook.Callback hook) {
    switch (phase) {
      case "onRequest" -> route.onRequest(hook);
      case "preValidation" -> route.preValidation(hook);
      case "preHandler" -> route.preHandler(hook);
      case "onResponse" -> route.onResponse(hook);
      case "onTimeout" -> route.onTimeout(hook);
      default -> throw new NotExpressible("a route hook called " + phase);
    }
  }
}
