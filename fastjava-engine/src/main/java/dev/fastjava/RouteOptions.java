package dev.fastjava;

import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.option.PrefixTrailingSlash;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.type.ConfigKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a route while it is declared. What is not set is that of the context or of the
 * server. What has been set is read from {@link RouteDefinition#describe()}.
 *
 * <p>Reference: Routes, Options.
 *
 * @param <S> what the methods return: the route
 */
public abstract sealed class RouteOptions<S> implements RequestHooks<S> permits RouteDefinition {
  @Nullable ErrorHandler errorHandler;
  final RouteSchema schema;
  final Map<String, Object> constraints;
  final Map<String, @Nullable Object> config;
  @Nullable Boolean attachValidation;
  List<Class<?>> validationGroups = List.of();
  @Nullable Class<?> replyView;
  @Nullable Class<?> bodyView;
  @Nullable Boolean exposeHeadRoute;
  @Nullable Long bodyLimit;
  @Nullable Duration handlerTimeout;
  @Nullable LogLevel logLevel;
  Map<String, LogSerializer> logSerializers = Map.of();
  PrefixTrailingSlash prefixTrailingSlash = PrefixTrailingSlash.BOTH;
  @Nullable ValidatorCompiler validatorCompiler;
  @Nullable SerializerCompiler serializerCompiler;
  @Nullable SchemaErrorFormatter schemaErrorFormatter;
  @Nullable ChildLoggerFactory childLoggerFactory;
  @Nullable Execution execution;
  final RouteHooks hooks;

  RouteOptions() {
    schema = new RouteSchema();
    constraints = new LinkedHashMap<>();
    config = new LinkedHashMap<>();
    hooks = new RouteHooks();
  }

  /** Copies the options. */
  RouteOptions(RouteOptions<?> other) {
    errorHandler = other.errorHandler;
    schema = other.schema.copy();
    constraints = new LinkedHashMap<>(other.constraints);
    config = new LinkedHashMap<>(other.config);
    attachValidation = other.attachValidation;
    validationGroups = other.validationGroups;
    replyView = other.replyView;
    bodyView = other.bodyView;
    exposeHeadRoute = other.exposeHeadRoute;
    bodyLimit = other.bodyLimit;
    handlerTimeout = other.handlerTimeout;
    logLevel = other.logLevel;
    logSerializers = other.logSerializers;
    prefixTrailingSlash = other.prefixTrailingSlash;
    validatorCompiler = other.validatorCompiler;
    serializerCompiler = other.serializerCompiler;
    schemaErrorFormatter = other.schemaErrorFormatter;
    childLoggerFactory = other.childLoggerFactory;
    execution = other.execution;
    hooks = other.hooks.copy();
  }

  abstract S self();

  /** Names the route, for messages. */
  abstract String named();

  /**
   * Sets the error handler of the route.
   *
   * @param errorHandler handles its errors first
   * @return this
   */
  public S errorHandler(ErrorHandler errorHandler) {
    this.errorHandler = errorHandler;
    return self();
  }

  /**
   * Declares schemas.
   *
   * @param schema declares them
   * @return this
   * @throws IllegalStateException when it declares a part whose type the route names, such as by
   *     {@link RouteDefinition#body(Class)}: one of the two would not hold
   */
  public S schema(Consumer<RouteSchema> schema) {
    schema.accept(this.schema);
    this.schema.checkNamed(named());
    return self();
  }

  /**
   * Adds a constraint.
   *
   * @param name {@code version}, {@code host} or that of a custom strategy
   * @param value a text; a {@link java.util.regex.Pattern} for hosts
   * @return this
   */
  public S constraint(String name, Object value) {
    constraints.put(name, value);
    return self();
  }

  /**
   * Sets all constraints in place of those before.
   *
   * @param constraints values by name, see {@link #constraint}
   * @return this
   */
  public S constraints(Map<String, ?> constraints) {
    this.constraints.clear();
    this.constraints.putAll(constraints);
    return self();
  }

  /**
   * Adds custom configuration, seen in {@link Request#routeOptions()}.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public S config(String name, @Nullable Object value) {
    config.put(name, value);
    return self();
  }

  /**
   * Adds an entry of custom configuration, seen in {@link Request#routeOptions()}.
   *
   * @param key its name and type
   * @param value the value
   * @param <T> the type
   * @return this
   * @throws ClassCastException if the value is of another class; it names the entry
   * @throws IllegalStateException if it is null and the key is of a primitive type
   */
  public <T> S config(ConfigKey<T> key, @Nullable T value) {
    return config(key.name(), key.cast(value));
  }

  /**
   * Sets the whole custom configuration in place of that before.
   *
   * @param config values by name
   * @return this
   */
  public S config(Map<String, ? extends @Nullable Object> config) {
    this.config.clear();
    this.config.putAll(config);
    return self();
  }

  /**
   * Sets whether a validation error is attached to the request instead of sent.
   *
   * @param attachValidation true to let the handler run
   * @return this
   */
  public S attachValidation(boolean attachValidation) {
    this.attachValidation = attachValidation;
    return self();
  }

  /**
   * Sets groups of constraints that requests have to satisfy, besides the default group.
   *
   * @param groups the classes that stand for the groups; none by default
   * @return this
   */
  public S validationGroups(Class<?>... groups) {
    this.validationGroups = List.of(groups);
    return self();
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
  public S replyView(Class<?> view) {
    this.replyView = view(view, "replies");
    return self();
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
  public S bodyView(Class<?> view) {
    this.bodyView = view(view, "bodies");
    return self();
  }

  private Class<?> view(@Nullable Class<?> view, String use) {
    if (view == null) {
      throw new IllegalArgumentException(named() + ": the view of " + use + " is null");
    }
    return view;
  }

  /**
   * Sets whether a GET route answers HEAD as well.
   *
   * @param exposeHeadRoute the setting; the server option holds otherwise
   * @return this
   */
  public S exposeHeadRoute(boolean exposeHeadRoute) {
    this.exposeHeadRoute = exposeHeadRoute;
    return self();
  }

  /**
   * Sets the limit for bodies.
   *
   * @param bodyLimit bytes, more than 0
   * @return this
   */
  public S bodyLimit(long bodyLimit) {
    this.bodyLimit = bodyLimit;
    return self();
  }

  /**
   * Sets the time the reply may take.
   *
   * @param handlerTimeout more than 0, in whole milliseconds; then 503, and a response that has
   *     begun is broken off and logged
   * @return this
   */
  public S handlerTimeout(Duration handlerTimeout) {
    this.handlerTimeout = handlerTimeout;
    return self();
  }

  /**
   * Sets the log level of its requests.
   *
   * @param logLevel the least severity that is logged; that of the context otherwise
   * @return this
   */
  public S logLevel(LogLevel logLevel) {
    this.logLevel = logLevel;
    return self();
  }

  /**
   * Sets log serializers for its requests.
   *
   * @param logSerializers by key of the log line
   * @return this
   */
  public S logSerializers(Map<String, LogSerializer> logSerializers) {
    this.logSerializers = Map.copyOf(logSerializers);
    return self();
  }

  /**
   * Sets how the path {@code /} joins with a prefix.
   *
   * @param prefixTrailingSlash the way; {@link PrefixTrailingSlash#BOTH} by default
   * @return this
   */
  public S prefixTrailingSlash(PrefixTrailingSlash prefixTrailingSlash) {
    this.prefixTrailingSlash = Objects.requireNonNull(prefixTrailingSlash, "prefixTrailingSlash");
    return self();
  }

  /**
   * Sets the validator compiler.
   *
   * @param validatorCompiler compiles the schemas of the request
   * @return this
   */
  public S validatorCompiler(ValidatorCompiler validatorCompiler) {
    this.validatorCompiler = validatorCompiler;
    return self();
  }

  /**
   * Sets the serializer compiler.
   *
   * @param serializerCompiler compiles the schemas of the replies
   * @return this
   */
  public S serializerCompiler(SerializerCompiler serializerCompiler) {
    this.serializerCompiler = serializerCompiler;
    return self();
  }

  /**
   * Sets the schema error formatter.
   *
   * @param schemaErrorFormatter makes validation errors
   * @return this
   */
  public S schemaErrorFormatter(SchemaErrorFormatter schemaErrorFormatter) {
    this.schemaErrorFormatter = schemaErrorFormatter;
    return self();
  }

  /**
   * Sets the child logger factory.
   *
   * @param childLoggerFactory makes the logger of each request
   * @return this
   */
  public S childLoggerFactory(ChildLoggerFactory childLoggerFactory) {
    this.childLoggerFactory = childLoggerFactory;
    return self();
  }

  /**
   * Sets where hooks and handler run.
   *
   * @param execution the mode; that of the context otherwise
   * @return this
   */
  public S execution(Execution execution) {
    this.execution = execution;
    return self();
  }

  /**
   * Runs hooks and handler on the event loop; they must never block.
   *
   * @return this
   */
  public S nonBlocking() {
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
  public S addHook(String name, Object hook) {
    hooks.addHook(name, hook);
    return self();
  }

  /**
   * Returns the hooks of the route, which may be put in front of others, replaced and removed.
   *
   * @return the hooks by phase; live
   */
  public RouteHooks hooks() {
    return hooks;
  }
}
