package dev.fastjava.conformance.scenario;

import dev.fastjava.AppHook;
import dev.fastjava.BodyParser;
import dev.fastjava.BootHook;
import dev.fastjava.Fastjava;
import dev.fastjava.FoundRoute;
import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.option.PrintRoutesOptions;
import dev.fastjava.spi.RequestIdGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the steps that build an application. */
final class Steps {
  private final Interpreter interpreter;

  Steps(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Runs steps on an instance; an error goes on unless its step catches it. */
  void run(Fastjava instance, List<?> steps, @Nullable Map<String, @Nullable Object> options) {
    for (Spec step : Spec.specs(steps)) {
      if (!step.flag("catch")) {
        run(instance, step, options);
        continue;
      }
      try {
        run(instance, step, options);
      } catch (NotExpressible e) {
        interpreter.journal().inexpressible(String.valueOf(e.getMessage()));
        interpreter.journal().trace(entry(step, "error", Comparison.ANYTHING));
      } catch (Throwable e) {
        interpreter.journal().trace(entry(step, "error", ErrorViews.describe(e)));
      }
    }
  }

  private static Map<String, @Nullable Object> entry(
      Spec step, String key, @Nullable Object value) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("op", step.get("op"));
    entry.put(key, value);
    return entry;
  }

  private void note(Spec step, @Nullable Object result) {
    interpreter.journal().trace(entry(step, "result", result));
  }

  private void run(Fastjava instance, Spec step, @Nullable Map<String, @Nullable Object> options) {
    switch (step.text("op")) {
      case "trace" -> interpreter.journal().trace(step.get("text"));
      case "traceEcho" -> {
        Frame frame = new Frame().self(instance);
        frame.options = options;
        Object value = Echo.value(step.text("echo"), frame);
        interpreter.journal().trace(step.get("label") + "=" + Json.stringify(value));
      }
      case "throw" -> throw ScenarioError.of(step.get("error"));
      case "log" -> interpreter.logs().write(instance.log(), step.list("args"), new Frame());
      case "addHook" -> addHook(instance, step);
      case "decorate", "decorateRequest", "decorateReply" ->
          Decorators.decorate(interpreter, instance, step);
      case "addSchema" ->
          instance.addSchema(RouteOptions.map(Values.copy(step.get("schema")), "a schema"));
      case "route" -> route(instance, step);
      case "get", "head", "post", "put", "delete", "options", "patch", "all" ->
          shorthand(instance, step.text("op"), step);
      case "shorthand" -> shorthand(instance, step.text("method").toLowerCase(Locale.ROOT), step);
      case "register" -> interpreter.plugins().register(instance, step);
      case "after" -> after(instance, step);
      case "ready" -> ready(instance, step);
      case "setErrorHandler" -> setErrorHandler(instance, step.get("fn"));
      case "setNotFoundHandler" -> notFound(instance, step);
      case "setReplySerializer" ->
          instance.setReplySerializer(NamedHelpers.replySerializer(step.text("serializer")));
      case "setSchemaErrorFormatter" ->
          instance.setSchemaErrorFormatter(NamedHelpers.formatter(step.get("formatter")));
      case "setValidatorCompiler" ->
          instance.setValidatorCompiler(NamedHelpers.validatorCompiler(step.get("compiler")));
      case "setSerializerCompiler" ->
          instance.setSerializerCompiler(NamedHelpers.serializerCompiler(step.get("compiler")));
      case "addContentTypeParser" -> addParser(instance, step);
      case "removeContentTypeParser" -> removeParser(instance, step.get("contentType"));
      case "removeAllContentTypeParsers" -> instance.removeAllContentTypeParsers();
      case "addConstraintStrategy" -> {
        Spec strategy = step.object("strategy");
        instance.addConstraintStrategy(new DescribedConstraint(strategy.text("name"), strategy));
      }
      case "addHttpMethod" -> {
        if (step.flag("hasBody")) {
          instance.addHttpMethodWithBody(step.text("method"));
        } else {
          instance.addHttpMethod(step.text("method"));
        }
      }
      case "setGenReqId" -> instance.setGenReqId(ids(step.object("generator")));
      case "setChildLoggerFactory" ->
          instance.setChildLoggerFactory(LogDescriptions.childLoggers(step.object("factory")));
      default -> note(step, ask(instance, step));
    }
  }

  /** The result of a step that asks an instance for something. */
  private static @Nullable Object ask(Fastjava instance, Spec step) {
    return switch (step.text("op")) {
      case "hasDecorator" -> instance.hasDecorator(step.text("name"));
      case "hasRequestDecorator" -> instance.hasRequestDecorator(step.text("name"));
      case "hasReplyDecorator" -> instance.hasReplyDecorator(step.text("name"));
      case "getDecorator" -> Echo.call(instance.getDecorator(step.text("name")), instance);
      case "hasPlugin" -> instance.hasPlugin(step.text("name"));
      case "hasConstraintStrategy" -> instance.hasConstraintStrategy(step.text("name"));
      case "hasContentTypeParser" ->
          RouteOptions.pattern(step.get("contentType")) instanceof Pattern pattern
              ? instance.hasContentTypeParser(pattern)
              : instance.hasContentTypeParser(step.text("contentType"));
      case "getSchemas" -> instance.getSchemas();
      case "getSchema" -> instance.getSchema(step.text("id"));
      case "hasRoute" -> hasRoute(instance, step.object("query"));
      case "findRoute" -> findRoute(instance, step.object("query"));
      case "printRoutes" ->
          step.has("options")
              ? instance.printRoutes(printing(step.object("options")))
              : instance.printRoutes();
      case "prefix" -> instance.prefix();
      case "pluginName" -> instance.pluginName();
      case "initialConfig" ->
          step.has("key")
              ? instance.initialConfig().get(step.text("key"))
              : instance.initialConfig();
      default -> throw new IllegalStateException("unknown step " + step.text("op"));
    };
  }

  private void addHook(Fastjava instance, Spec step) {
    if (!(step.get("name") instanceof String name)) {
      throw new NotExpressible("a hook name that is no text: " + Kinds.text(step.get("name")));
    }
    instance.addHook(name, interpreter.hooks().hook(name, step.get("fn"), instance));
  }

  private void route(Fastjava instance, Spec step) {
    RouteDefinition route = RouteDefinition.create();
    interpreter.routes().apply(route, step);
    instance.route(route);
  }

  private void shorthand(Fastjava instance, String method, Spec step) {
    if (!(step.get("url") instanceof String url)) {
      throw new NotExpressible("a url that is no text: " + Kinds.text(step.get("url")));
    }
    if (step.has("options") && !Spec.isObject(step.get("options"))) {
      throw new NotExpressible(
          "route options that are no object: " + Kinds.text(step.get("options")));
    }
    Consumer<RouteDefinition> options =
        route -> interpreter.routes().apply(route, step.object("options"));
    if (!step.has("handler")) {
      RouteDefinition route = RouteDefinition.of(method.toUpperCase(Locale.ROOT), url);
      if (method.equals("all")) {
        route.method(instance.supportedMethods().toArray(String[]::new));
      }
      options.accept(route);
      instance.route(route);
      return;
    }
    Handler handler = interpreter.handlers().handler(step.get("handler"), null);
    boolean plain = !step.has("options");
    var unused =
        switch (method) {
          case "get" -> plain ? instance.get(url, handler) : instance.get(url, options, handler);
          case "head" -> plain ? instance.head(url, handler) : instance.head(url, options, handler);
          case "post" -> plain ? instance.post(url, handler) : instance.post(url, options, handler);
          case "put" -> plain ? instance.put(url, handler) : instance.put(url, options, handler);
          case "patch" ->
              plain ? instance.patch(url, handler) : instance.patch(url, options, handler);
          case "delete" ->
              plain ? instance.delete(url, handler) : instance.delete(url, options, handler);
          case "options" ->
              plain ? instance.options(url, handler) : instance.options(url, options, handler);
          case "all" -> plain ? instance.all(url, handler) : instance.all(url, options, handler);
          default -> instance.route(method.toUpperCase(Locale.ROOT), url, options, handler);
        };
  }

  private void after(Fastjava instance, Spec step) {
    if (step.flag("handlesError")) {
      instance.after((BootHook) error -> took(instance, step, error));
    } else {
      instance.after((AppHook) () -> run(instance, step.list("steps"), null));
    }
  }

  private void ready(Fastjava instance, Spec step) {
    if (step.flag("handlesError")) {
      instance.whenReady((BootHook) error -> took(instance, step, error));
    } else {
      instance.whenReady((AppHook) () -> run(instance, step.list("steps"), null));
    }
  }

  private void took(Fastjava instance, Spec step, @Nullable Throwable error) {
    interpreter.journal().trace(entry(step, "error", ErrorViews.describe(error)));
    run(instance, step.list("steps"), null);
  }

  private void setErrorHandler(Fastjava instance, @Nullable Object function) {
    if (HandlerFunctions.isFunction(function)) {
      instance.setErrorHandler(interpreter.handlers().errorHandler(function, instance));
    } else {
      // The nearest thing to a value that is no function.
      instance.setErrorHandler(null);
    }
  }

  private void notFound(Fastjava instance, Spec step) {
    if (!step.has("fn")) {
      instance.setNotFoundHandler();
      return;
    }
    Handler handler = interpreter.handlers().handler(step.get("fn"), instance);
    if (!step.has("preValidation") && !step.has("preHandler")) {
      instance.setNotFoundHandler(handler);
      return;
    }
    instance.setNotFoundHandler(
        route -> {
          for (String phase : List.of("preValidation", "preHandler")) {
            if (step.has(phase)) {
              interpreter.routes().addHooks(route, phase, step.get(phase));
            }
          }
        },
        handler);
  }

  private void addParser(Fastjava instance, Spec step) {
    List<String> texts = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    contentTypes(step.get("contentType"), texts, patterns);
    BodyParser parser = interpreter.parsers().parser(step, instance);
    if (step.get("contentType") instanceof List<?>) {
      instance.addContentTypeParser(texts, parser);
    } else if (!texts.isEmpty()) {
      instance.addContentTypeParser(texts.get(0), parser);
    }
    patterns.forEach(pattern -> instance.addContentTypeParser(pattern, parser));
  }

  private static void removeParser(Fastjava instance, @Nullable Object contentType) {
    List<String> texts = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    contentTypes(contentType, texts, patterns);
    if (!texts.isEmpty()) {
      instance.removeContentTypeParser(texts.toArray(String[]::new));
    }
    patterns.forEach(instance::removeContentTypeParser);
  }

  private static void contentTypes(
      @Nullable Object value, List<String> texts, List<Pattern> patterns) {
    List<?> all = value instanceof List<?> list ? list : Arrays.asList(value);
    for (Object each : all) {
      Object type = RouteOptions.pattern(each);
      if (type instanceof Pattern pattern) {
        patterns.add(pattern);
      } else if (type instanceof String text) {
        texts.add(text);
      } else {
        throw new NotExpressible("a content type that is no text: " + Kinds.text(type));
      }
    }
  }

  /** What makes request ids. */
  static RequestIdGenerator ids(Spec spec) {
    if (spec.has("header")) {
      return request -> {
        String id = request.header(spec.text("header"));
        return id == null || id.isEmpty() ? "none" : id;
      };
    }
    if (spec.has("constant")) {
      return request -> spec.text("constant");
    }
    AtomicInteger count = new AtomicInteger();
    return request -> spec.text("prefix") + count.incrementAndGet();
  }

  private static boolean hasRoute(Fastjava instance, Spec query) {
    String method = query.has("method") ? query.text("method") : "GET";
    return query.has("constraints")
        ? instance.hasRoute(
            method, query.text("url"), RouteOptions.constraints(query.get("constraints")))
        : instance.hasRoute(method, query.text("url"));
  }

  private static @Nullable Object findRoute(Fastjava instance, Spec query) {
    String method = query.has("method") ? query.text("method") : "GET";
    FoundRoute found =
        query.has("constraints")
            ? instance.findRoute(
                method, query.text("url"), RouteOptions.constraints(query.get("constraints")))
            : instance.findRoute(method, query.text("url"));
    return found == null ? null : Map.of("params", found.params());
  }

  private static Consumer<PrintRoutesOptions.Builder> printing(Spec spec) {
    return options -> {
      if (spec.has("method")) {
        options.method(spec.text("method"));
      }
      if (spec.has("commonPrefix")) {
        options.commonPrefix(spec.flag("commonPrefix"));
      }
      if (spec.has("includeHooks")) {
        options.includeHooks(spec.flag("includeHooks"));
      }
      if (spec.get("includeMeta") instanceof List<?>) {
        options.includeMeta(spec.texts("includeMeta").toArray(String[]::new));
      } else if (spec.flag("includeMeta")) {
        options.includeMeta(true);
      }
    };
  }
}
