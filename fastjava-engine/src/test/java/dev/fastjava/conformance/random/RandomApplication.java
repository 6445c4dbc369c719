package dev.fastjava.conformance.random;

import static dev.fastjava.conformance.random.Draw.list;
import static dev.fastjava.conformance.random.Draw.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws an application: what is registered on the root and in plugins, some of them nested. */
final class RandomApplication {
  /** A route to send requests to. */
  record Target(List<String> methods, String url, boolean hasBody) {}

  private static final int DEEPEST = 2;

  private final Draw draw;
  private final RandomFunctions functions;
  private final RandomParts parts;
  private final List<Target> targets = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<String> parserTypes = new ArrayList<>();

  RandomApplication(Draw draw) {
    this.draw = draw;
    this.functions = new RandomFunctions(draw);
    this.parts = new RandomParts(draw);
  }

  List<Target> targets() {
    return targets;
  }

  List<String> prefixes() {
    return prefixes;
  }

  List<String> parserTypes() {
    return parserTypes;
  }

  Map<String, @Nullable Object> options() {
    Map<String, @Nullable Object> options = map();
    if (draw.percent(45)) {
      options.put("logger", map("level", draw.of("info", "debug", "trace", "warn", "error")));
      if (draw.percent(15)) {
        options.put("disableRequestLogging", true);
      }
    }
    if (draw.percent(20)) {
      options.put("bodyLimit", draw.of(10, 25));
    }
    option(options, "exposeHeadRoutes", 12, false);
    option(options, "ignoreTrailingSlash", 12, true);
    option(options, "ignoreDuplicateSlashes", 12, true);
    option(options, "caseSensitive", 10, false);
    option(options, "maxParamLength", 8, 4);
    option(options, "requestIdHeader", 8, "x-id");
    option(options, "requestIdLogLabel", 8, "id");
    option(options, "genReqId", 8, map("prefix", "p-"));
    option(options, "schemaErrorFormatter", 6, "joined");
    option(options, "trustProxy", 6, true);
    option(options, "querystringParser", 4, "lowercase");
    if (draw.percent(12)) {
      options.put(
          "ajv",
          map(
              "customOptions",
              draw.of(
                  map("allErrors", true),
                  map("coerceTypes", false),
                  map("removeAdditional", false),
                  map("useDefaults", false),
                  map("coerceTypes", true))));
    }
    return options;
  }

  private void option(
      Map<String, @Nullable Object> options, String name, int chance, Object value) {
    if (draw.percent(chance)) {
      options.put(name, value);
    }
  }

  List<@Nullable Object> steps(boolean logs) {
    prefixes.add("");
    List<@Nullable Object> steps = plugin(new RandomContext("", logs), 0);
    if (draw.percent(30)) {
      steps.add(
          map(
              "op",
              draw.of("after", "ready"),
              "steps",
              list(map("op", "trace", "text", draw.fresh("callback "))),
              "handlesError",
              draw.percent(50)));
    }
    return steps;
  }

  List<@Nullable Object> afterReady() {
    List<@Nullable Object> steps = new ArrayList<>();
    if (draw.percent(12)) {
      steps.add(
          map(
              "op",
              "printRoutes",
              "options",
              draw.of(map(), map("commonPrefix", false), map("includeMeta", false))));
    }
    if (!targets.isEmpty() && draw.percent(20)) {
      Target target = draw.of(targets);
      String url = draw.of(target.url(), target.url() + "/", "/" + target.url(), "/none");
      steps.add(
          map(
              "op",
              draw.of("hasRoute", "findRoute"),
              "query",
              map("url", url, "method", draw.of(draw.of(target.methods()), "GET", "HEAD"))));
    }
    return steps;
  }

  private List<@Nullable Object> plugin(RandomContext context, int depth) {
    List<@Nullable Object> steps = new ArrayList<>();
    int count = 2 + draw.below(depth == 0 ? 9 : 6);
    for (int i = 0; i < count; i++) {
      step(context, depth, steps);
    }
    // The order matters, so routes come anywhere; and there is one in the end.
    steps.add(route(context));
    return steps;
  }

  private void step(RandomContext context, int depth, List<@Nullable Object> steps) {
    switch (draw.below(24)) {
      case 0, 1, 2, 3 -> {
        String kind = draw.of(RandomFunctions.HOOKS);
        steps.add(map("op", "addHook", "name", kind, "fn", functions.hook(kind, context)));
      }
      case 4, 5, 6, 7 -> steps.add(route(context));
      case 8, 9, 10, 11 -> {
        if (depth < DEEPEST) {
          steps.add(register(context, depth));
        }
      }
      case 12 -> decorator(context, steps);
      case 13 -> decorator(context, steps);
      case 14 ->
          steps.add(map("op", "setErrorHandler", "fn", functions.errorHandler(), "catch", true));
      case 15 -> {
        Map<String, @Nullable Object> step =
            map(
                "op",
                "setNotFoundHandler",
                "fn",
                functions.handler(context.notFound()),
                "catch",
                true);
        for (String kind : List.of("preValidation", "preHandler")) {
          if (draw.percent(20)) {
            step.put(kind, functions.hook(kind, context));
          }
        }
        steps.add(step);
      }
      case 16 -> steps.add(parser());
      case 17 -> steps.add(schema(context));
      case 18 ->
          steps.add(
              draw.of(
                  map(
                      "op",
                      "setReplySerializer",
                      "serializer",
                      draw.of("wrap", "upper"),
                      "catch",
                      true),
                  map(
                      "op",
                      "setSchemaErrorFormatter",
                      "formatter",
                      draw.of("joined", "custom", "count")),
                  map(
                      "op",
                      "removeContentTypeParser",
                      "contentType",
                      draw.of("text/plain", "application/json")),
                  map("op", "removeAllContentTypeParsers")));
      case 19 -> applicationHook(steps);
      case 20 -> {
        String name = draw.fresh("routed ");
        steps.add(
            map(
                "op",
                "addHook",
                "name",
                "onRoute",
                "fn",
                map(
                    "do",
                    list(
                        map(
                            "traceEcho",
                            list(
                                name,
                                draw.of(
                                    "route.url",
                                    "route.method",
                                    "route.prefix",
                                    "route.routePath")))))));
      }
      case 21 -> {
        String name = draw.fresh("registered ");
        steps.add(
            map(
                "op",
                "addHook",
                "name",
                "onRegister",
                "fn",
                map("do", list(map("traceEcho", list(name, "prefix"))))));
      }
      case 22 ->
          steps.add(
              draw.of(
                  map("op", "prefix"),
                  map("op", "hasDecorator", "name", "dec1"),
                  map("op", "hasRequestDecorator", "name", "dec2"),
                  map("op", "hasContentTypeParser", "contentType", "text/a"),
                  map("op", "getSchemas")));
      default ->
          steps.add(
              map(
                  "op",
                  "after",
                  "steps",
                  list(map("op", "trace", "text", draw.fresh("after ")), route(context)),
                  "handlesError",
                  draw.percent(50)));
    }
  }

  private void applicationHook(List<@Nullable Object> steps) {
    String kind = draw.of("onReady", "onClose", "preClose");
    String name = draw.fresh(kind + " ");
    List<@Nullable Object> actions = list(map("trace", name));
    if (draw.percent(20)) {
      actions.add(map("sleep", 1));
    }
    // An error of onReady fails the boot, which leaves nothing to send requests to.
    if (!kind.equals("onReady") && draw.percent(15)) {
      actions.add(map("throw", map("message", "failed in " + name)));
    }
    steps.add(map("op", "addHook", "name", kind, "fn", map("style", "async", "do", actions)));
  }

  private Map<String, @Nullable Object> register(RandomContext context, int depth) {
    boolean shared = draw.percent(30);
    String prefix =
        shared || draw.percent(25) ? "" : draw.fresh("/p") + draw.of("", "", "", "/", "/:tenant");
    Map<String, @Nullable Object> step =
        map("op", "register", "style", draw.of("async", "callback"));
    if (!prefix.isEmpty()) {
      step.put("prefix", prefix);
    }
    RandomContext inner = shared ? context : context.child(prefix);
    if (shared) {
      step.put("encapsulate", false);
      step.put("name", draw.fresh("shared"));
    } else if (!prefix.isEmpty()) {
      prefixes.add(inner.prefix);
    }
    if (draw.percent(10)) {
      step.put("delay", 1);
    }
    if (draw.percent(8) && context.logs) {
      step.put("logLevel", draw.of("error", "debug"));
    }
    step.put("steps", plugin(inner, depth + 1));
    return step;
  }

  private void decorator(RandomContext context, List<@Nullable Object> steps) {
    // Some names are taken already: that is an error, which is traced.
    String name = "dec" + draw.below(6);
    String op = draw.of("decorate", "decorateRequest", "decorateReply");
    Map<String, @Nullable Object> step = map("op", op, "name", name);
    switch (draw.below(5)) {
      case 0 -> step.put("fn", map("returns", name + " called"));
      case 1 -> {
        // A name of its own: what hides a getter is an error of the prototype in JavaScript.
        step.put("name", draw.fresh("getter"));
        step.put("getter", map("returns", name + " got"));
      }
      case 2 -> step.put("value", null);
      case 3 -> step.put("value", draw.of(7, true, ""));
      default -> step.put("value", name);
    }
    if (draw.percent(10)) {
      step.put("deps", list("dec" + draw.below(6)));
    }
    step.put("catch", true);
    List<String> names =
        switch (op) {
          case "decorate" -> context.decorators;
          case "decorateRequest" -> context.requestDecorators;
          default -> context.replyDecorators;
        };
    // What can be assigned by functions is what is no function and has no getter.
    boolean plain = step.containsKey("value") && !step.containsKey("deps");
    if (plain && !names.contains(name)) {
      names.add(name);
    }
    steps.add(step);
  }

  private Map<String, @Nullable Object> parser() {
    String parseAs = draw.of("string", "buffer", null);
    Object type =
        draw.of(
            "text/a",
            "application/b",
            "*",
            "text/plain",
            "application/json",
            map("regex", "^text.*b"),
            list("text/c", "text/d"));
    if (type instanceof String text) {
      parserTypes.add(text);
    }
    Map<String, @Nullable Object> step = map("op", "addContentTypeParser", "contentType", type);
    if (parseAs != null) {
      step.put("parseAs", parseAs);
    }
    if (draw.percent(20)) {
      step.put("bodyLimit", draw.of(4, 40));
    }
    step.put("fn", functions.parser(parseAs));
    step.put("catch", true);
    return step;
  }

  private Map<String, @Nullable Object> schema(RandomContext context) {
    String id = "sch" + draw.below(4);
    if (!context.schemas.contains(id)) {
      context.schemas.add(id);
    }
    return map(
        "op",
        "addSchema",
        "schema",
        map(
            "$id",
            id,
            "type",
            "object",
            "properties",
            map(
                "id",
                map("type", "integer"),
                "a",
                map("type", "string"),
                "ok",
                map("type", "boolean"))),
        "catch",
        true);
  }

  private Map<String, @Nullable Object> route(RandomContext context) {
    String own =
        switch (draw.below(9)) {
          case 0 -> draw.fresh("/r") + "/:id";
          case 1 -> draw.fresh("/r") + "/*";
          case 2 -> draw.fresh("/r") + "/:id(^\\d+$)";
          case 3 -> draw.fresh("/R") + "/x.:id-:other";
          case 4 -> draw.fresh("/r") + "/:id?";
          case 5 -> "/";
          case 6 -> context.prefix.isEmpty() ? "/same" : draw.of("/same", "");
          default -> draw.fresh("/r");
        };
    // Urls that others may have too get one method: the message on duplicates shows lists
    // otherwise.
    boolean alone = own.length() > 5 || own.startsWith("/r");
    List<String> methods =
        switch (alone ? draw.below(7) : draw.of(0, 2)) {
          case 0, 1 -> List.of("GET");
          case 2, 3 -> List.of("POST");
          case 4 -> List.of("GET", "POST");
          case 5 -> List.of(draw.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"));
          default -> List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
        };
    boolean hasBody =
        methods.stream()
            .anyMatch(each -> List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS").contains(each));
    Map<String, @Nullable Object> step =
        map(
            "op",
            "route",
            "method",
            methods.size() == 1 ? methods.get(0) : methods,
            "url",
            own,
            "catch",
            true);
    Map<String, @Nullable Object> schema = parts.parts(context, hasBody, own.contains(":id"));
    if (!schema.isEmpty()) {
      step.put("schema", schema);
    }
    if (draw.percent(8)) {
      step.put("attachValidation", true);
    }
    if (draw.percent(8)) {
      step.put("bodyLimit", draw.of(6, 200));
    }
    if (draw.percent(6)) {
      step.put("exposeHeadRoute", draw.percent(50));
    }
    if (draw.percent(6)) {
      step.put("prefixTrailingSlash", draw.of("slash", "no-slash", "both"));
    }
    if (draw.percent(10)) {
      step.put("errorHandler", functions.errorHandler());
    }
    if (draw.percent(8)) {
      step.put("config", map("k", "v"));
    }
    if (context.logs && draw.percent(6)) {
      step.put("logLevel", draw.of("error", "debug"));
    }
    if (draw.percent(5)) {
      step.put("schemaErrorFormatter", "count");
    }
    for (String kind : RandomFunctions.HOOKS) {
      if (draw.percent(7)) {
        step.put(
            kind,
            draw.percent(75)
                ? functions.hook(kind, context)
                : list(functions.hook(kind, context), functions.hook(kind, context)));
      }
    }
    step.put("handler", functions.handler(context));
    targets.add(new Target(methods, context.prefix + own, hasBody));
    return step;
  }
}
