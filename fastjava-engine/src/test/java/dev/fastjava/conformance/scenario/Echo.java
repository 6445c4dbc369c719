package dev.fastjava.conformance.scenario;

import dev.fastjava.Fastjava;
import dev.fastjava.PluginOptions;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RouteDescription;
import dev.fastjava.RouteInfo;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.logging.LogLevel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates echo expressions: what a function sees of its request, reply and instance. */
final class Echo {
  private Echo() {}

  /** The value of an expression; null when absent. */
  static @Nullable Object value(String expression, Frame frame) {
    int colon = expression.indexOf(':');
    Object value =
        colon > 0 && expression.substring(0, colon).chars().allMatch(Character::isLetter)
            ? named(expression.substring(0, colon), expression.substring(colon + 1), frame)
            : plain(expression, frame);
    return value == Absent.VALUE ? null : value;
  }

  private static @Nullable Object named(String kind, String name, Frame frame) {
    List<String> path = Arrays.asList(name.split("\\.", -1));
    String first = path.get(0);
    List<String> rest = path.subList(1, path.size());
    return switch (kind) {
      case "decorator" -> Kinds.dig(instanceDecorator(frame.instance(), first), rest);
      case "request" -> Kinds.dig(requestDecorator(frame.request(), first), rest);
      case "reply" -> Kinds.dig(replyDecorator(frame.reply(), first), rest);
      case "requestGetDecorator" -> call(frame.request().getDecorator(name), frame.request());
      case "replyGetDecorator" -> call(frame.reply().getDecorator(name), frame.reply());
      case "replyHeader" -> frame.reply().getHeaders().asMap().get(name.toLowerCase(Locale.ROOT));
      case "replyHasHeader" -> frame.reply().hasHeader(name);
      case "replyHasTrailer" -> frame.reply().hasTrailer(name);
      case "hasOwn" ->
          part(frame.request(), first) instanceof Map<?, ?> map && map.containsKey(rest.get(0));
      default -> throw new IllegalStateException("unknown echo " + kind + ":" + name);
    };
  }

  private static @Nullable Object plain(String expression, Frame frame) {
    List<String> path = Arrays.asList(expression.split("\\.", -1));
    List<String> rest = path.subList(1, path.size());
    return switch (path.get(0)) {
      case "bodyType" -> bodyType(frame.request());
      case "validationError" -> error(frame.request().validationError(), rest);
      case "error" -> error(frame.error, rest);
      case "payload" ->
          rest.isEmpty() ? Kinds.readable(frame.payload) : Kinds.dig(frame.payload, rest);
      case "payloadType" -> Kinds.of(frame.payload);
      case "statusCode" -> frame.reply().statusCode();
      case "sent" -> frame.reply().sent();
      case "elapsedTime" -> Kinds.of(frame.reply().elapsedTime());
      case "replyHeaders" -> Kinds.dig(frame.reply().getHeaders().asMap(), rest);
      case "prefix" -> frame.instance().prefix();
      case "pluginName" -> frame.instance().pluginName();
      case "serverPrefix" -> frame.request().server().prefix();
      case "replyServerPrefix" -> frame.reply().server().prefix();
      case "sameInstance" ->
          frame.request().server() == frame.self && frame.reply().server() == frame.self;
      case "opts" -> Kinds.dig(frame.options, rest);
      case "route" -> Kinds.dig(frame.route == null ? null : view(frame.route.describe()), rest);
      case "initialConfig" -> Kinds.dig(frame.instance().initialConfig(), rest);
      default -> ofRequest(frame.request(), path);
    };
  }

  /** A property of a request by the name the reference gives it. */
  static @Nullable Object ofRequest(Request request, List<String> path) {
    List<String> rest = path.subList(1, path.size());
    return switch (path.get(0)) {
      case "body", "query", "params", "headers" -> Kinds.dig(part(request, path.get(0)), rest);
      case "id" -> request.id();
      case "ip" -> request.ip();
      case "ips" -> request.ips();
      case "host" -> request.host();
      case "hostname" -> request.hostname();
      case "port" -> request.port();
      case "protocol" -> request.protocol();
      case "method" -> request.method();
      case "url" -> request.url();
      case "originalUrl" -> request.originalUrl();
      case "is404" -> request.is404();
      case "rawHeaders" -> Kinds.dig(request.raw().headers().asMap(), rest);
      case "routeOptions" -> Kinds.dig(view(request.routeOptions()), rest);
      default -> throw new IllegalStateException("unknown echo " + String.join(".", path));
    };
  }

  private static @Nullable Object part(Request request, String name) {
    return switch (name) {
      case "body" -> request.body();
      case "query" -> request.query();
      case "params" -> request.params();
      case "headers" -> request.headers().asMap();
      default -> throw new IllegalStateException("unknown part " + name);
    };
  }

  private static String bodyType(Request request) {
    Object body = request.body();
    return body == null && !request.hasBody() ? "absent" : Kinds.of(body);
  }

  private static @Nullable Object error(@Nullable Throwable error, List<String> rest) {
    if (error == null || rest.isEmpty()) {
      return ErrorViews.echo(error);
    }
    return Kinds.dig(error, rest);
  }

  private static Map<String, @Nullable Object> view(RouteInfo route) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("url", route.url());
    view.put("method", oneOrMany(route.methods()));
    view.put("config", route.config());
    view.put("bodyLimit", route.bodyLimit());
    view.put("attachValidation", route.attachValidation());
    view.put("logLevel", route.url() == null ? null : label(route.logLevel()));
    view.put("version", route.version());
    view.put("exposeHeadRoute", route.exposeHeadRoute());
    view.put(
        "prefixTrailingSlash",
        route.prefixTrailingSlash().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    view.put("schema", route.schema());
    view.put("constraints", route.constraints());
    view.put("handlerTimeout", route.handlerTimeout().toMillis());
    return view;
  }

  private static Map<String, @Nullable Object> view(RouteDescription route) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("url", route.url());
    view.put("path", route.url());
    view.put("routePath", route.routePath());
    view.put("prefix", route.prefix());
    view.put("method", oneOrMany(route.methods()));
    view.put("config", route.config());
    view.put("bodyLimit", route.bodyLimit());
    view.put("logLevel", label(route.logLevel()));
    view.put("schema", route.schema());
    view.put("constraints", route.constraints());
    view.put("attachValidation", route.attachValidation());
    view.put("exposeHeadRoute", route.exposeHeadRoute());
    return view;
  }

  /** What is null here is an empty text in the reference. */
  private static String label(@Nullable LogLevel level) {
    return level == null ? "" : level.label();
  }

  private static @Nullable Object oneOrMany(List<String> methods) {
    if (methods.isEmpty()) {
      return null;
    }
    return methods.size() == 1 ? methods.get(0) : methods;
  }

  /** The options of a plugin as one object. */
  static Map<String, @Nullable Object> view(PluginOptions options) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>(options.values());
    if (options.prefix() != null) {
      view.put("prefix", options.prefix());
    }
    if (options.logLevel() != null) {
      view.put("logLevel", options.logLevel().label());
    }
    return view;
  }

  private static @Nullable Object instanceDecorator(Fastjava instance, String name) {
    return instance.hasDecorator(name) ? call(instance.getDecorator(name), instance) : null;
  }

  private static @Nullable Object requestDecorator(Request request, String name) {
    return call(declared(() -> request.getDecorator(name)), request);
  }

  private static @Nullable Object replyDecorator(Reply reply, String name) {
    return call(declared(() -> reply.getDecorator(name)), reply);
  }

  private static @Nullable Object declared(Supplier<@Nullable Object> decorator) {
    try {
      return decorator.get();
    } catch (FastjavaException e) {
      if (e.errorCode() == ErrorCode.FST_ERR_DEC_UNDECLARED) {
        return null;
      }
      throw e;
    }
  }

  /** Calls a function decorator on what it decorates; another value is itself. */
  @SuppressWarnings("unchecked") // all function decorators of the interpreter take any object
  static @Nullable Object call(@Nullable Object value, Object decorated) {
    return value instanceof Function<?, ?>
        ? ((Function<Object, @Nullable Object>) value).apply(decorated)
        : value;
  }
}
