package dev.fastjava;

import dev.fastjava.logging.Logger;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options of a server. Mutable while the server is made; the server keeps a copy, see {@link
 * Fastjava#initialConfig()}.
 *
 * <p>Reference: Server, Factory.
 */
public final class FastjavaOptions {
  private long bodyLimit = 1_048_576;
  private @Nullable LoggerOptions loggerOptions;
  private @Nullable Logger loggerInstance;
  private @Nullable Predicate<RawRequest> disableRequestLogging;
  private String requestIdLogLabel = "reqId";
  private @Nullable String requestIdHeader;
  private @Nullable RequestIdGenerator genReqId;
  private @Nullable TrustProxy trustProxy;
  private @Nullable UrlRewriter rewriteUrl;
  private boolean exposeHeadRoutes = true;
  private @Nullable ErrorHandler frameworkErrors;
  private @Nullable ClientErrorHandler clientErrorHandler;
  private boolean return503OnClosing = true;
  private boolean forceCloseConnections = false;
  private long closeTimeout = 30_000;
  private long pluginTimeout = 10_000;
  private long handlerTimeout = 0;
  private long unansweredWarning = 10_000;
  private Poisoning onProtoPoisoning = Poisoning.ERROR;
  private Poisoning onConstructorPoisoning = Poisoning.ERROR;
  private @Nullable JsonMapper jsonMapper;
  private EmptyJsonBody emptyJsonBody = EmptyJsonBody.ERROR;
  private boolean allowErrorHandlerOverride = true;
  private @Nullable SchemaErrorFormatter schemaErrorFormatter;
  private @Nullable SchemaController schemaController;
  private @Nullable BeanConstraints beanConstraints;
  private ValidationOptions validation = ValidationOptions.defaults();
  private SerializationOptions serialization = SerializationOptions.defaults();
  private @Nullable ChildLoggerFactory childLoggerFactory;
  private Execution execution = Execution.BLOCKING;
  private int workerThreads = 0;
  private int workerQueue = 10_000;
  private @Nullable WarningListener warningListener;
  private RouterOptions routerOptions = new RouterOptions();
  private HttpOptions http = new HttpOptions();

  /** Makes the defaults. */
  public FastjavaOptions() {}

  /**
   * Sets the limit for bodies.
   *
   * @param bodyLimit bytes; 1,048,576 by default; more get 413
   * @return this
   */
  public FastjavaOptions bodyLimit(long bodyLimit) {
    this.bodyLimit = bodyLimit;
    return this;
  }

  /**
   * Returns the limit for bodies.
   *
   * @return bytes
   */
  public long bodyLimit() {
    return bodyLimit;
  }

  /**
   * Sets the options of the built-in logger.
   *
   * @param loggerOptions level, redaction, serializers, destination
   * @return this
   */
  public FastjavaOptions loggerOptions(LoggerOptions loggerOptions) {
    this.loggerOptions = loggerOptions;
    return this;
  }

  /**
   * Returns the options of the built-in logger.
   *
   * @return level, redaction, serializers, destination; null when not set
   */
  public @Nullable LoggerOptions loggerOptions() {
    return loggerOptions;
  }

  /**
   * Sets a logger in place of the built-in one.
   *
   * @param loggerInstance the logger
   * @return this
   */
  public FastjavaOptions loggerInstance(Logger loggerInstance) {
    this.loggerInstance = loggerInstance;
    return this;
  }

  /**
   * Returns a logger in place of the built-in one.
   *
   * @return the logger; null when not set
   */
  public @Nullable Logger loggerInstance() {
    return loggerInstance;
  }

  /**
   * Sets which requests are not logged.
   *
   * @param disableRequestLogging tells for a request
   * @return this
   */
  public FastjavaOptions disableRequestLogging(Predicate<RawRequest> disableRequestLogging) {
    this.disableRequestLogging = disableRequestLogging;
    return this;
  }

  /**
   * Switches the lines about requests off or on: arrival, completion, errors and unknown routes.
   *
   * @param disableRequestLogging true for no lines; false by default
   * @return this
   */
  public FastjavaOptions disableRequestLogging(boolean disableRequestLogging) {
    this.disableRequestLogging = disableRequestLogging ? request -> true : null;
    return this;
  }

  /**
   * Returns which requests are not logged.
   *
   * @return tells for a request; null when not set
   */
  public @Nullable Predicate<RawRequest> disableRequestLogging() {
    return disableRequestLogging;
  }

  /**
   * Sets the key of the request id in log lines.
   *
   * @param requestIdLogLabel the key; {@code reqId} by default
   * @return this
   */
  public FastjavaOptions requestIdLogLabel(String requestIdLogLabel) {
    this.requestIdLogLabel = requestIdLogLabel;
    return this;
  }

  /**
   * Returns the key of the request id in log lines.
   *
   * @return the key
   */
  public String requestIdLogLabel() {
    return requestIdLogLabel;
  }

  /**
   * Sets the header a request may bring its id in.
   *
   * @param requestIdHeader the name; none by default
   * @return this
   */
  public FastjavaOptions requestIdHeader(String requestIdHeader) {
    this.requestIdHeader = requestIdHeader;
    return this;
  }

  /**
   * Returns the header a request may bring its id in.
   *
   * @return the name; null when not set
   */
  public @Nullable String requestIdHeader() {
    return requestIdHeader;
  }

  /**
   * Sets what makes request ids.
   *
   * @param genReqId makes an id; {@code req-1}, {@code req-2} and so on in base 36 by default
   * @return this
   */
  public FastjavaOptions genReqId(RequestIdGenerator genReqId) {
    this.genReqId = genReqId;
    return this;
  }

  /**
   * Returns what makes request ids.
   *
   * @return makes an id; null when not set
   */
  public @Nullable RequestIdGenerator genReqId() {
    return genReqId;
  }

  /**
   * Sets which proxies are trusted to tell the client.
   *
   * @param trustProxy the trusted addresses; none by default
   * @return this
   */
  public FastjavaOptions trustProxy(TrustProxy trustProxy) {
    this.trustProxy = trustProxy;
    return this;
  }

  /**
   * Returns which proxies are trusted to tell the client.
   *
   * @return the trusted addresses; null when not set
   */
  public @Nullable TrustProxy trustProxy() {
    return trustProxy;
  }

  /**
   * Sets what rewrites the url before routing.
   *
   * @param rewriteUrl makes the new url of a request
   * @return this
   */
  public FastjavaOptions rewriteUrl(UrlRewriter rewriteUrl) {
    this.rewriteUrl = rewriteUrl;
    return this;
  }

  /**
   * Returns what rewrites the url before routing.
   *
   * @return makes the new url of a request; null when not set
   */
  public @Nullable UrlRewriter rewriteUrl() {
    return rewriteUrl;
  }

  /**
   * Sets whether GET routes answer HEAD as well.
   *
   * @param exposeHeadRoutes true by default
   * @return this
   */
  public FastjavaOptions exposeHeadRoutes(boolean exposeHeadRoutes) {
    this.exposeHeadRoutes = exposeHeadRoutes;
    return this;
  }

  /**
   * Returns whether GET routes answer HEAD as well.
   *
   * @return true by default
   */
  public boolean exposeHeadRoutes() {
    return exposeHeadRoutes;
  }

  /**
   * Sets what answers errors that happen before a route is known.
   *
   * @param frameworkErrors handles bad urls, too long parameters and failed constraints
   * @return this
   */
  public FastjavaOptions frameworkErrors(ErrorHandler frameworkErrors) {
    this.frameworkErrors = frameworkErrors;
    return this;
  }

  /**
   * Returns what answers errors that happen before a route is known.
   *
   * @return handles bad urls, too long parameters and failed constraints; null when not set
   */
  public @Nullable ErrorHandler frameworkErrors() {
    return frameworkErrors;
  }

  /**
   * Sets what answers bytes that are no valid request.
   *
   * @param clientErrorHandler handles the error
   * @return this
   */
  public FastjavaOptions clientErrorHandler(ClientErrorHandler clientErrorHandler) {
    this.clientErrorHandler = clientErrorHandler;
    return this;
  }

  /**
   * Returns what answers bytes that are no valid request.
   *
   * @return handles the error; null when not set
   */
  public @Nullable ClientErrorHandler clientErrorHandler() {
    return clientErrorHandler;
  }

  /**
   * Sets whether requests get 503 while the server closes.
   *
   * @param return503OnClosing true by default; otherwise they are served
   * @return this
   */
  public FastjavaOptions return503OnClosing(boolean return503OnClosing) {
    this.return503OnClosing = return503OnClosing;
    return this;
  }

  /**
   * Returns whether requests get 503 while the server closes.
   *
   * @return true by default
   */
  public boolean return503OnClosing() {
    return return503OnClosing;
  }

  /**
   * Sets whether closing cuts active connections.
   *
   * @param forceCloseConnections true to cut them; false, idle ones only, by default
   * @return this
   */
  public FastjavaOptions forceCloseConnections(boolean forceCloseConnections) {
    this.forceCloseConnections = forceCloseConnections;
    return this;
  }

  /**
   * Returns whether closing cuts active connections.
   *
   * @return true to cut them
   */
  public boolean forceCloseConnections() {
    return forceCloseConnections;
  }

  /**
   * Sets how long closing waits for requests under way.
   *
   * @param closeTimeout milliseconds; 30,000 by default; then their connections are cut
   * @return this
   */
  public FastjavaOptions closeTimeout(long closeTimeout) {
    this.closeTimeout = closeTimeout;
    return this;
  }

  /**
   * Returns how long closing waits for requests under way.
   *
   * @return milliseconds
   */
  public long closeTimeout() {
    return closeTimeout;
  }

  /**
   * Sets the time a plugin may take to load, and each step of boot and close too: onReady, preClose
   * and onClose hooks. Closing goes on when a hook has taken longer, and fails with {@code
   * FST_ERR_HOOK_TIMEOUT}.
   *
   * @param pluginTimeout milliseconds; 10,000 by default; 0 for no limit
   * @return this
   */
  public FastjavaOptions pluginTimeout(long pluginTimeout) {
    this.pluginTimeout = pluginTimeout;
    return this;
  }

  /**
   * Returns the time a plugin may take to load.
   *
   * @return milliseconds
   */
  public long pluginTimeout() {
    return pluginTimeout;
  }

  /**
   * Sets the time a reply may take.
   *
   * @param handlerTimeout milliseconds; 0, no limit, by default; then 503, and a response that has
   *     begun is broken off and logged
   * @return this
   */
  public FastjavaOptions handlerTimeout(long handlerTimeout) {
    this.handlerTimeout = handlerTimeout;
    return this;
  }

  /**
   * Returns the time a reply may take.
   *
   * @return milliseconds
   */
  public long handlerTimeout() {
    return handlerTimeout;
  }

  /**
   * After how long a request that waits for the application is reported, once: its handler returned
   * the reply and nothing was sent, a hook did not call {@code done}, a stage did not complete. The
   * warning names the route and what it waits for. Routes with a {@code handlerTimeout} get their
   * timeout instead.
   *
   * @param unansweredWarning milliseconds; 10 000 by default, 0 for no warning
   * @return this
   */
  public FastjavaOptions unansweredWarning(long unansweredWarning) {
    this.unansweredWarning = unansweredWarning;
    return this;
  }

  /**
   * Returns the option.
   *
   * @return milliseconds, or 0
   */
  public long unansweredWarning() {
    return unansweredWarning;
  }

  /**
   * Sets what happens to bodies with {@code __proto__} keys.
   *
   * @param onProtoPoisoning {@code ERROR} by default
   * @return this
   */
  public FastjavaOptions onProtoPoisoning(Poisoning onProtoPoisoning) {
    this.onProtoPoisoning = onProtoPoisoning;
    return this;
  }

  /**
   * Returns what happens to bodies with {@code __proto__} keys.
   *
   * @return {@code ERROR} by default
   */
  public Poisoning onProtoPoisoning() {
    return onProtoPoisoning;
  }

  /**
   * Sets what happens to bodies with {@code constructor.prototype} keys.
   *
   * @param onConstructorPoisoning {@code ERROR} by default
   * @return this
   */
  public FastjavaOptions onConstructorPoisoning(Poisoning onConstructorPoisoning) {
    this.onConstructorPoisoning = onConstructorPoisoning;
    return this;
  }

  /**
   * Returns what happens to bodies with {@code constructor.prototype} keys.
   *
   * @return {@code ERROR} by default
   */
  public Poisoning onConstructorPoisoning() {
    return onConstructorPoisoning;
  }

  /**
   * Sets what checks the constraints that no schema can say, on the values that parts of requests
   * are bound to.
   *
   * @param beanConstraints for example {@code JakartaConstraints.of(validator)}; when not set, a
   *     route whose types have such constraints does not boot
   * @return this
   */
  public FastjavaOptions beanConstraints(BeanConstraints beanConstraints) {
    this.beanConstraints = Objects.requireNonNull(beanConstraints);
    return this;
  }

  /**
   * Returns what checks the constraints that no schema can say.
   *
   * @return the check; null when not set
   */
  public @Nullable BeanConstraints beanConstraints() {
    return beanConstraints;
  }

  /**
   * Sets the mapper of the application. It reads and binds bodies, writes replies without a schema
   * and what a schema leaves to Jackson, tells the names of properties in schemas that are derived
   * from types, and binds in {@code inject}. The limits for bodies and the protection of prototypes
   * hold with any mapper; of limits that the mapper has, too, the narrower ones count.
   *
   * @param jsonMapper the mapper; one with Jackson's defaults when not set
   * @return this
   */
  public FastjavaOptions jsonMapper(JsonMapper jsonMapper) {
    this.jsonMapper = Objects.requireNonNull(jsonMapper);
    return this;
  }

  /**
   * Returns the mapper of the application.
   *
   * @return the mapper; null when not set
   */
  public @Nullable JsonMapper jsonMapper() {
    return jsonMapper;
  }

  /**
   * Sets what a request with a JSON content type and without a body is.
   *
   * @param emptyJsonBody {@code ERROR} by default, which is 400; {@code NONE} for a request without
   *     a body
   * @return this
   */
  public FastjavaOptions emptyJsonBody(EmptyJsonBody emptyJsonBody) {
    this.emptyJsonBody = emptyJsonBody;
    return this;
  }

  /**
   * Returns what a request with a JSON content type and without a body is.
   *
   * @return {@code ERROR} by default
   */
  public EmptyJsonBody emptyJsonBody() {
    return emptyJsonBody;
  }

  /**
   * Sets whether an error handler of a context may be set twice.
   *
   * @param allowErrorHandlerOverride true by default, with the warning FSTWRN004
   * @return this
   */
  public FastjavaOptions allowErrorHandlerOverride(boolean allowErrorHandlerOverride) {
    this.allowErrorHandlerOverride = allowErrorHandlerOverride;
    return this;
  }

  /**
   * Returns whether an error handler of a context may be set twice.
   *
   * @return true by default, with the warning FSTWRN004
   */
  public boolean allowErrorHandlerOverride() {
    return allowErrorHandlerOverride;
  }

  /**
   * Sets how validation errors read.
   *
   * @param schemaErrorFormatter makes the error
   * @return this
   */
  public FastjavaOptions schemaErrorFormatter(SchemaErrorFormatter schemaErrorFormatter) {
    this.schemaErrorFormatter = schemaErrorFormatter;
    return this;
  }

  /**
   * Returns how validation errors read.
   *
   * @return makes the error; null when not set
   */
  public @Nullable SchemaErrorFormatter schemaErrorFormatter() {
    return schemaErrorFormatter;
  }

  /**
   * Sets how schemas are compiled.
   *
   * @param schemaController the factories
   * @return this
   */
  public FastjavaOptions schemaController(SchemaController schemaController) {
    this.schemaController = schemaController;
    return this;
  }

  /**
   * Returns how schemas are compiled.
   *
   * @return the factories; null when not set
   */
  public @Nullable SchemaController schemaController() {
    return schemaController;
  }

  /**
   * Sets how requests are validated.
   *
   * @param validation the options
   * @return this
   */
  public FastjavaOptions validation(ValidationOptions validation) {
    this.validation = validation;
    return this;
  }

  /**
   * Returns how requests are validated.
   *
   * @return the options
   */
  public ValidationOptions validation() {
    return validation;
  }

  /**
   * Sets how replies are serialized.
   *
   * @param serialization the options
   * @return this
   */
  public FastjavaOptions serialization(SerializationOptions serialization) {
    this.serialization = serialization;
    return this;
  }

  /**
   * Returns how replies are serialized.
   *
   * @return the options
   */
  public SerializationOptions serialization() {
    return serialization;
  }

  /**
   * Sets what makes the logger of each request.
   *
   * @param childLoggerFactory makes the logger
   * @return this
   */
  public FastjavaOptions childLoggerFactory(ChildLoggerFactory childLoggerFactory) {
    this.childLoggerFactory = childLoggerFactory;
    return this;
  }

  /**
   * Returns what makes the logger of each request.
   *
   * @return makes the logger; null when not set
   */
  public @Nullable ChildLoggerFactory childLoggerFactory() {
    return childLoggerFactory;
  }

  /**
   * Sets where hooks and handlers run.
   *
   * @param execution {@code BLOCKING} by default
   * @return this
   */
  public FastjavaOptions execution(Execution execution) {
    this.execution = execution;
    return this;
  }

  /**
   * Returns where hooks and handlers run.
   *
   * @return {@code BLOCKING} by default
   */
  public Execution execution() {
    return execution;
  }

  /**
   * Sets the size of the worker pool.
   *
   * @param workerThreads threads; 0, eight for each core but at least 32, by default
   * @return this
   */
  public FastjavaOptions workerThreads(int workerThreads) {
    this.workerThreads = workerThreads;
    return this;
  }

  /**
   * Returns the size of the worker pool.
   *
   * @return threads
   */
  public int workerThreads() {
    return workerThreads;
  }

  /**
   * Sets how many requests may wait for a worker.
   *
   * @param workerQueue the count; 10,000 by default; more get 503
   * @return this
   */
  public FastjavaOptions workerQueue(int workerQueue) {
    this.workerQueue = workerQueue;
    return this;
  }

  /**
   * Returns how many requests may wait for a worker.
   *
   * @return the count
   */
  public int workerQueue() {
    return workerQueue;
  }

  /**
   * Sets who is told of warnings ({@code FSTWRN…}, {@code FSTSEC…}).
   *
   * @param warningListener is told; the SLF4J logger {@code dev.fastjava} by default
   * @return this
   */
  public FastjavaOptions warningListener(WarningListener warningListener) {
    this.warningListener = warningListener;
    return this;
  }

  /**
   * Returns who is told of warnings.
   *
   * @return the listener; null when not set
   */
  public @Nullable WarningListener warningListener() {
    return warningListener;
  }

  /**
   * Switches the built-in logger on or off.
   *
   * @param on true for JSON lines at level {@code info} on the standard output
   * @return this
   */
  public FastjavaOptions logger(boolean on) {
    this.loggerOptions = on ? LoggerOptions.builder().build() : null;
    return this;
  }

  /**
   * Sets how urls are matched.
   *
   * @param options sets the options
   * @return this
   */
  public FastjavaOptions routerOptions(Consumer<RouterOptions> options) {
    options.accept(routerOptions);
    return this;
  }

  /**
   * Returns how urls are matched.
   *
   * @return the options; live
   */
  public RouterOptions routerOptions() {
    return routerOptions;
  }

  /**
   * Sets what the transport does.
   *
   * @param options sets the options
   * @return this
   */
  public FastjavaOptions http(Consumer<HttpOptions> options) {
    options.accept(http);
    return this;
  }

  /**
   * Returns what the transport does.
   *
   * @return the options; live
   */
  public HttpOptions http() {
    return http;
  }

  /**
   * Copies the options.
   *
   * @return an independent copy
   */
  public FastjavaOptions copy() {
    FastjavaOptions copy = new FastjavaOptions();
    copy.bodyLimit = bodyLimit;
    copy.loggerOptions = loggerOptions;
    copy.loggerInstance = loggerInstance;
    copy.disableRequestLogging = disableRequestLogging;
    copy.requestIdLogLabel = requestIdLogLabel;
    copy.requestIdHeader = requestIdHeader;
    copy.genReqId = genReqId;
    copy.trustProxy = trustProxy;
    copy.rewriteUrl = rewriteUrl;
    copy.exposeHeadRoutes = exposeHeadRoutes;
    copy.frameworkErrors = frameworkErrors;
    copy.clientErrorHandler = clientErrorHandler;
    copy.return503OnClosing = return503OnClosing;
    copy.forceCloseConnections = forceCloseConnections;
    copy.closeTimeout = closeTimeout;
    copy.pluginTimeout = pluginTimeout;
    copy.handlerTimeout = handlerTimeout;
    copy.unansweredWarning = unansweredWarning;
    copy.onProtoPoisoning = onProtoPoisoning;
    copy.onConstructorPoisoning = onConstructorPoisoning;
    copy.jsonMapper = jsonMapper;
    copy.emptyJsonBody = emptyJsonBody;
    copy.allowErrorHandlerOverride = allowErrorHandlerOverride;
    copy.schemaErrorFormatter = schemaErrorFormatter;
    copy.schemaController = schemaController;
    copy.beanConstraints = beanConstraints;
    copy.validation = validation;
    copy.serialization = serialization;
    copy.childLoggerFactory = childLoggerFactory;
    copy.execution = execution;
    copy.workerThreads = workerThreads;
    copy.workerQueue = workerQueue;
    copy.warningListener = warningListener;
    copy.routerOptions = routerOptions.copy();
    copy.http = http.copy();
    return copy;
  }
}
