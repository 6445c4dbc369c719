package dev.fastjava.internal.boot;

import dev.fastjava.RouteDescription;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.json.HeaderLists;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.lifecycle.BodyCheck;
import dev.fastjava.internal.lifecycle.FormattedError;
import dev.fastjava.internal.lifecycle.RouteConstraints;
import dev.fastjava.internal.lifecycle.RouteContext;
import dev.fastjava.internal.lifecycle.RouteSchemas;
import dev.fastjava.internal.lifecycle.RouteValidators;
import dev.fastjava.internal.serialization.ResponseSerializers;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.TypeSchema;
import dev.fastjava.schema.TypedSchema;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of one route: reads what was declared into plain values, and compiles it.
 *
 * <p>Reference: Validation-and-Serialization.
 */
final class SchemasOfRoute {
  private static final List<String> PARTS = List.of("headers", "body", "querystring", "params");

  private final DeclaredRoute route;
  private final RouteDescription options;
  private final Context context;
  private final Server server;
  private final ViewsOfRoute views;
  private final String method;
  private final String url;
  private @Nullable String part;

  SchemasOfRoute(DeclaredRoute route, ViewsOfRoute views) {
    this.route = route;
    this.options = route.options;
    this.context = route.context;
    this.server = context.server;
    this.views = views;
    this.method = route.methods();
    this.url = options.url();
  }

  /** The schema that is read or compiled, for errors; null when it is none. */
  @Nullable String part() {
    return part;
  }

  /** The schemas as plain values; null when none are declared. */
  @Nullable Map<String, Object> read() {
    Map<String, @Nullable Object> declared = options.schema();
    if (declared.isEmpty()) {
      return null;
    }
    for (String each : PARTS) {
      if (declared.containsKey(each) && declared.get(each) == null) {
        server.warnings.missingSchema(each, method, url);
      }
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    declared.forEach(
        (name, value) -> {
          if (value != null) {
            plain.put(name, read(name, value));
          }
        });
    part = null;
    Object query = plain.remove("query");
    if (query != null && plain.put("querystring", query) != null) {
      throw ErrorCode.FST_ERR_SCH_DUPLICATE.error("querystring");
    }
    return plain;
  }

  private Object read(String name, Object value) {
    if (name.equals("response") && value instanceof Map<?, ?> responses) {
      Map<String, Object> read = new LinkedHashMap<>();
      responses.forEach(
          (status, schema) -> read.put(String.valueOf(status), readResponse(status, schema)));
      return read;
    }
    if (!PARTS.contains(name) && !name.equals("query")) {
      return value;
    }
    part = "schema of " + name;
    Object schema =
        read(ErrorCode.FST_ERR_SCH_VALIDATION_BUILD, value, each -> views.readRequest(each, name));
    return name.equals("headers") ? HeaderTypes.named(schema, server.json.binder) : schema;
  }

  private Object readResponse(Object status, @Nullable Object schema) {
    part = "schema of response " + status;
    if (schema instanceof String text && !looksLikeJson(text)) {
      return text; // What is no schema is refused later, with the route's name.
    }
    ErrorCode code = ErrorCode.FST_ERR_SCH_SERIALIZATION_BUILD;
    if (schema == null) {
      throw buildError(code, new SchemaBuildException("a schema must not be null", "#"));
    }
    return read(code, schema, each -> views.readReply(each, status));
  }

  private static boolean looksLikeJson(String text) {
    return text.startsWith("{") || text.contains("\"");
  }

  /** Reads a schema; where there are several by content type, each is one of its own. */
  private Object read(ErrorCode code, Object schema, UnaryOperator<Object> reader) {
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
      throw buildError(code, e);
    }
  }

  private static @Nullable Object readEntry(@Nullable Object entry, UnaryOperator<Object> reader) {
    if (!(entry instanceof Map<?, ?> map) || map.get("schema") == null) {
      return entry; // refused later, by the name of its content type
    }
    Map<Object, @Nullable Object> read = new LinkedHashMap<>(map);
    read.put("schema", reader.apply(Objects.requireNonNull(map.get("schema"))));
    return read;
  }

  /** The error of a part, which its message names where the reference has no words for it. */
  private RuntimeException buildError(ErrorCode code, Exception error) {
    return code.causedBy(error, method, url, part + ": " + error.getMessage());
  }

  /** What serves requests that no schema was declared for. */
  RouteContext.Compiled none() {
    return compiled(null, null, ResponseSerializers.NONE);
  }

  /**
   * Compiles the schemas.
   *
   * @param schema as plain values; null when none is declared
   */
  RouteContext.Compiled compile(@Nullable Map<String, Object> schema) throws Exception {
    ConstraintSetup.ForRoute constraints = views.constraints();
    if (schema == null) {
      return compiled(null, constraints.others(), ResponseSerializers.NONE);
    }
    part = "schema of body";
    ResponseSerializers.requireSchema(schema.get("body"));
    Map<String, ?> responses =
        schema.get("response") instanceof Map<?, ?> map ? withTextKeys(map) : null;
    if (responses != null) {
      part = "schemas of responses";
      ResponseSerializers.requireSchemas(responses);
    }
    part = null;
    RouteValidators validators;
    try {
      validators = validators(schema, constraints);
    } catch (Exception e) {
      throw ErrorCode.FST_ERR_SCH_VALIDATION_BUILD.causedBy(e, method, url, reason(e));
    }
    ResponseSerializers serializers;
    try {
      serializers =
          responses == null
              ? ResponseSerializers.NONE
              : ResponseSerializers.compile(responses, method, url, serializerCompiler());
    } catch (Exception e) {
      throw ErrorCode.FST_ERR_SCH_SERIALIZATION_BUILD.causedBy(e, method, url, reason(e));
    }
    part = null;
    return compiled(validators, constraints.others(), serializers);
  }

  private RouteContext.Compiled compiled(
      @Nullable RouteValidators validators,
      @Nullable RouteConstraints constraints,
      ResponseSerializers serializers) {
    RouteSchemas onDemand =
        new RouteSchemas(
            server.runtime.compiledSchemas(),
            () -> views.validators(context.schemas),
            () -> views.serializers(context.schemas),
            views,
            () -> server.warnings.schemasInHandler(method, url));
    return new RouteContext.Compiled(
        validators, constraints, serializers, onDemand, views.writer(), views.binder());
  }

  /** What went wrong in the words of a compiler; those of the Java runtime mean nothing here. */
  private static String reason(Exception error) {
    String message = error.getMessage();
    return message == null || error instanceof ClassCastException ? error.toString() : message;
  }

  /** Notes which response is compiled. */
  private SerializerCompiler serializerCompiler() throws Exception {
    SerializerCompiler compiler = views.serializers(context.schemas);
    part = "schemas of responses";
    return response -> {
      part = "schema of response " + response.httpStatus();
      return RouteSchemas.made(compiler.compile(response), "serializer");
    };
  }

  @SuppressWarnings("unchecked") // the schema reader makes maps with text keys
  private static Map<String, ?> withTextKeys(Map<?, ?> map) {
    return (Map<String, ?>) map;
  }

  private @Nullable RouteValidators validators(
      Map<String, Object> schema, ConstraintSetup.ForRoute constraints) throws Exception {
    if (PARTS.stream().noneMatch(schema::containsKey)) {
      return null;
    }
    ValidatorCompiler chosen = views.validators(context.schemas);
    ValidatorCompiler plain = request -> leavingOut(request, chosen.compile(request));
    // Its validators check constraints, too, that schemas cannot say.
    ValidatorCompiler compiler =
        request ->
            constraints.of(
                Objects.requireNonNull(request.httpPart()),
                request.schema(),
                () -> RouteSchemas.made(plain.compile(request), "validator"));
    server.warnings.headerReferences(schema.get("headers"), method, url);
    new RequiredParameters(server).check(options, schema.get("params"));
    Validator headers = validator(compiler, schema.get("headers"), HttpPart.HEADERS);
    RouteValidators.Bodies body = bodyValidators(compiler, schema.get("body"));
    Validator query = validator(compiler, schema.get("querystring"), HttpPart.QUERYSTRING);
    Validator params = validator(compiler, schema.get("params"), HttpPart.PARAMS);
    HeaderLists lists = HeaderTypes.lists(schema.get("headers"), server.json.binder);
    return new RouteValidators(params, body, query, headers, lists, errorFormatter());
  }

  /** Refuses a validator that nothing is known of where it has to take out of requests. */
  private Validator leavingOut(RequestSchema request, Validator validator) {
    HttpPart of = Objects.requireNonNull(request.httpPart());
    Object declared = options.schema().get(of.label());
    if (declared instanceof TypedSchema<?> named
        && named.toParts() instanceof TypeSchema<?> type
        && !type.names().isEmpty()
        && !(validator instanceof TokenValidator)) {
      throw new IllegalArgumentException(
          part
              + ": a validator of the application's own may let through what the part of "
              + type.type().getTypeName()
              + " leaves out; declare a type that does not have it");
    }
    return validator;
  }

  private SchemaErrorFormatter errorFormatter() {
    SchemaErrorFormatter own = options.schemaErrorFormatter();
    SchemaErrorFormatter nearest = own == null ? route.schemaErrorFormatter : own;
    return nearest == null ? FormattedError::format : nearest;
  }

  private @Nullable Validator validator(
      ValidatorCompiler compiler, @Nullable Object schema, HttpPart httpPart) throws Exception {
    part = "schema of " + httpPart.label();
    return schema == null
        ? null
        : compiler.compile(new RequestSchema(schema, method, url, httpPart));
  }

  private RouteValidators.@Nullable Bodies bodyValidators(
      ValidatorCompiler compiler, @Nullable Object body) throws Exception {
    if (!(body instanceof Map<?, ?> map) || !(map.get("content") instanceof Map<?, ?> content)) {
      Validator validator = validator(compiler, body, HttpPart.BODY);
      // A handler of a route with the schema of a type asks for a value of the type.
      return validator == null
          ? null
          : new RouteValidators.Bodies(
              validator,
              Map.of(),
              body instanceof DerivedSchema && BodyCheck.readsTokens(validator));
    }
    Map<String, Validator> byType = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : content.entrySet()) {
      Object schema = ((Map<?, ?>) entry.getValue()).get("schema");
      byType.put(
          String.valueOf(entry.getKey()),
          Objects.requireNonNull(validator(compiler, schema, HttpPart.BODY)));
    }
    return new RouteValidators.Bodies(null, byType, false);
  }
}
