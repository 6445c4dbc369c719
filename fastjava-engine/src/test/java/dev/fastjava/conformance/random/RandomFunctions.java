package dev.fastjava.conformance.random;

import static dev.fastjava.conformance.random.Draw.list;
import static dev.fastjava.conformance.random.Draw.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws hooks, handlers, error handlers and parsers.
 *
 * <p>Left out, as Java has no such thing or another on purpose: thrown values that are no errors;
 * functions that end with "undefined" where a reply is due (nobody would answer); streams and bytes
 * turned into text by joining them with one; keys that are numbers, which JavaScript moves to the
 * front; numbers beyond what both write alike; a second reply after the first; the {@code name}
 * that every JavaScript error has; errors with a {@code status} alone, as exceptions with a status
 * have it under both names; whether no payload is null or absent; when a stream is closed after its
 * last chunk; close hooks in callback style that throw, which end the process there; numbers as
 * values of headers, which become texts at once; values of JSON under another type, whose error
 * nobody hears of there when a step before ended later; what a plain function returns after a
 * pause, which nobody hears of either; replaced bodies that are not passed on; texts and lists in
 * place of objects for a schema, which JavaScript takes for lists of characters.
 */
final class RandomFunctions {
  static final List<String> BEFORE_HANDLER =
      List.of("onRequest", "preParsing", "preValidation", "preHandler");
  static final List<String> HOOKS =
      List.of(
          "onRequest",
          "preParsing",
          "preValidation",
          "preHandler",
          "preSerialization",
          "onSend",
          "onError",
          "onResponse");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/json",
          "text/html; charset=utf-8",
          "application/vnd.x+json",
          "image/png",
          "json",
          "text/x; a=b");

  private final Draw draw;

  RandomFunctions(Draw draw) {
    this.draw = draw;
  }

  Map<String, @Nullable Object> error() {
    Map<String, @Nullable Object> error = map("message", draw.fresh("wrong "));
    if (draw.percent(40)) {
      error.put("statusCode", draw.of(400, 401, 404, 409, 418, 422, 500, 503, 200, 302, 99, 700));
    }
    if (draw.percent(25)) {
      error.put("code", draw.of("E_ONE", "E_TWO"));
    }
    if (draw.percent(10)) {
      error.put("headers", map("x-error", "yes"));
    }
    if (draw.percent(10)) {
      error.put("detail", "more");
    }
    return error;
  }

  private String style() {
    return draw.of("sync", "async");
  }

  private Map<String, @Nullable Object> fn(String style, List<@Nullable Object> actions) {
    return style.equals("sync") ? map("do", actions) : map("style", style, "do", actions);
  }

  /** A lifecycle hook of a kind. */
  Map<String, @Nullable Object> hook(String kind, RandomContext context) {
    String style = style();
    String name = draw.fresh(kind + "-");
    List<@Nullable Object> actions = list(map("trace", name));
    if (draw.percent(25)) {
      actions.add(map("traceEcho", list(name, seen(kind))));
    }
    boolean replied = kind.equals("onSend") || kind.equals("onResponse") || kind.equals("onError");
    if (!replied && draw.percent(25)) {
      actions.add(map("header", list("x-" + kind.toLowerCase(java.util.Locale.ROOT), name)));
    }
    if (kind.equals("onSend") && draw.percent(20)) {
      actions.add(map("header", list("x-sent", name)));
    }
    if (!context.requestDecorators.isEmpty() && draw.percent(20)) {
      actions.add(map("set", list(draw.of(context.requestDecorators), name)));
    }
    if (!replied && draw.percent(8)) {
      actions.add(map("code", draw.of(201, 202, 404)));
    }
    if (draw.percent(12)) {
      actions.add(map("sleep", 1));
      actions.add(map("trace", name + " slept"));
    }
    if (context.logs && draw.percent(10)) {
      actions.add(map("log", list(draw.of("info", "warn", "debug"), map("at", name), "from hook")));
    }
    payload(kind, name, actions);
    end(kind, style, actions);
    return fn(style, actions);
  }

  private String seen(String kind) {
    return switch (kind) {
      case "onRequest" ->
          draw.of("query", "params", "bodyType", "url", "routeOptions.url", "is404");
      case "preParsing" -> draw.of("bodyType", "method", "statusCode");
      case "preValidation" -> draw.of("body", "query", "bodyType");
      case "preHandler" -> draw.of("body", "query", "params", "routeOptions.method", "id");
      case "preSerialization", "onSend" -> draw.of("statusCode", "replyHeaders");
      case "onError" -> draw.of("error.message", "error.code", "statusCode", "error.statusCode");
      default -> draw.of("statusCode", "sent", "replyHeader:content-type");
    };
  }

  private void payload(String kind, String name, List<@Nullable Object> actions) {
    if (kind.equals("preSerialization") && draw.percent(40)) {
      actions.add(
          draw.of(
              map("wrapPayload", "by"),
              map("replacePayload", map("from", name)),
              map("replacePayload", map("id", "8", "message", "from " + name))));
    }
    if (kind.equals("onSend") && draw.percent(40)) {
      actions.add(
          draw.percent(60)
              ? map("if", list("payloadType", "string", list(map("appendPayload", "!"))))
              : map(
                  "replacePayload",
                  draw.of(
                      "sent by " + name,
                      "",
                      null,
                      map("$buffer", "YnVm"),
                      map("$stream", list("st", "ream")))));
    }
    if (kind.equals("preParsing") && draw.percent(15)) {
      actions.add(
          map(
              "payloadFromText",
              draw.of(
                  map("text", "{\"a\":7}", "receivedEncodedLength", 7),
                  map("text", "{\"a\":", "receivedEncodedLength", 5),
                  map("text", "{\"a\":\"other\"}"))));
    }
  }

  private void end(String kind, String style, List<@Nullable Object> actions) {
    if (kind.equals("onResponse") || kind.equals("onError")) {
      if (kind.equals("onResponse") && draw.percent(5)) {
        actions.add(map("throw", error()));
      }
      return;
    }
    if (draw.percent(6)) {
      actions.add(
          draw.percent(50) || style.equals("async")
              ? map("throw", error())
              : map("doneError", error()));
    } else if (BEFORE_HANDLER.contains(kind) && draw.percent(6)) {
      if (style.equals("async")) {
        actions.add(map("returnSend", value()));
      } else {
        actions.add(map("send", value()));
      }
    } else if (style.equals("sync") && !has(actions, "payloadFromText") && draw.percent(10)) {
      actions.add(map("later", map("ms", 1, "do", list(map("done", true)))));
    }
  }

  private static boolean has(List<@Nullable Object> actions, String name) {
    return actions.stream()
        .anyMatch(each -> each instanceof Map<?, ?> map && map.containsKey(name));
  }

  /** Something to send: only what fits any type, unless it may be JSON. */
  private @Nullable Object value(boolean json) {
    return json
        ? value()
        : draw.of(
            "plain text",
            "",
            map("$buffer", "AAEC/w=="),
            map("$stream", list("one ", "two")),
            map("$stream", map("chunks", list("x"))));
  }

  /** Something to send. */
  @Nullable Object value() {
    return switch (draw.below(16)) {
      case 0 -> "plain text";
      case 1 -> "";
      case 2 -> map("$buffer", "AAEC/w==");
      case 3 -> map("$stream", list("one ", "two"));
      case 4 -> map("list", list(1, "two", map("three", 3), null));
      case 5 -> draw.of(0, 17, -3, 2.5);
      case 6 -> draw.of(true, false);
      case 7 -> null;
      case 8 -> map("when", map("$date", "2026-01-02T03:04:05.678Z"), "n", null);
      case 9 -> map("b", map("$echo", "body"), "t", map("$echo", "bodyType"));
      case 10 ->
          map("q", map("$json", map("$echo", "query")), "p", map("$json", map("$echo", "params")));
      case 11 -> map("$stream", map("chunks", list("x")));
      case 12 ->
          map(
              "id",
              "7",
              "name",
              "né \" \u2028 <b>",
              "extra",
              list(1, 2),
              "nested",
              map("x", "1", "y", 2));
      case 13 -> map("id", 12.0, "name", 5, "nested", null, "price", "3.5", "ok", "yes");
      case 14 -> map("url", map("$echo", "url"), "method", map("$echo", "method"));
      default -> map("ok", true, "id", 1);
    };
  }

  /** A handler, or one for routes that were not found. */
  Map<String, @Nullable Object> handler(RandomContext context) {
    String style = style();
    String name = draw.fresh("handler-");
    List<@Nullable Object> actions = list(map("trace", name));
    if (draw.percent(20)) {
      actions.add(
          map(
              "traceEcho",
              list(
                  name,
                  draw.of(
                      "body",
                      "query",
                      "params",
                      "bodyType",
                      "headers.x-a",
                      "validationError.message",
                      "sameInstance",
                      "prefix"))));
    }
    if (!context.decorators.isEmpty() && draw.percent(20)) {
      actions.add(map("traceEcho", list(name, "decorator:" + draw.of(context.decorators))));
    }
    if (!context.requestDecorators.isEmpty() && draw.percent(25)) {
      actions.add(map("traceEcho", list(name, "request:" + draw.of(context.requestDecorators))));
    }
    if (!context.replyDecorators.isEmpty() && draw.percent(25)) {
      actions.add(map("traceEcho", list(name, "reply:" + draw.of(context.replyDecorators))));
    }
    if (draw.percent(30)) {
      actions.add(
          map(
              draw.of("code", "status"),
              draw.of(200, 201, 202, 204, 206, 304, 400, 404, 418, 500)));
    }
    if (draw.percent(20)) {
      actions.add(
          map(
              "header",
              list(
                  draw.of("x-h", "X-H", "cache-control", "set-cookie"),
                  draw.of("v", "", "5", "a=b"))));
    }
    boolean json = true;
    if (draw.percent(20)) {
      String type = draw.of(TYPES);
      json = type.contains("json");
      actions.add(map("type", type));
    }
    if (context.logs && draw.percent(15)) {
      actions.add(map(draw.of("log", "replyLog", "serverLog"), list("info", name)));
    }
    boolean slept = draw.percent(10);
    if (slept) {
      actions.add(map("sleep", 1));
    }
    if (draw.percent(4)) {
      actions.add(map("serializer", draw.of("upper", "wrap", "tag")));
    }
    reply(style.equals("async"), slept, json, context, actions);
    return fn(style, actions);
  }

  /** How a handler ends. */
  private void reply(
      boolean async,
      boolean slept,
      boolean json,
      RandomContext context,
      List<@Nullable Object> actions) {
    // What a plain function returns after a pause, it returns to nobody.
    String returned = slept && !async ? "send" : "return";
    switch (draw.below(14)) {
      case 0 -> actions.add(map("throw", error()));
      case 1 -> {
        actions.add(map("sendError", error()));
        returnReply(async, actions);
      }
      case 2 -> {
        actions.add(
            map("redirect", draw.percent(50) ? list("/to") : list("/to", draw.of(301, 307))));
        returnReply(async, actions);
      }
      case 3 -> {
        if (json && draw.percent(40) && !context.inNotFound) {
          actions.add(map("callNotFound", true));
          returnReply(async, actions);
        } else {
          actions.add(map(returned, value(json)));
        }
      }
      case 4, 5, 6, 7 -> {
        actions.add(map("send", value(json)));
        returnReply(async, actions);
      }
      case 8 -> actions.add(map("returnSend", value(json)));
      case 9 -> {
        if (async) {
          actions.add(map("return", value(json)));
        } else {
          actions.add(map("later", map("ms", 1, "do", list(map("send", value(json))))));
        }
      }
      default -> actions.add(map(returned, value(json)));
    }
  }

  private static void returnReply(boolean async, List<@Nullable Object> actions) {
    if (async) {
      actions.add(map("returnReply", true));
    }
  }

  Map<String, @Nullable Object> errorHandler() {
    String style = style();
    String name = draw.fresh("errors-");
    List<@Nullable Object> actions = list(map("trace", name));
    if (draw.percent(40)) {
      actions.add(
          map(
              "traceEcho",
              list(
                  name,
                  draw.of(
                      "error",
                      "error.message",
                      "error.code",
                      "statusCode",
                      "error.validationContext"))));
    }
    if (draw.percent(30)) {
      actions.add(map("code", draw.of(400, 500, 503, 200)));
    }
    boolean async = style.equals("async");
    Map<String, @Nullable Object> view =
        map("handledBy", name, "message", map("$echo", "error.message"));
    switch (draw.below(8)) {
      case 0 -> actions.add(map("throw", "same"));
      case 1 -> actions.add(map("throw", error()));
      case 2 -> {
        actions.add(map("sendError", draw.percent(50) ? "same" : error()));
        returnReply(async, actions);
      }
      case 3 -> actions.add(map("returnSend", view));
      case 4 -> {
        actions.add(map("send", draw.of(view, name)));
        returnReply(async, actions);
      }
      default -> actions.add(map("return", draw.of(view, name)));
    }
    return fn(style, actions);
  }

  /** A content type parser: how it reads and what it does. */
  Map<String, @Nullable Object> parser(@Nullable String parseAs) {
    String name = draw.fresh("parser-");
    List<@Nullable Object> actions = list(map("trace", name));
    if (parseAs == null) {
      actions.add(map("readAll", true));
    }
    if (draw.percent(12)) {
      actions.add(map("throw", error()));
    } else {
      actions.add(
          map(
              "result",
              draw.percent(50)
                  ? map("by", name, "text", map("$echo", "payload"))
                  : map("$length", map("$echo", "payload"))));
    }
    // A plain function that reads the raw stream would have ended before it is read.
    return fn(parseAs == null ? "async" : style(), actions);
  }
}
