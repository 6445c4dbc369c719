package dev.fastjava;

import dev.fastjava.logging.LogSerializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A route as it is declared: given to {@link RouteRegistry#route}, to onRoute hooks, or as a bean.
 * Mutable until registered; the registration takes a copy.
 *
 * <p>Reference: Routes, Options.
 */
public final class RouteDefinition implements RequestHooks<RouteDefinition> {
  private static final List<String> TRAILING_SLASH = List.of("both", "slash", "no-slash");

  private List<String> methods = new ArrayList<>();
  private String url = "";
  private String routePath = "";
  private String prefix = "";
  private @Nullable Handler handler;
  private @Nullable ErrorHandler errorHandler;
  private final RouteSchema schema = new RouteSchema();
  private final Map<String, Object> constraints = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> config = new LinkedHashMap<>();
  private @Nullable Boolean attachValidation;
  private List<Class<?>> validationGroups = List.of();
  private @Nullable Class<?> replyView;
  private @Nullable Class<?> bodyView;
  private @Nullable Boolean exposeHeadRoute;
  private @Nullable Long bodyLimit;
  private @Nullable Long handlerTimeout;
  private @Nullable String logLevel;
  private Map<String, LogSerializer> logSerializers = Map.of();
  private String prefixTrailingSlash = "both";
  private @Nullable ValidatorCompiler validatorCompiler;
  private @Nullable SerializerCompiler serializerCompiler;
  private @Nullable SchemaErrorFormatter schemaErrorFormatter;
  private @Nullable ChildLoggerFactory childLoggerFactory;
  private @Nullable Execution execution;
  private final RouteHooks hooks = new RouteHooks();

  private RouteDefinition() {}

  /**
   * Starts a GET route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition get(String url) {
    return of("GET", url);
  }

  /**
   * Starts a HEAD route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition head(String url) {
    return of("HEAD", url);
  }

  /**
   * Starts a POST route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition post(String url) {
    return of("POST", url);
  }

  /**
   * Starts a PUT route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition put(String url) {
    return of("PUT", url);
  }

  /**
   * Starts a PATCH route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition patch(String url) {
    return of("PATCH", url);
  }

  /**
   * Starts a DELETE route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition delete(String url) {
    return of("DELETE", url);
  }

  /**
   * Starts a OPTIONS route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition options(String url) {
    return of("OPTIONS", url);
  }

  /**
   * Starts a TRACE route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition trace(String url) {
    return of("TRACE", url);
  }

  /**
   * Starts a QUERY route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition query(String url) {
    return of("QUERY", url);
  }

  /**
   * Starts a route for a method.
   *
   * @param method the HTTP method
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition of(String method, String url) {
    return new RouteDefinition().method(method).url(url);
  }

  /**
   * Starts a route without method and path.
   *
   * @return the definition
   */
  public static RouteDefinition create() {
    return new RouteDefinition();
  }

  /**
   * Copies the definition.
   *
   * @return an independent copy
   */
  public RouteDefinition copy() {
    RouteDefinition copy = new RouteDefinition();
    copy.methods = new ArrayList<>(methods);
    copy.url = url;
    copy.routePath = routePath;
    copy.prefix = prefix;
    copy.handler = handler;
    copy.errorHandler = errorHandler;
    copy.schema.parts().putAll(schema.parts());
    copy.constraints.putAll(constraints);
    copy.config.putAll(config);
    copy.attachValidation = attachValidation;
    copy.validationGroups = validationGroups;
    copy.replyView = replyView;
    copy.bodyView = bodyView;
    copy.exposeHeadRoute = exposeHeadRoute;
    copy.bodyLimit = bodyLimit;
    copy.handlerTimeout = handlerTimeout;
    copy.logLevel = logLevel;
    copy.logSerializers = logSerializers;
    copy.prefixTrailingSlash = prefixTrailingSlash;
    copy.validatorCompiler = validatorCompiler;
    copy.serializerCompiler = serializerCompiler;
    copy.schemaErrorFormatter = schemaErrorFormatter;
    copy.childLoggerFactory = childLoggerFactory;
    copy.execution = execution;
    copy.hooks.addAll(hooks);
    return copy;
  }

  /**
   * Sets the HTTP methods.
   *
   * @param methods one or more, in any case
   * @return this
   */
  public RouteDefinition method(String... methods) {
    this.methods = new ArrayList<>(List.of(methods));
    return this;
  }

  /**
   * Returns the HTTP methods.
   *
   * @return a live list
   */
  public List<String> methods() {
    return methods;
  }

  /**
   * Sets the path pattern.
   *
   * @param url the pattern, prefix included once it is registered
   * @return this
   */
  public RouteDefinition url(String url) {
    this.url = url;
    return this;
  }

  /**
   * Returns the path pattern.
   *
   * @return the pattern, prefix included once it is registered
   */
  public String url() {
    return url;
  }

  /**
   * Sets the path pattern without the prefix.
   *
   * @param routePath the pattern; set by the registration
   * @return this
   */
  public RouteDefinition routePath(String routePath) {
    this.routePath = routePath;
    return this;
  }

  /**
   * Returns the path pattern without the prefix.
   *
   * @return the pattern
   */
  public String routePath() {
    return routePath;
  }

  /**
   * Sets the prefix of the context.
   *
   * @param prefix the prefix; set by the registration
   * @return this
   */
  public RouteDefinition prefix(String prefix) {
    this.prefix = prefix;
    return this;
  }

  /**
   * Returns the prefix of the context.
   *
   * @return the prefix
   */
  public String prefix() {
    return prefix;
  }

  /**
   * Sets the handler.
   *
   * @param handler answers the requests
   * @return this
   */
  public RouteDefinition handler(Handler handler) {
    this.handler = handler;
    return this;
  }

  /**
   * Returns the handler.
   *
   * @return answers the requests; null when not set
   */
  public @Nullable Handler handler() {
    return handler;
  }

  /**
   * Sets the error handler of the route.
   *
   * @param errorHandler handles its errors first
   * @return this
   */
  public RouteDefinition errorHandler(ErrorHandler errorHandler) {
    this.errorHandler = errorHandler;
    return this;
  }

  /**
   * Returns the error handler of the route.
   *
   * @return handles its errors first; null when not set
   */
  public @Nullable ErrorHandler errorHandler() {
    return errorHandler;
  }

  /**
   * Declares schemas.
   *
   * @param schema declares them
   * @return this
   */
  public RouteDefinition schema(Consumer<RouteSchema> schema) {
    schema.accept(this.schema);
    return this;
  }

  /**
   * Returns the schemas.
   *
   * @return what has been declared; live
   */
  public RouteSchema schema() {
    return schema;
  }

  /**
   * Adds a constraint.
   *
   * @param name {@code version}, {@code host} or that of a custom strategy
   * @param value a text; a {@link java.util.regex.Pattern} for hosts
   * @return this
   */
  public RouteDefinition constraint(String name, Object value) {
    constraints.put(name, value);
    return this;
  }

  /**
   * Returns the constraints.
   *
   * @return a live map by name
   */
  public Map<String, Object> constraints() {
    return constraints;
  }

  /**
   * Adds custom configuration, seen in {@link Request#routeOptions()}.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public RouteDefinition config(String name, @Nullable Object value) {
    config.put(name, value);
    return this;
  }

  /**
   * Adds an entry of custom configuration, seen in {@link Request#routeOptions()}.
   *
   * @param key its name and type
   * @param value the value
   * @param <T> the type
   * @return this
   */
  public <T> RouteDefinition config(ConfigKey<T> key, @Nullable T value) {
    return config(key.name(), value);
  }

  /**
   * Returns an entry of the custom configuration.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value, null when there is none
   * @throws ClassCastException if it was set to a value of another type, by its name
   */
  public <T> @Nullable T config(ConfigKey<T> key) {
    return key.cast(config.get(key.name()));
  }

  /**
   * Returns the custom configuration.
   *
   * @return a live map by name
   */
  public Map<String, @Nullable Object> config() {
    return config;
  }

  /**
   * Sets whether a validation error is attached to the request instead of sent.
   *
   * @param attachValidation true to let the handler run
   * @return this
   */
  public RouteDefinition attachValidation(boolean attachValidation) {
    this.attachValidation = attachValidation;
    return this;
  }

  /**
   * Returns whether a validation error is attached to the request instead of sent.
   *
   * @return true to let the handler run; null when not set
   */
  public @Nullable Boolean attachValidation() {
    return attachValidation;
  }

  /**
   * Sets groups of constraints that requests have to satisfy, besides the default group.
   *
   * @param groups the classes that stand for the groups; none by default
   * @return this
   */
  public RouteDefinition validationGroups(Class<?>... groups) {
    this.validationGroups = List.of(groups);
    return this;
  }

  /**
   * Returns groups of constraints that count besides the default group.
   *
   * @return an immutable list
   */
  public List<Class<?>> validationGroups() {
    return validationGroups;
  }

  /**
   * Sets the view of Jackson ({@code @JsonView}) that the replies of the route are written in: what
   * a property is not in the view for is not sent, whatever schema the reply has, or none. It holds
   * for everything that the route serializes, replies to errors and {@code reply.serialize}
   * included; a {@code reply.serializer(...)} is on its own. A property without a view is sent only
   * with the mapper's {@code MapperFeature.DEFAULT_VIEW_INCLUSION}.
   *
   * @param view the class that stands for the view; by default that of the mapper, if it has one
   * @return this
   * @throws IllegalArgumentException when the view is null. At boot, a view is refused that the
   *     mapper, the reply serializer or the serializer compiler of the route knows nothing of
   */
  public RouteDefinition replyView(Class<?> view) {
    this.replyView = view(view, "replies");
    return this;
  }

  /**
   * Returns the view that replies are written in.
   *
   * @return the class that stands for the view; null when it is the mapper's own
   */
  public @Nullable Class<?> replyView() {
    return replyView;
  }

  /**
   * Sets the view of Jackson ({@code @JsonView}) that bodies are bound in: a property that is not
   * in the view keeps its default, whatever the client sends, and a schema derived from the type
   * neither describes nor demands it. The schemas and types of queries, parameters and headers know
   * no view but the mapper's.
   *
   * @param view the class that stands for the view; by default that of the mapper, if it has one
   * @return this
   * @throws IllegalArgumentException when the view is null. At boot, a view is refused that the
   *     mapper knows nothing of
   */
  public RouteDefinition bodyView(Class<?> view) {
    this.bodyView = view(view, "bodies");
    return this;
  }

  /**
   * Returns the view that bodies are bound in.
   *
   * @return the class that stands for the view; null when it is the mapper's own
   */
  public @Nullable Class<?> bodyView() {
    return bodyView;
  }

  private Class<?> view(@Nullable Class<?> view, String use) {
    if (view == null) {
      throw new IllegalArgumentException(
          "Route " + String.join(",", methods) + ":" + url + ": the view of " + use + " is null");
    }
    return view;
  }

  /**
   * Sets whether a GET route answers HEAD as well.
   *
   * @param exposeHeadRoute the setting; the server option holds otherwise
   * @return this
   */
  public RouteDefinition exposeHeadRoute(boolean exposeHeadRoute) {
    this.exposeHeadRoute = exposeHeadRoute;
    return this;
  }

  /**
   * Returns whether a GET route answers HEAD as well.
   *
   * @return the setting; null when not set
   */
  public @Nullable Boolean exposeHeadRoute() {
    return exposeHeadRoute;
  }

  /**
   * Sets the limit for bodies.
   *
   * @param bodyLimit bytes, more than 0
   * @return this
   */
  public RouteDefinition bodyLimit(long bodyLimit) {
    this.bodyLimit = bodyLimit;
    return this;
  }

  /**
   * Returns the limit for bodies.
   *
   * @return bytes, more than 0; null when not set
   */
  public @Nullable Long bodyLimit() {
    return bodyLimit;
  }

  /**
   * Sets the time the reply may take.
   *
   * @param handlerTimeout milliseconds, more than 0; then 503, and a response that has begun is
   *     broken off and logged
   * @return this
   */
  public RouteDefinition handlerTimeout(long handlerTimeout) {
    this.handlerTimeout = handlerTimeout;
    return this;
  }

  /**
   * Returns the time the reply may take.
   *
   * @return milliseconds, more than 0; null when not set
   */
  public @Nullable Long handlerTimeout() {
    return handlerTimeout;
  }

  /**
   * Sets the log level of its requests.
   *
   * @param logLevel a level of the logger
   * @return this
   */
  public RouteDefinition logLevel(String logLevel) {
    this.logLevel = logLevel;
    return this;
  }

  /**
   * Returns the log level of its requests.
   *
   * @return a level of the logger; null when not set
   */
  public @Nullable String logLevel() {
    return logLevel;
  }

  /**
   * Sets log serializers for its requests.
   *
   * @param logSerializers by key of the log line
   * @return this
   */
  public RouteDefinition logSerializers(Map<String, LogSerializer> logSerializers) {
    this.logSerializers = Map.copyOf(logSerializers);
    return this;
  }

  /**
   * Returns the log serializers.
   *
   * @return by key of the log line
   */
  public Map<String, LogSerializer> logSerializers() {
    return logSerializers;
  }

  /**
   * Sets how the path {@code /} joins with a prefix.
   *
   * @param prefixTrailingSlash {@code both}, {@code slash} or {@code no-slash}
   * @return this
   * @throws IllegalArgumentException when it is none of these
   */
  public RouteDefinition prefixTrailingSlash(String prefixTrailingSlash) {
    if (!TRAILING_SLASH.contains(prefixTrailingSlash)) {
      throw new IllegalArgumentException(
          "prefixTrailingSlash is both, slash or no-slash, not " + prefixTrailingSlash);
    }
    this.prefixTrailingSlash = prefixTrailingSlash;
    return this;
  }

  /**
   * Returns how the path {@code /} joins with a prefix.
   *
   * @return {@code both}, {@code slash} or {@code no-slash}
   */
  public String prefixTrailingSlash() {
    return prefixTrailingSlash;
  }

  /**
   * Sets the validator compiler.
   *
   * @param validatorCompiler compiles the schemas of the request
   * @return this
   */
  public RouteDefinition validatorCompiler(ValidatorCompiler validatorCompiler) {
    this.validatorCompiler = validatorCompiler;
    return this;
  }

  /**
   * Returns the validator compiler.
   *
   * @return compiles the schemas of the request; null when not set
   */
  public @Nullable ValidatorCompiler validatorCompiler() {
    return validatorCompiler;
  }

  /**
   * Sets the serializer compiler.
   *
   * @param serializerCompiler compiles the schemas of the replies
   * @return this
   */
  public RouteDefinition serializerCompiler(SerializerCompiler serializerCompiler) {
    this.serializerCompiler = serializerCompiler;
    return this;
  }

  /**
   * Returns the serializer compiler.
   *
   * @return compiles the schemas of the replies; null when not set
   */
  public @Nullable SerializerCompiler serializerCompiler() {
    return serializerCompiler;
  }

  /**
   * Sets the schema error formatter.
   *
   * @param schemaErrorFormatter makes validation errors
   * @return this
   */
  public RouteDefinition schemaErrorFormatter(SchemaErrorFormatter schemaErrorFormatter) {
    this.schemaErrorFormatter = schemaErrorFormatter;
    return this;
  }

  /**
   * Returns the schema error formatter.
   *
   * @return makes validation errors; null when not set
   */
  public @Nullable SchemaErrorFormatter schemaErrorFormatter() {
    return schemaErrorFormatter;
  }

  /**
   * Sets the child logger factory.
   *
   * @param childLoggerFactory makes the logger of each request
   * @return this
   */
  public RouteDefinition childLoggerFactory(ChildLoggerFactory childLoggerFactory) {
    this.childLoggerFactory = childLoggerFactory;
    return this;
  }

  /**
   * Returns the child logger factory.
   *
   * @return makes the logger of each request; null when not set
   */
  public @Nullable ChildLoggerFactory childLoggerFactory() {
    return childLoggerFactory;
  }

  /**
   * Sets where hooks and handler run.
   *
   * @param execution the mode; that of the context otherwise
   * @return this
   */
  public RouteDefinition execution(Execution execution) {
    this.execution = execution;
    return this;
  }

  /**
   * Returns where hooks and handler run.
   *
   * @return the mode; null when not set
   */
  public @Nullable Execution execution() {
    return execution;
  }

  /**
   * Runs hooks and handler on the event loop; they must never block.
   *
   * @return this
   */
  public RouteDefinition nonBlocking() {
    return execution(Execution.EVENT_LOOP);
  }

  /**
   * Adds a hook whose phase is only known at run time; runs after those of the context. The typed
   * methods are for all others.
   *
   * @param name the name of a phase of requests, such as {@code onRequest}; checked when the route
   *     is registered, {@code FST_ERR_HOOK_NOT_SUPPORTED}
   * @param hook a hook type of that phase; another one is refused when the route is registered,
   *     {@code FST_ERR_HOOK_INVALID_HANDLER}
   * @return this
   */
  @Override
  public RouteDefinition addHook(String name, Object hook) {
    hooks.add(name, hook);
    return this;
  }

  /**
   * Returns the hooks of the route.
   *
   * @return the hooks by phase; live
   */
  public RouteHooks hooks() {
    return hooks;
  }
}
