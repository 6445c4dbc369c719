package dev.fastjava;

import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.Logger;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.option.Poisoning;
import dev.fastjava.option.TrustProxy;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.ClientErrorHandler;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.SchemaController;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.spi.UrlRewriter;
import dev.fastjava.spi.ValidationMessages;
import dev.fastjava.spi.WarningListener;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options of a server. Immutable: {@link Fastjava#create(Consumer)} is given a builder of it.
 *
 * <p>A time of zero switches a limit off; times are counted in milliseconds, what is finer is
 * rounded up.
 *
 * <p>Reference: Server, Factory.
 */
public final class FastjavaOptions {
  private static final FastjavaOptions DEFAULTS = new FastjavaOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private FastjavaOptions(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return the options of a server that sets none
   */
  public static FastjavaOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static FastjavaOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public FastjavaOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return builder.snapshot();
  }

  /**
   * Returns the limit for bodies.
   *
   * @return bytes
   */
  public long bodyLimit() {
    return values.bodyLimit;
  }

  /**
   * Returns the options of the built-in logger.
   *
   * @return level, redaction, serializers, destination; null when not set
   */
  public @Nullable LoggerOptions loggerOptions() {
    return values.loggerOptions;
  }

  /**
   * Returns a logger in place of the built-in one.
   *
   * @return the logger; null when not set
   */
  public @Nullable Logger loggerInstance() {
    return values.loggerInstance;
  }

  /**
   * Returns which requests are not logged.
   *
   * @return tells for a request; null when not set
   */
  public @Nullable Predicate<RawRequest> disableRequestLogging() {
    return values.disableRequestLogging;
  }

  /**
   * Returns the key of the request id in log lines.
   *
   * @return the key
   */
  public String requestIdLogLabel() {
    return values.requestIdLogLabel;
  }

  /**
   * Returns the header a request may bring its id in.
   *
   * @return the name; null when not set
   */
  public @Nullable String requestIdHeader() {
    return values.requestIdHeader;
  }

  /**
   * Returns what makes request ids.
   *
   * @return makes an id; null when not set
   */
  public @Nullable RequestIdGenerator genReqId() {
    return values.genReqId;
  }

  /**
   * Returns which proxies are trusted to tell the client.
   *
   * @return the trusted addresses; null when not set
   */
  public @Nullable TrustProxy trustProxy() {
    return values.trustProxy;
  }

  /**
   * Returns what rewrites the url before routing.
   *
   * @return makes the new url of a request; null when not set
   */
  public @Nullable UrlRewriter rewriteUrl() {
    return values.rewriteUrl;
  }

  /**
   * Returns whether GET routes answer HEAD as well.
   *
   * @return true by default
   */
  public boolean exposeHeadRoutes() {
    return values.exposeHeadRoutes;
  }

  /**
   * Returns what answers errors that happen before a route is known.
   *
   * @return handles bad urls, too long parameters and failed constraints; null when not set
   */
  public @Nullable ErrorHandler frameworkErrors() {
    return values.frameworkErrors;
  }

  /**
   * Returns what lets the server write payloads and errors of another framework.
   *
   * @return the adapter; null for none
   */
  public @Nullable ReplyAdapter replyAdapter() {
    return values.replyAdapter;
  }

  /**
   * Returns what answers bytes that are no valid request.
   *
   * @return handles the error; null when not set
   */
  public @Nullable ClientErrorHandler clientErrorHandler() {
    return values.clientErrorHandler;
  }

  /**
   * Returns whether requests get 503 while the server closes.
   *
   * @return true by default
   */
  public boolean return503OnClosing() {
    return values.return503OnClosing;
  }

  /**
   * Returns what closing does to connections at once.
   *
   * @return idle ones are closed by default
   */
  public ForceClose forceCloseConnections() {
    return values.forceCloseConnections;
  }

  /**
   * Returns how long closing waits for requests under way.
   *
   * @return the time; zero for no limit
   */
  public Duration closeTimeout() {
    return values.closeTimeout;
  }

  /**
   * Returns the time a plugin may take to load.
   *
   * @return the time; zero for no limit
   */
  public Duration pluginTimeout() {
    return values.pluginTimeout;
  }

  /**
   * Returns the time a reply may take.
   *
   * @return the time; zero for no limit
   */
  public Duration handlerTimeout() {
    return values.handlerTimeout;
  }

  /**
   * Returns the option.
   *
   * @return the time; zero for no limit
   */
  public Duration unansweredWarning() {
    return values.unansweredWarning;
  }

  /**
   * Returns what happens to bodies with {@code __proto__} keys.
   *
   * @return {@code ERROR} by default
   */
  public Poisoning onProtoPoisoning() {
    return values.onProtoPoisoning;
  }

  /**
   * Returns what happens to bodies with {@code constructor.prototype} keys.
   *
   * @return {@code ERROR} by default
   */
  public Poisoning onConstructorPoisoning() {
    return values.onConstructorPoisoning;
  }

  /**
   * Returns the mapper of the application.
   *
   * @return the mapper; null when not set
   */
  public @Nullable JsonMapper jsonMapper() {
    return values.jsonMapper;
  }

  /**
   * Returns what a request with a JSON content type and without a body is.
   *
   * @return {@code ERROR} by default
   */
  public EmptyJsonBody emptyJsonBody() {
    return values.emptyJsonBody;
  }

  /**
   * Returns whether an error handler of a context may be set twice.
   *
   * @return true by default, with the warning FSTWRN004
   */
  public boolean allowErrorHandlerOverride() {
    return values.allowErrorHandlerOverride;
  }

  /**
   * Returns what says what is wrong with a request in other languages.
   *
   * @return the messages; null when not set
   */
  public @Nullable ValidationMessages validationMessages() {
    return values.validationMessages;
  }

  /**
   * Returns what tells the language of a request.
   *
   * @return null for its {@code accept-language}
   */
  public @Nullable Function<Request, Locale> validationLocale() {
    return values.validationLocale;
  }

  /**
   * Returns how validation errors read.
   *
   * @return makes the error; null when not set
   */
  public @Nullable SchemaErrorFormatter schemaErrorFormatter() {
    return values.schemaErrorFormatter;
  }

  /**
   * Returns how schemas are compiled.
   *
   * @return the factories; null when not set
   */
  public @Nullable SchemaController schemaController() {
    return values.schemaController;
  }

  /**
   * Returns what checks the constraints that no schema can say.
   *
   * @return the check; null when not set
   */
  public @Nullable BeanConstraints beanConstraints() {
    return values.beanConstraints;
  }

  /**
   * Returns how requests are validated.
   *
   * @return the options
   */
  public ValidationOptions validation() {
    return values.validation;
  }

  /**
   * Returns how replies are serialized.
   *
   * @return the options
   */
  public SerializationOptions serialization() {
    return values.serialization;
  }

  /**
   * Returns what makes the logger of each request.
   *
   * @return makes the logger; null when not set
   */
  public @Nullable ChildLoggerFactory childLoggerFactory() {
    return values.childLoggerFactory;
  }

  /**
   * Returns who decides about the lines that the framework logs about requests.
   *
   * @return decides; null when not set
   */
  public @Nullable LogController logController() {
    return values.logController;
  }

  /**
   * Returns where hooks and handlers run.
   *
   * @return {@code BLOCKING} by default
   */
  public Execution execution() {
    return values.execution;
  }

  /**
   * Returns the size of the worker pool.
   *
   * @return threads
   */
  public int workerThreads() {
    return values.workerThreads;
  }

  /**
   * Returns how many requests may wait for a worker.
   *
   * @return the count
   */
  public int workerQueue() {
    return values.workerQueue;
  }

  /**
   * Returns who is told of warnings.
   *
   * @return the listener; null when not set
   */
  public @Nullable WarningListener warningListener() {
    return values.warningListener;
  }

  /**
   * Returns how urls are matched.
   *
   * @return the options
   */
  public RouterOptions routerOptions() {
    return values.routerOptions;
  }

  /**
   * Returns what the transport does.
   *
   * @return the options
   */
  public HttpOptions http() {
    return values.http;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder extends RequestSettings<Builder> {
    private Execution execution = Execution.BLOCKING;
    private int workerThreads = 0;
    private int workerQueue = 10_000;
    private RouterOptions routerOptions = RouterOptions.defaults();
    private HttpOptions http = HttpOptions.defaults();

    private Builder() {}

    private Builder(Builder from) {
      copySchema(from);
      copyLogging(from);
      copyLifetime(from);
      copyRequest(from);
      execution = from.execution;
      workerThreads = from.workerThreads;
      workerQueue = from.workerQueue;
      routerOptions = from.routerOptions;
      http = from.http;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the options as they are so far, for those who change them by what they are.
     *
     * @return options that later changes do not reach
     */
    public FastjavaOptions snapshot() {
      return new FastjavaOptions(new Builder(this));
    }

    /**
     * Sets where hooks and handlers run.
     *
     * @param execution {@code BLOCKING} by default
     * @return this
     */
    public Builder execution(Execution execution) {
      this.execution = Objects.requireNonNull(execution);
      return this;
    }

    /**
     * Sets the size of the worker pool.
     *
     * @param workerThreads threads; 0, eight for each core but at least 32, by default
     * @return this
     */
    public Builder workerThreads(int workerThreads) {
      this.workerThreads = workerThreads;
      return this;
    }

    /**
     * Sets how many requests may wait for a worker.
     *
     * @param workerQueue the count; 10,000 by default; more get 503
     * @return this
     */
    public Builder workerQueue(int workerQueue) {
      this.workerQueue = workerQueue;
      return this;
    }

    /**
     * Sets how urls are matched.
     *
     * @param options sets the options
     * @return this
     */
    public Builder routerOptions(Consumer<RouterOptions.Builder> options) {
      routerOptions = routerOptions.with(options);
      return this;
    }

    /**
     * Sets what the transport does.
     *
     * @param options sets the options
     * @return this
     */
    public Builder http(Consumer<HttpOptions.Builder> options) {
      http = http.with(options);
      return this;
    }
  }
}
