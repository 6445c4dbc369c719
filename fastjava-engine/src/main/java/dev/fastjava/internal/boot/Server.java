package dev.fastjava.internal.boot;

import dev.fastjava.BodyParser;
import dev.fastjava.Done;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.LogController;
import dev.fastjava.RequestListener;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.http.ClientFault;
import dev.fastjava.inject.Inject;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.HttpMethods;
import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.internal.inject.InjectSender;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.JsonBodyReader;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.lifecycle.ControlledRequestLog;
import dev.fastjava.internal.lifecycle.Dispatcher;
import dev.fastjava.internal.lifecycle.ErrorTranslation;
import dev.fastjava.internal.lifecycle.Executors;
import dev.fastjava.internal.lifecycle.JsonBodies;
import dev.fastjava.internal.lifecycle.RequestLog;
import dev.fastjava.internal.lifecycle.ServerRuntime;
import dev.fastjava.internal.request.ProxyTrust;
import dev.fastjava.internal.serialization.CompiledSerializers;
import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.internal.validation.library.StandardValidators;
import dev.fastjava.logging.Logger;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.ListenOptions;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.schema.ValidatorFactory;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import dev.fastjava.spi.ValidationMessages;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server: what its contexts share, and its way from declared over ready and listening to
 * closed.
 *
 * <p>Reference: Server.
 */
final class Server implements RequestDispatcher {
  /** How long what follows the last injected requests may hold up closing. */
  private static final long MIN_PATIENCE_MILLIS = 100;

  private static final long DRAIN_MILLIS = 1_000;

  private final FastjavaOptions options;
  private final Warnings warnings;
  private final Logger logger;
  private final boolean ownsLogger;
  private final ServerRuntime runtime;
  private final LambdaNames lambdaNames = new LambdaNames();
  private final PluginLoader loader;
  private final Routes routes;
  private final MethodTable methods = new MethodTable();
  private final JsonMapper mapper;
  private final JsonWriter jsonWriter;
  private final JsonReader jsonReader;
  private final SchemaReader schemaReader;
  private final ConstraintSetup constraintSetup;
  private final RouteViews views;
  private final List<RequestListener> listeners = new ArrayList<>();
  private final Map<String, Object> initialConfig;
  private final Instance root;
  private final InjectSender inject;
  private final Listener listener;

  /** Ends the boot; the steps of ready run between it and {@link #ready}. */
  private final CompletableFuture<Void> booted = new CompletableFuture<>();

  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final ServerState state = new ServerState();

  /** Ends with the last step of ready added so far, so that they run in order. */
  private CompletableFuture<Void> lastReadyStep = CompletableFuture.completedFuture(null);

  private final BootThreads threads = new BootThreads();
  private final ClosedStage<Void> closed = new ClosedStage<>(threads, this::isOnEventLoop);
  private volatile @Nullable Dispatcher dispatcher;

  Server(FastjavaOptions options) {
    OptionChecks.check(options);
    this.options = options;
    this.warnings = new Warnings(options.warningListener());
    this.logger = Loggers.of(options);
    this.ownsLogger = options.loggerInstance() == null;
    this.initialConfig = InitialConfig.of(options);
    JsonMapper given = options.jsonMapper();
    this.mapper = given == null ? JsonMapper.builder().build() : given;
    this.jsonWriter = new JsonWriter(mapper);
    this.jsonReader = given == null ? new JsonReader() : new JsonReader(given);
    this.schemaReader = new SchemaReader(new TypeSchemas(mapper, isValidated(options)));
    String idHeader = options.requestIdHeader();
    this.runtime =
        new ServerRuntime(
            requestLog(),
            new Executors(options.workerThreads(), options.workerQueue()),
            jsonWriter,
            new JsonBinder(mapper),
            ProxyTrust.of(options.trustProxy()),
            idHeader == null || idHeader.isEmpty() ? null : idHeader.toLowerCase(Locale.ROOT),
            options.routerOptions().querystringParser());
    ValidationMessages messages = options.validationMessages();
    runtime.translation(
        messages == null ? null : new ErrorTranslation(messages, options.validationLocale()));
    this.constraintSetup =
        new ConstraintSetup(
            runtime.binder(), options.beanConstraints(), options.validation().allErrors());
    this.views =
        new RouteViews(
            mapper,
            schemaReader,
            runtime.binder(),
            used -> serializers(used, new StandardValidators()),
            binder ->
                new ConstraintSetup(
                    binder, options.beanConstraints(), options.validation().allErrors()));
    this.loader = new PluginLoader(threads, Millis.of(options.pluginTimeout()));
    this.routes = new Routes(options.routerOptions());
    options.routerOptions().constraints().forEach(routes::addConstraintStrategy);
    this.root = new Instance(this);
    this.listener = new Listener(this, state);
    this.inject = new InjectSender(this::injectable, this, this::toJson, mapper);
    loader.open(root, this::build, this::start);
    root.setNotFoundHandler();
  }

  Instance root() {
    return root;
  }

  FastjavaOptions options() {
    return options;
  }

  Warnings warnings() {
    return warnings;
  }

  Logger logger() {
    return logger;
  }

  private RequestLog requestLog() {
    LogController controller = options.logController();
    return controller == null
        ? new RequestLog(
            logger, hasLogger(), options.requestIdLogLabel(), options.disableRequestLogging())
        : new ControlledRequestLog(
            logger,
            hasLogger(),
            options.requestIdLogLabel(),
            options.disableRequestLogging(),
            controller);
  }

  boolean hasLogger() {
    return options.loggerInstance() != null || options.loggerOptions() != null;
  }

  ServerRuntime runtime() {
    return runtime;
  }

  LambdaNames lambdaNames() {
    return lambdaNames;
  }

  PluginLoader loader() {
    return loader;
  }

  Routes routes() {
    return routes;
  }

  MethodTable methods() {
    return methods;
  }

  /** Whether something checks what the schemas of types do not say. */
  private static boolean isValidated(FastjavaOptions options) {
    return options.beanConstraints() != null
        && options.beanConstraints() != BeanConstraints.unchecked();
  }

  ConstraintSetup constraintSetup() {
    return constraintSetup;
  }

  SchemaReader schemaReader() {
    return schemaReader;
  }

  Map<String, Object> initialConfig() {
    return initialConfig;
  }

  Inject inject() {
    return inject;
  }

  SchemaScope newSchemaScope() {
    ValidatorFactory validators = new StandardValidators();
    return new SchemaScope(validators, serializers(mapper, validators), options.schemaController());
  }

  private SerializerFactory serializers(JsonMapper used, ValidatorFactory validators) {
    return new CompiledSerializers(validators, used, warnings()::droppedProperties);
  }

  RouteViews views() {
    return views;
  }

  BodyParser jsonParser() {
    return jsonParser(options.onProtoPoisoning(), options.onConstructorPoisoning());
  }

  BodyParser jsonParser(Poisoning onProto, Poisoning onConstructor) {
    return jsonParser(onProto, onConstructor, options.emptyJsonBody());
  }

  BodyParser jsonParser(Poisoning onProto, Poisoning onConstructor, EmptyJsonBody onEmpty) {
    JsonBodyReader reader = new JsonBodyReader(jsonReader, onProto, onConstructor);
    return runtime.jsonParser(new JsonBodies(reader, onEmpty == EmptyJsonBody.NONE));
  }

  private byte[] toJson(Object value) {
    Utf8Output out = new Utf8Output();
    jsonWriter.serialize(value, out);
    return out.toByteArray();
  }

  void addHttpMethod(String method, boolean hasBody) {
    requireNotStarted("Cannot call \"addHttpMethod\"!");
    if (!HttpMethods.isKnown(method)) {
      throw ErrorCode.FST_ERR_ROUTE_METHOD_INVALID.error();
    }
    methods.add(method, hasBody);
  }

  void addRequestListener(RequestListener added) {
    listeners.add(added);
  }

  boolean isStarted() {
    return state.isStarted();
  }

  void requireNotStarted(String message) {
    if (state.isStarted()) {
      throw ErrorCode.FST_ERR_INSTANCE_ALREADY_LISTENING.error(message);
    }
  }

  /** All plugins are loaded: builds what serves requests. */
  private void build() {
    try {
      routes.build();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
    runtime.listeners(listeners);
    runtime.adaptReplies(options.replyAdapter());
    runtime.reportUnanswered(Millis.of(options.unansweredWarning()));
    // Twice: when none of those who have their turn sends anything, it comes after once.
    runtime.waitForBodies(2 * Millis.of(options.http().bodyTimeout()));
    dispatcher =
        new Dispatcher(
            runtime,
            routes.router(),
            routes.notFoundRouter(),
            new ContextBuilder(root).framework(),
            options.frameworkErrors(),
            options.clientErrorHandler(),
            options.rewriteUrl(),
            options.return503OnClosing(),
            logger);
    loader.onClose((error, done) -> stop(done));
  }

  // Ready

  /** Boots the server, once. */
  CompletableFuture<Void> ready() {
    if (!state.askReady()) {
      return ready;
    }
    loader.ready(
        (error, done) -> {
          if (error != null || !state.runsReadyHooks()) {
            endBoot(error);
          } else {
            AppHooks.runOnReady(this, this::endBoot);
          }
          done.done();
        });
    return ready;
  }

  /** Ends the boot after the steps that plugins have added, then runs the steps of ready. */
  private void endBoot(@Nullable Throwable failure) {
    loader.ready(
        (error, done) -> {
          done.accept(null, error);
          complete(booted, failure);
          CompletableFuture<Void> steps;
          synchronized (this) {
            steps = lastReadyStep;
          }
          var unused = steps.whenComplete((value, ignored) -> completeReady(failure));
        });
  }

  /** Whoever waits for ready is to find everything frozen. */
  private void completeReady(@Nullable Throwable failure) {
    if (started.isDone()) {
      complete(ready, failure);
    } else {
      // Not on the thread of the loader: code of the application may wait for it.
      var unused = started.thenCompose(at -> loader.run(() -> complete(ready, failure)));
    }
  }

  private void start() {
    state.start();
    started.complete(null);
  }

  private static void complete(CompletableFuture<Void> future, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(failure);
    }
  }

  /** The stage of a {@code ready()} within a plugin: everything is loaded. */
  CompletableFuture<Void> readyWithin() {
    CompletableFuture<Void> future = new CompletableFuture<>();
    loader.ready(
        (error, done) -> {
          done.done();
          complete(future, error);
        });
    return future;
  }

  /** Adds a step; it does not boot the server, whose declaration may go on. */
  synchronized void readyStep(BootStep step) {
    lastReadyStep =
        lastReadyStep.thenCompose(
            ran ->
                booted
                    .<@Nullable Throwable>handle((value, error) -> error)
                    .thenCompose(error -> runReadyStep(step, error)));
  }

  private CompletableFuture<Void> runReadyStep(BootStep step, @Nullable Throwable error) {
    CompletionStage<?> stage;
    try {
      stage = step.ready(error);
    } catch (Throwable e) {
      readyStepFailed(e);
      stage = null;
    }
    if (stage == null) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> over = new CompletableFuture<>();
    long limit = Millis.of(options.pluginTimeout());
    Runnable cancelTimer =
        limit == 0 ? () -> {} : threads.timer(limit, () -> complete(over, PluginLoader.late()));
    stage.whenComplete(
        (value, failure) -> {
          cancelTimer.run();
          complete(over, failure);
        });
    // On a thread of ours: what comes next is code of the application.
    return over.handleAsync(
        (value, failure) -> {
          if (failure != null) {
            readyStepFailed(failure);
          }
          return null;
        },
        threads::body);
  }

  private void readyStepFailed(Throwable failure) {
    logger.error(AwaitedStage.unwrapped(failure), "a step of ready failed");
  }

  private CompletableFuture<Void> injectable() {
    if (state.isStopping()) {
      return CompletableFuture.failedFuture(ErrorCode.FST_ERR_REOPENED_CLOSE_SERVER.error());
    }
    return ready();
  }

  /** While it closes, and later, requests of other servers get 503, as its own ones. */
  CompletableFuture<Void> route(IncomingRequest request, OutgoingResponse response) {
    return inject.route(
        request,
        response,
        () ->
            state.isStopping() && dispatcher != null
                ? CompletableFuture.completedFuture(null)
                : injectable());
  }

  // Listening

  CompletableFuture<String> listen(ListenOptions where) {
    return listener.listen(where);
  }

  List<InetSocketAddress> addresses() {
    return listener.addresses();
  }

  String listeningOrigin() {
    return listener.origin();
  }

  @Override
  public void dispatch(Exchange exchange) {
    open().dispatch(exchange);
  }

  @Override
  public void clientError(
      ClientFault fault, Throwable cause, dev.fastjava.http.ClientConnection connection) {
    open().clientError(fault, cause, connection);
  }

  private Dispatcher open() {
    Dispatcher current = dispatcher;
    if (current == null) {
      throw new IllegalStateException("The server is not ready");
    }
    return current;
  }

  // Closing

  CompletableFuture<Void> close() {
    if (state.askClose()) {
      CompletableFuture<Void> steps = new CompletableFuture<>();
      if (state.isBooting()) {
        // A boot under way ends first, hooks included: none of them meets what is closed already.
        var unused = booted.whenComplete((value, error) -> loader.close(steps));
      } else {
        loader.close(steps);
      }
      var unused = steps.whenComplete((value, error) -> release(error));
    }
    return closed;
  }

  /** The last step of closing: no thread is left. */
  private void release(@Nullable Throwable failure) {
    state.stop();
    inject.drain(DRAIN_MILLIS);
    // Who has little time for requests has little for what they leave behind.
    runtime.close(Math.max(MIN_PATIENCE_MILLIS, Millis.of(options.closeTimeout()) / 10));
    if (ownsLogger) {
      logger.close();
    } else {
      logger.flush();
    }
    threads.interruptGivenUp();
    complete(closed, failure);
  }

  private boolean isOnEventLoop() {
    return inject.isOnEventLoop() || listener.isOnEventLoop();
  }

  void closeAndWait() {
    closed.requireNotOnEventLoop();
    CompletableFuture<Void> end = close();
    if (threads.isAwaited()) {
      return;
    }
    try {
      end.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw dev.fastjava.internal.lifecycle.Thrown.<RuntimeException>sneaky(cause);
    }
  }

  /** The first step of closing: preClose hooks, then no more connections. */
  private void stop(Done done) {
    state.stop();
    open().closing();
    Throwable failure = AppHooks.runPreClose(this);
    var unused =
        listener
            .close(options.forceCloseConnections(), Millis.of(options.closeTimeout()))
            .whenComplete((value, error) -> done.accept(null, failure));
  }
}
