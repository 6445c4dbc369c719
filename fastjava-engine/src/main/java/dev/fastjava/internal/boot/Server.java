package dev.fastjava.internal.boot;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.LogController;
import dev.fastjava.RequestListener;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.internal.inject.InjectSender;
import dev.fastjava.internal.lifecycle.ControlledRequestLog;
import dev.fastjava.internal.lifecycle.Dispatcher;
import dev.fastjava.internal.lifecycle.ErrorTranslation;
import dev.fastjava.internal.lifecycle.RequestLog;
import dev.fastjava.internal.lifecycle.RequestThreads;
import dev.fastjava.internal.lifecycle.ServerRuntime;
import dev.fastjava.internal.request.ProxyTrust;
import dev.fastjava.logging.Logger;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import dev.fastjava.spi.ValidationMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One server: makes its parts, which its contexts share, and lets requests in once the boot has
 * opened it. How it gets there is in {@link ServerBoot}, how it listens in {@link Listener}, how it
 * ends in {@link Shutdown}, and how far it has come in {@link ServerState}.
 *
 * <p>Reference: Server.
 */
final class Server implements RequestDispatcher {
  final FastjavaOptions options;
  final Warnings warnings;
  final Logger logger;
  final Map<String, Object> initialConfig;
  final ServerJson json;
  final ServerRuntime runtime;
  final ServerState state = new ServerState();
  final BootThreads threads = new BootThreads();
  final ServerBoot boot = new ServerBoot(this);
  final PluginLoader loader;
  final BootSteps steps;
  final LambdaNames lambdaNames = new LambdaNames();
  final MethodTable methods = new MethodTable();
  final Routes routes;
  final List<RequestListener> listeners = new ArrayList<>();
  final Context root;
  final Listener listener;
  final InjectSender inject;
  final Shutdown shutdown;

  /** Null until the boot has made it. */
  private volatile @Nullable Dispatcher dispatcher;

  Server(FastjavaOptions options) {
    OptionChecks.check(options);
    this.options = options;
    this.warnings = new Warnings(options.warningListener());
    this.logger = Loggers.of(options);
    this.initialConfig = InitialConfig.of(options);
    this.json = new ServerJson(options, warnings);
    String idHeader = options.requestIdHeader();
    this.runtime =
        new ServerRuntime(
            requestLog(),
            new RequestThreads(options.workerThreads(), options.workerQueue()),
            json.writer,
            json.binder,
            ProxyTrust.of(options.trustProxy()),
            idHeader == null || idHeader.isEmpty() ? null : idHeader.toLowerCase(Locale.ROOT),
            options.routerOptions().querystringParser());
    ValidationMessages messages = options.validationMessages();
    runtime.translation(
        messages == null ? null : new ErrorTranslation(messages, options.validationLocale()));
    long timeout = Millis.of(options.pluginTimeout());
    this.loader = new PluginLoader(threads, timeout);
    this.steps = new BootSteps(threads, loader, timeout, boot::start);
    this.routes = new Routes(options.routerOptions());
    options.routerOptions().constraints().forEach(routes::addConstraintStrategy);
    this.root = new Context(this);
    this.listener = new Listener(this);
    this.inject = new InjectSender(this::injectable, this, json::toBytes, json.mapper);
    this.shutdown = new Shutdown(this);
    loader.open(root, boot::compile);
    root.setNotFoundHandler();
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

  boolean isStarted() {
    return state.isStarted();
  }

  void requireNotStarted(String message) {
    if (state.isStarted()) {
      throw ErrorCode.FST_ERR_INSTANCE_ALREADY_LISTENING.error(message);
    }
  }

  boolean isOnEventLoop() {
    return inject.isOnEventLoop() || listener.isOnEventLoop();
  }

  // Requests

  /** Lets requests in. */
  void open(Dispatcher made) {
    dispatcher = made;
  }

  /** What takes the requests; the boot has made it. */
  Dispatcher opened() {
    Dispatcher current = dispatcher;
    if (current == null) {
      throw new IllegalStateException("The server is not ready");
    }
    return current;
  }

  @Override
  public void dispatch(Exchange exchange) {
    opened().dispatch(exchange);
  }

  @Override
  public void clientError(ClientFault fault, Throwable cause, ClientConnection connection) {
    opened().clientError(fault, cause, connection);
  }

  private CompletableFuture<Void> injectable() {
    if (state.isStopping()) {
      return CompletableFuture.failedFuture(ErrorCode.FST_ERR_REOPENED_CLOSE_SERVER.error());
    }
    return boot.ready();
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
}
