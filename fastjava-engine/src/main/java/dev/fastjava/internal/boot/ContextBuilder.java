package dev.fastjava.internal.boot;

import dev.fastjava.Execution;
import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteDescription;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.internal.lifecycle.BodyCheck;
import dev.fastjava.internal.lifecycle.DefaultErrorHandler;
import dev.fastjava.internal.lifecycle.FormattedError;
import dev.fastjava.internal.lifecycle.HookSet;
import dev.fastjava.internal.lifecycle.RequestIds;
import dev.fastjava.internal.lifecycle.RouteContext;
import dev.fastjava.internal.lifecycle.RouteContextDraft;
import dev.fastjava.internal.lifecycle.RouteDetails;
import dev.fastjava.internal.lifecycle.RouteSchemas;
import dev.fastjava.internal.lifecycle.RouteValidators;
import dev.fastjava.internal.serialization.ResponseSerializers;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.internal.types.Direction;
import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds the context of a route from its options and those of its encapsulation context. */
final class ContextBuilder {
  private final Instance instance;
  private final Server server;
  private @Nullable String part;
  private final @Nullable Class<?> usualView;
  private @Nullable ViewsOfRoute views;

  ContextBuilder(Instance instance) {
    this(instance, null);
  }

  /**
   * Starts with a context.
   *
   * @param usualView the view of replies where the route names none; null for that of the mapper
   */
  ContextBuilder(Instance instance, @Nullable Class<?> usualView) {
    this.usualView = usualView;
    this.instance = instance;
    this.server = instance.server;
  }

  /** The part of a route that is being built, for errors; null for the route as a whole. */
  @Nullable String part() {
    return part;
  }

  RouteContext route(DeclaredRoute declared) throws Exception {
    RouteDescription route = declared.definition();
    RouteSettings settings = declared.settings();
    ViewsOfRoute used = views(route);
    Map<String, Object> schema = plainSchema(route);
    Handler handler = java.util.Objects.requireNonNull(route.handler());
    RouteFacts facts = new RouteFacts(instance, route);
    RouteDetails details =
        facts.ofRoute(declared.configUrl(), schema, resolved(facts), declared.declaredAt().place());
    RouteContextDraft draft = draft(route, handler, details);
    draft.hooks = new HookSet(facts::hooks);
    draft.errorHandlers =
        route.errorHandler() == null
            ? settings.errors()
            : ErrorScope.before(route.errorHandler(), settings.errors());
    draft.replySerializer = settings.replySerializer();
    boolean compiles =
        schema != null
            && schema.containsKey("response")
            && (route.serializerCompiler() != null || instance.schemas.hasCustomSerializers());
    used.requireNoOther(draft.replySerializer != null, compiles);
    draft.childLoggerFactory =
        route.childLoggerFactory() == null
            ? settings.childLoggerFactory()
            : route.childLoggerFactory();
    draft.bodyLimit = route.bodyLimit() == null ? 0 : route.bodyLimit();
    draft.notFound = instance.notFound.context();
    if (schema == null) {
      draft.constraints = used.constraints().others();
    } else {
      compile(draft, route, schema, settings);
    }
    part = null;
    return new RouteContext(draft);
  }

  RouteContext notFound(RouteDescription options, Handler handler) {
    RouteFacts facts = new RouteFacts(instance, options);
    RouteContextDraft draft = draft(options, handler, facts.ofNotFound(resolved(facts)));
    draft.hooks = new HookSet(facts::hooks);
    // The limits of parsers are for routes: nobody may send more to a path that there is not.
    draft.bodyLimit = server.options().bodyLimit();
    draft.errorHandlers = instance.errors.chain();
    return new RouteContext(draft);
  }

  /** The context of errors that happen before a route is known: no hooks, no handlers. */
  RouteContext framework() {
    Handler handler = (request, reply) -> null;
    RouteDescription none = RouteDefinition.create().handler(handler).describe();
    RouteFacts facts = new RouteFacts(instance, none);
    RouteContextDraft draft = draft(none, handler, facts.ofFramework(resolved(facts)));
    draft.errorHandlers = DefaultErrorHandler.CHAIN;
    return new RouteContext(draft);
  }

  private Execution resolved(RouteFacts facts) {
    return server.runtime().executors().resolve(facts.execution());
  }

  private RouteContextDraft draft(RouteDescription route, Handler handler, RouteDetails details) {
    ViewsOfRoute used = views(route);
    RequestIdGenerator given = instance.genReqId.get();
    RequestIdGenerator ids = given == null ? RequestIds.COUNTED : given;
    RouteContextDraft draft =
        new RouteContextDraft(instance, handler, details, routeSchemas(route, used), ids);
    used.addTo(draft);
    draft.parsers = instance.parsers.table();
    draft.methodsWithBody = server.methods().withBody();
    draft.serverBodyLimit = server.options().bodyLimit();
    draft.handlerTimeout = Millis.of(details.handlerTimeout());
    draft.attachValidation = details.attachValidation();
    draft.childLoggerFactory = instance.childLoggerFactory.get();
    draft.loggerOptions = loggerOptions(route);
    draft.requestDecorators = instance.requestDecorators.table();
    draft.replyDecorators = instance.replyDecorators.table();
    draft.execution = details.execution();
    return draft;
  }

  /** The views of the route that is built. */
  private ViewsOfRoute views(RouteDescription route) {
    ViewsOfRoute known = views;
    if (known == null) {
      known = new ViewsOfRoute(server, route);
      known.open(usualView);
      views = known;
    }
    return known;
  }

  private RouteSchemas routeSchemas(RouteDescription route, ViewsOfRoute used) {
    return new RouteSchemas(
        server.runtime().compiledSchemas(),
        () -> used.validators(instance.schemas),
        () -> used.serializers(instance.schemas),
        used,
        () ->
            server
                .warnings()
                .schemasInHandler(RouteRegistration.methodText(route.methods()), route.url()));
  }

  private ChildOptions loggerOptions(RouteDescription route) {
    LogLevel level = new RouteFacts(instance, route).logLevel();
    return ChildOptions.of(
        options -> {
          if (level != null && server.hasLogger()) {
            options.level(level);
          }
          options.serializers(instance.logSerializers).serializers(route.logSerializers());
        });
  }

  /** The schemas as plain values; null when none are declared. */
  private @Nullable Map<String, Object> plainSchema(RouteDescription route) {
    Map<String, @Nullable Object> parts = route.schema();
    if (parts.isEmpty()) {
      return null;
    }
    for (String each : List.of("headers", "body", "querystring", "params")) {
      if (parts.containsKey(each) && parts.get(each) == null) {
        server
            .warnings()
            .missingSchema(each, RouteRegistration.methodText(route.methods()), route.url());
      }
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> entry : parts.entrySet()) {
      Object value = entry.getValue();
      if (value == null) {
        continue;
      }
      if (entry.getKey().equals("response") && value instanceof Map<?, ?> responses) {
        Map<String, Object> read = new LinkedHashMap<>();
        responses.forEach(
            (status, schema) -> read.put(String.valueOf(status), response(route, status, schema)));
        plain.put("response", read);
      } else if (isSchema(entry.getKey())) {
        part = "schema of " + entry.getKey();
        Object schema =
            read(
                route,
                Direction.READ,
                value,
                each -> views(route).readRequest(each, entry.getKey()));
        plain.put(
            entry.getKey(),
            entry.getKey().equals("headers")
                ? HeaderTypes.named(schema, server.runtime().binder())
                : schema);
      } else {
        plain.put(entry.getKey(), value);
      }
    }
    part = null;
    Object query = plain.remove("query");
    if (query != null) {
      if (plain.containsKey("querystring")) {
        throw ErrorCode.FST_ERR_SCH_DUPLICATE.error("querystring");
      }
      plain.put("querystring", query);
    }
    return plain;
  }

  private Object response(RouteDescription route, Object status, @Nullable Object schema) {
    part = "schema of response " + status;
    if (schema instanceof String text && !looksLikeJson(text)) {
      return text; // What is no schema is refused later, with the route's name.
    }
    if (schema == null) {
      throw buildError(
          route,
          ErrorCode.FST_ERR_SCH_SERIALIZATION_BUILD,
          new SchemaBuildException("a schema must not be null", "#"));
    }
    return read(route, Direction.WRITE, schema, each -> views(route).readReply(each, status));
  }

  private static boolean looksLikeJson(String text) {
    return text.startsWith("{") || text.contains("\"");
  }

  /** Reads a schema; where there are several by content type, each is one of its own. */
  private Object read(
      RouteDescription route, Direction direction, Object schema, UnaryOperator<Object> reader) {
    try {
      if (!(schema instanceof Map<?, ?> map) || !(map.get("content") instanceof Map<?, ?> types)) {
        return reader.apply(schema);
      }
      Map<Object, @Nullable Object> content = new LinkedHashMap<>();
      types.forEach((type, entry) -> content.put(type, readEntry(entry, reader)));
      Map<Object, @Nullable Object> whole = new LinkedHashMap<>(map);
      whole.put("content", content);
      return whole;
    } catch (RuntimeException e) {
      ErrorCode code =
          direction == Direction.READ
              ? ErrorCode.FST_ERR_SCH_VALIDATION_BUILD
              : ErrorCode.FST_ERR_SCH_SERIALIZATION_BUILD;
      throw buildError(route, code, e);
    }
  }

  private static @Nullable Object readEntry(@Nullable Object entry, UnaryOperator<Object> reader) {
    if (!(entry instanceof Map<?, ?> map) || map.get("schema") == null) {
      return entry; // refused later, by the name of its content type
    }
    Map<Object, @Nullable Object> read = new LinkedHashMap<>(map);
    read.put("schema", reader.apply(java.util.Objects.requireNonNull(map.get("schema"))));
    return read;
  }

  /** The error of a part, which its message names where the reference has no words for it. */
  private RuntimeException buildError(RouteDescription route, ErrorCode code, Exception error) {
    return code.causedBy(
        error,
        RouteRegistration.methodText(route.methods()),
        route.url(),
        part + ": " + error.getMessage());
  }

  private static boolean isSchema(String key) {
    return List.of("body", "querystring", "query", "params", "headers").contains(key);
  }

  private void compile(
      RouteContextDraft draft,
      RouteDescription route,
      Map<String, Object> schema,
      RouteSettings settings)
      throws Exception {
    String method = RouteRegistration.methodText(route.methods());
    String url = route.url();
    Object response = schema.get("response");
    if (schema.get("body") instanceof Map<?, ?> body
        && body.get("content") instanceof Map<?, ?> content) {
      part = "schema of body";
      requireSchemas(content);
    }
    if (response instanceof Map<?, ?> responses) {
      part = "schemas of responses";
      ResponseSerializers.requireSchemas(withTextKeys(responses));
    }
    ConstraintSetup.ForRoute constraints = views(route).constraints();
    part = null;
    try {
      draft.validators = validators(route, schema, settings, method, url, constraints);
    } catch (Exception e) {
      throw ErrorCode.FST_ERR_SCH_VALIDATION_BUILD.causedBy(e, method, url, reason(e));
    }
    draft.constraints = constraints.others();
    if (response instanceof Map<?, ?> responses) {
      try {
        draft.serializers =
            ResponseSerializers.compile(
                withTextKeys(responses), method, url, serializerCompiler(route));
      } catch (Exception e) {
        throw ErrorCode.FST_ERR_SCH_SERIALIZATION_BUILD.causedBy(e, method, url, reason(e));
      }
    }
  }

  /** What went wrong in the words of a compiler; those of the Java runtime mean nothing here. */
  private static String reason(Exception error) {
    String message = error.getMessage();
    return message == null || error instanceof ClassCastException ? error.toString() : message;
  }

  /** Notes which response is compiled. */
  private SerializerCompiler serializerCompiler(RouteDescription route) throws Exception {
    SerializerCompiler compiler = views(route).serializers(instance.schemas);
    part = "schemas of responses";
    return response -> {
      part = "schema of response " + response.httpStatus();
      return compiler.compile(response);
    };
  }

  private static void requireSchemas(Map<?, ?> content) {
    content.forEach(
        (type, entry) -> {
          Object schema = entry instanceof Map<?, ?> map ? map.get("schema") : null;
          if (schema == null || Boolean.FALSE.equals(schema)) {
            throw ErrorCode.FST_ERR_SCH_CONTENT_MISSING_SCHEMA.error(type);
          }
        });
  }

  @SuppressWarnings("unchecked") // the schema reader makes maps with text keys
  private static Map<String, ?> withTextKeys(Map<?, ?> map) {
    return (Map<String, ?>) map;
  }

  private @Nullable RouteValidators validators(
      RouteDescription route,
      Map<String, Object> schema,
      RouteSettings settings,
      String method,
      String url,
      ConstraintSetup.ForRoute constraints)
      throws Exception {
    Object headers = schema.get("headers");
    Object body = schema.get("body");
    Object query = schema.get("querystring");
    Object params = schema.get("params");
    if (headers == null && body == null && query == null && params == null) {
      return null;
    }
    ValidatorCompiler compiler = views(route).validators(instance.schemas);
    SchemaErrorFormatter formatter =
        route.schemaErrorFormatter() != null
            ? route.schemaErrorFormatter()
            : settings.schemaErrorFormatter() != null
                ? settings.schemaErrorFormatter()
                : FormattedError::format;
    ValidatorCompiler checking = constrained(compiler, constraints);
    server.warnings().headerReferences(headers, method, url);
    new RequiredParameters(server).check(route, params);
    Validator forHeaders = compile(checking, headers, method, url, HttpPart.HEADERS);
    RouteValidators.Bodies forBody = bodyValidators(checking, body, method, url);
    Validator forQuery = compile(checking, query, method, url, HttpPart.QUERYSTRING);
    Validator forParams = compile(checking, params, method, url, HttpPart.PARAMS);
    return new RouteValidators(forParams, forBody, forQuery, forHeaders, formatter);
  }

  /** A compiler whose validators check constraints, too, that schemas cannot say. */
  private static ValidatorCompiler constrained(
      ValidatorCompiler compiler, ConstraintSetup.ForRoute constraints) {
    return request -> {
      HttpPart part = java.util.Objects.requireNonNull(request.httpPart());
      return constraints.of(part, request.schema(), () -> compiler.compile(request));
    };
  }

  private @Nullable Validator compile(
      ValidatorCompiler compiler,
      @Nullable Object schema,
      String method,
      String url,
      HttpPart httpPart)
      throws Exception {
    part = "schema of " + httpPart.label();
    return schema == null
        ? null
        : compiler.compile(new RequestSchema(schema, method, url, httpPart));
  }

  private RouteValidators.@Nullable Bodies bodyValidators(
      ValidatorCompiler compiler, @Nullable Object body, String method, String url)
      throws Exception {
    if (body == null) {
      return null;
    }
    part = "schema of body";
    if (!(body instanceof Map<?, ?> map) || !(map.get("content") instanceof Map<?, ?> content)) {
      Validator validator = compiler.compile(new RequestSchema(body, method, url, HttpPart.BODY));
      // A handler of a route with the schema of a type asks for a value of the type.
      boolean tokens = body instanceof DerivedSchema && BodyCheck.readsTokens(validator);
      return new RouteValidators.Bodies(validator, Map.of(), tokens);
    }
    Map<String, Validator> byType = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : content.entrySet()) {
      Object schema = ((Map<?, ?>) entry.getValue()).get("schema");
      byType.put(
          String.valueOf(entry.getKey()),
          compiler.compile(
              new RequestSchema(
                  java.util.Objects.requireNonNull(schema), method, url, HttpPart.BODY)));
    }
    return new RouteValidators.Bodies(null, byType, false);
  }
}
