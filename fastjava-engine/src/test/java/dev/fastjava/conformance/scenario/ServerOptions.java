package dev.fastjava.conformance.scenario;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.RouterOptions;
import dev.fastjava.internal.request.QueryStringParser;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.TrustProxy;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import dev.fastjava.spi.UrlRewriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Makes the options of a server. */
final class ServerOptions {
  private static final long SHORT_MILLIS = 100;
  private static final long STRETCH = 10;

  /** Requests that nobody answers must not keep a scenario from ending. */
  private static final long CLOSE_MILLIS = 1_000;

  private final Interpreter interpreter;

  ServerOptions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  FastjavaOptions options(boolean given, @Nullable Object spec) {
    return FastjavaOptions.of(options -> set(options, given, spec));
  }

  private void set(FastjavaOptions.Builder options, boolean given, @Nullable Object spec) {
    options
        .execution(interpreter.mode())
        .closeTimeout(Duration.ofMillis(CLOSE_MILLIS))
        .warningListener(interpreter.journal()::warning);
    if (given) {
      RouteOptions.map(spec, "server options").forEach((key, value) -> set(options, key, value));
    }
  }

  /** A limit that is to be exceeded at once is longer here, so that nothing else exceeds it. */
  private static long stretched(long millis) {
    return millis > 0 && millis <= SHORT_MILLIS ? millis * STRETCH : millis;
  }

  private void set(FastjavaOptions.Builder options, String key, @Nullable Object value) {
    switch (key) {
      case "bodyLimit" -> whole(key, value, options::bodyLimit);
      case "pluginTimeout" ->
          whole(key, value, ms -> options.pluginTimeout(Duration.ofMillis(stretched(ms))));
      case "handlerTimeout" ->
          whole(key, value, ms -> options.handlerTimeout(Duration.ofMillis(ms)));
      case "connectionTimeout" ->
          whole(
              key,
              value,
              ms -> options.http(h -> h.connectionTimeout(Duration.ofMillis(stretched(ms)))));
      case "keepAliveTimeout" ->
          whole(key, value, ms -> options.http(h -> h.keepAliveTimeout(Duration.ofMillis(ms))));
      case "requestTimeout" ->
          whole(key, value, ms -> options.http(h -> h.requestTimeout(Duration.ofMillis(ms))));
      case "maxRequestsPerSocket" ->
          whole(key, value, count -> options.http(h -> h.maxRequestsPerSocket((int) count)));
      case "exposeHeadRoutes" -> options.exposeHeadRoutes(flag(value));
      case "return503OnClosing" -> options.return503OnClosing(flag(value));
      case "forceCloseConnections" ->
          options.forceCloseConnections(flag(value) ? ForceClose.ALL : ForceClose.IDLE);
      case "allowErrorHandlerOverride" -> options.allowErrorHandlerOverride(flag(value));
      case "disableRequestLogging" -> {
        if (flag(value)) {
          options.disableRequestLogging(request -> true);
        }
      }
      case "requestIdHeader" -> requestIdHeader(options, value);
      case "requestIdLogLabel" -> options.requestIdLogLabel((String) value);
      case "onProtoPoisoning" -> options.onProtoPoisoning(ParserFunctions.poisoning(value));
      case "onConstructorPoisoning" ->
          options.onConstructorPoisoning(ParserFunctions.poisoning(value));
      case "genReqId" -> options.genReqId(Steps.ids(Spec.of(value)));
      case "rewriteUrl" -> options.rewriteUrl(rewriter(Spec.of(value)));
      case "frameworkErrors" ->
          options.frameworkErrors(interpreter.handlers().errorHandler(value, null));
      case "clientErrorHandler" -> {
        byte[] raw = Spec.of(value).text("raw").getBytes(StandardCharsets.UTF_8);
        options.clientErrorHandler((fault, error, connection) -> connection.end(raw));
      }
      case "schemaErrorFormatter" -> options.schemaErrorFormatter(NamedHelpers.formatter(value));
      case "childLoggerFactory" ->
          options.childLoggerFactory(LogDescriptions.childLoggers(Spec.of(value)));
      case "trustProxy" -> trustProxy(options, value);
      case "logger" -> logger(options, value);
      case "ajv" -> ajv(options, Spec.of(value));
      case "serializerOpts" ->
          options.serialization(SerializationOptions.from(Spec.of(value).map()));
      case "routerOptions" ->
          Spec.of(value)
              .map()
              .forEach((name, each) -> options.routerOptions(router -> router(router, name, each)));
      default -> options.routerOptions(router -> router(router, key, value));
    }
  }

  /** Options that an unknown name stands for do nothing. */
  private static void router(RouterOptions.Builder options, String key, @Nullable Object value) {
    switch (key) {
      case "ignoreTrailingSlash" -> options.ignoreTrailingSlash(flag(value));
      case "ignoreDuplicateSlashes" -> options.ignoreDuplicateSlashes(flag(value));
      case "caseSensitive" -> options.caseSensitive(flag(value));
      case "allowUnsafeRegex" -> options.allowUnsafeRegex(flag(value));
      case "useSemicolonDelimiter" -> options.useSemicolonDelimiter(flag(value));
      case "maxParamLength" -> whole(key, value, length -> options.maxParamLength((int) length));
      case "querystringParser" -> options.querystringParser(queryParser(value));
      case "constraints" ->
          Spec.of(value)
              .map()
              .forEach(
                  (name, each) -> options.constraint(new DescribedConstraint(name, Spec.of(each))));
      default -> {}
    }
  }

  private static Function<String, Map<String, Object>> queryParser(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "lowercase" -> text -> QueryStringParser.parse(text.toLowerCase(Locale.ROOT), 0);
      case "raw" -> text -> Map.of("raw", text);
      default -> throw new NotExpressible("a querystringParser that is no function: " + name);
    };
  }

  private static void whole(String key, @Nullable Object value, LongConsumer set) {
    if (!(value instanceof Integer || value instanceof Long)) {
      throw new NotExpressible(key + " that is no whole number: " + Kinds.text(value));
    }
    set.accept(((Number) value).longValue());
  }

  private static boolean flag(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }

  private static void requestIdHeader(FastjavaOptions.Builder options, @Nullable Object value) {
    if (value instanceof String header) {
      options.requestIdHeader(header);
    } else if (flag(value)) {
      options.requestIdHeader("request-id");
    }
  }

  private static UrlRewriter rewriter(Spec spec) {
    if (spec.has("returns")) {
      // The nearest thing to a value that is no text.
      return request -> spec.get("returns") instanceof String text ? text : null;
    }
    return request -> {
      String url = request.url();
      String prefix = spec.textOrNull("stripPrefix");
      if (prefix != null && url.startsWith(prefix)) {
        String rest = url.substring(prefix.length());
        return rest.isEmpty() ? "/" : rest;
      }
      return spec.object("map").get(url) instanceof String target ? target : url;
    };
  }

  private static void trustProxy(FastjavaOptions.Builder options, @Nullable Object value) {
    if (value instanceof Integer hops) {
      if (hops != 0) {
        options.trustProxy(TrustProxy.nobody());
      }
    } else if (value instanceof String text) {
      options.trustProxy(
          TrustProxy.addresses(
              Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new)));
    } else if (value instanceof List<?> list) {
      options.trustProxy(
          TrustProxy.addresses(list.stream().map(String::valueOf).toArray(String[]::new)));
    } else if (Spec.isObject(value)) {
      Spec spec = Spec.of(value);
      List<String> addresses = spec.texts("addresses");
      int hops = spec.integer("maxHop", 0);
      options.trustProxy(
          TrustProxy.when((address, hop) -> addresses.contains(address) || hop < hops));
    } else if (flag(value)) {
      options.trustProxy(TrustProxy.all());
    }
  }

  private void logger(FastjavaOptions.Builder options, @Nullable Object value) {
    if (flag(value) || Spec.isObject(value)) {
      options.loggerOptions(interpreter.logs().options(value));
    } else if (value != null && !(value instanceof Boolean)) {
      throw new NotExpressible("logger options that are no object");
    }
  }

  private static void ajv(FastjavaOptions.Builder options, Spec spec) {
    if (spec.has("plugins") && !(spec.get("plugins") instanceof List<?>)) {
      throw new NotExpressible("ajv plugins that are no list");
    }
    if (spec.has("customOptions")) {
      Map<?, ?> custom = RouteOptions.map(spec.get("customOptions"), "ajv customOptions");
      options.validation(
          validation ->
              custom.forEach((key, value) -> validation(validation, (String) key, value)));
    }
  }

  private static void validation(
      ValidationOptions.Builder options, String key, @Nullable Object value) {
    switch (key) {
      case "allErrors" -> options.allErrors(flag(value));
      case "coerceTypes" ->
          options.coercion(
              "array".equals(value) ? Coercion.ARRAY : flag(value) ? Coercion.ON : Coercion.OFF);
      case "removeAdditional" ->
          options.removeAdditional(
              "all".equals(value)
                  ? RemoveAdditional.ALL
                  : "failing".equals(value)
                      ? RemoveAdditional.FAILING
                      : flag(value) ? RemoveAdditional.ON : RemoveAdditional.OFF);
      case "useDefaults" ->
          options.useDefaults(
              "empty".equals(value)
                  ? UseDefaults.EMPTY
                  : flag(value) ? UseDefaults.ON : UseDefaults.OFF);
      default -> throw new IllegalStateException("unknown validator option " + key);
    }
  }
}
