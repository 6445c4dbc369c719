package dev.fastjava;

import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.logging.Logger;
import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.option.ListenOptions;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.WarningListener;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A server, or one encapsulation context of it. The root is made by {@link #create}; each plugin
 * gets an instance of its own that inherits from its parent.
 *
 * <p>Routes, hooks, plugins, decorators and schemas are declared before boot, by one thread at a
 * time. {@link #ready()}, {@link #listen} and {@link #inject} boot the server; from then on
 * everything is frozen and thread-safe.
 *
 * <p>Reference: Server.
 */
@ProvidedByEngine
public interface Fastjava
    extends RouteRegistry,
        HookRegistry,
        DecoratorRegistry,
        SchemaRegistry,
        ParserRegistry,
        BootRegistry,
        AutoCloseable {
  /**
   * Makes a server with default options.
   *
   * @return the root instance, not booted
   */
  static Fastjava create() {
    return create(FastjavaOptions.defaults());
  }

  /**
   * Makes a server.
   *
   * @param options sets its options
   * @return the root instance, not booted
   */
  static Fastjava create(Consumer<FastjavaOptions.Builder> options) {
    return create(FastjavaOptions.of(options));
  }

  /**
   * Makes a server.
   *
   * @param options its options
   * @return the root instance, not booted
   */
  static Fastjava create(FastjavaOptions options) {
    return Engine.FACTORY.apply(options);
  }

  /**
   * Registers a plugin; it is loaded at boot, in order.
   *
   * <p>A stage its lambda ends with is dropped: {@link #registerAsync(Plugin.Async)} waits for it.
   *
   * @param plugin the plugin
   * @return this
   */
  default Fastjava register(Plugin plugin) {
    return register(plugin, PluginOptions.NONE);
  }

  /**
   * Registers a plugin with options.
   *
   * @param plugin the plugin
   * @param options sets prefix, log level and the plugin's own options
   * @return this
   */
  default Fastjava register(Plugin plugin, Consumer<PluginOptions.Builder> options) {
    return register(plugin, PluginOptions.of(options));
  }

  /**
   * Registers a plugin with options.
   *
   * @param plugin the plugin
   * @param options prefix, log level and the plugin's own options
   * @return this
   */
  Fastjava register(Plugin plugin, PluginOptions options);

  /**
   * Registers a plugin with options that are computed when its turn has come.
   *
   * @param plugin the plugin
   * @param options makes the options of the parent instance
   * @return this
   */
  Fastjava registerWith(Plugin plugin, Function<Fastjava, PluginOptions> options);

  /**
   * Registers a plugin in callback style.
   *
   * @param plugin the plugin
   * @return this
   */
  default Fastjava register(Plugin.Callback plugin) {
    return register(plugin, PluginOptions.NONE);
  }

  /**
   * Registers a plugin in callback style with options.
   *
   * @param plugin the plugin
   * @param options sets prefix, log level and the plugin's own options
   * @return this
   */
  default Fastjava register(Plugin.Callback plugin, Consumer<PluginOptions.Builder> options) {
    return register(plugin, PluginOptions.of(options));
  }

  /**
   * Registers a plugin in callback style with options.
   *
   * @param plugin the plugin
   * @param options prefix, log level and the plugin's own options
   * @return this
   */
  Fastjava register(Plugin.Callback plugin, PluginOptions options);

  /**
   * Registers a plugin in callback style with options that are computed when its turn has come.
   *
   * @param plugin the plugin
   * @param options makes the options of the parent instance
   * @return this
   */
  Fastjava registerWith(Plugin.Callback plugin, Function<Fastjava, PluginOptions> options);

  /**
   * Registers a plugin that is ready when the stage it returns completes; it is loaded at boot, in
   * order.
   *
   * @param plugin the plugin
   * @return this
   */
  default Fastjava registerAsync(Plugin.Async plugin) {
    return registerAsync(plugin, PluginOptions.NONE);
  }

  /**
   * Registers a plugin that is ready when the stage it returns completes, with options.
   *
   * @param plugin the plugin
   * @param options sets prefix, log level and the plugin's own options
   * @return this
   */
  default Fastjava registerAsync(Plugin.Async plugin, Consumer<PluginOptions.Builder> options) {
    return registerAsync(plugin, PluginOptions.of(options));
  }

  /**
   * Registers a plugin that is ready when the stage it returns completes, with options.
   *
   * @param plugin the plugin
   * @param options prefix, log level and the plugin's own options
   * @return this
   */
  Fastjava registerAsync(Plugin.Async plugin, PluginOptions options);

  /**
   * Registers a plugin that is ready when the stage it returns completes, with options that are
   * computed when its turn has come.
   *
   * @param plugin the plugin
   * @param options makes the options of the parent instance
   * @return this
   */
  Fastjava registerWithAsync(Plugin.Async plugin, Function<Fastjava, PluginOptions> options);

  /**
   * Boots the server and listens on a free port of {@code localhost}.
   *
   * @return completes with the address, such as {@code http://127.0.0.1:3000}
   */
  default CompletableFuture<String> listen() {
    return listen(options -> {});
  }

  /**
   * Boots the server and listens.
   *
   * @param options sets port and host
   * @return completes with the address, such as {@code http://127.0.0.1:3000}; fails with the error
   *     of the boot, {@link java.net.BindException} for a port in use, {@code
   *     FST_ERR_REOPENED_SERVER} when it listens already, {@code FST_ERR_REOPENED_CLOSE_SERVER}
   *     when closing was asked for before the socket was open. After a failure nothing is left
   *     open, and another port may be tried
   */
  CompletableFuture<String> listen(Consumer<ListenOptions.Builder> options);

  /**
   * Returns the addresses the server listens on.
   *
   * @return empty when it does not listen
   */
  List<InetSocketAddress> addresses();

  /**
   * Returns the last address the server listens on as a url.
   *
   * @return the origin, such as {@code http://127.0.0.1:3000}
   */
  String listeningOrigin();

  /**
   * Sends a request through the whole application without a socket; boots the server. Blocks.
   *
   * @param url the path and query of a GET request
   * @return the response
   */
  default InjectResponse inject(String url) {
    return inject(request -> request.url(url));
  }

  /**
   * Sends a request through the whole application without a socket; boots the server. Blocks.
   *
   * @param request sets method, url, headers and payload
   * @return the response
   */
  default InjectResponse inject(Consumer<InjectRequest> request) {
    return inject().send(request);
  }

  /**
   * Returns the sender of in-memory requests.
   *
   * @return the sender; thread-safe
   */
  Inject inject();

  /**
   * Hands over a request that another server has received, such as a gateway, a container or a
   * function of a cloud: it goes the way of all requests, from {@code rewriteUrl} on. Boots the
   * server, which does not have to listen.
   *
   * <p>Closing does not wait for such requests, whose connections are not ours; from then on they
   * get 503.
   *
   * <p>Reference: Server, routing.
   *
   * @param request the request
   * @param response takes the response
   * @return completes when the response has been handed over completely; fails with the error of
   *     the boot or of the response, after {@link OutgoingResponse#abort}. Cancel it when the
   *     client has gone: the request is aborted then, as one of our own connections
   */
  CompletableFuture<Void> routing(IncomingRequest request, OutgoingResponse response);

  /**
   * Closes the server: preClose hooks, then no new connections, requests under way are finished,
   * then onClose hooks. It may be called at any time, from hooks and plugins too: a boot under way
   * ends first, a server that was not booted loads its plugins first, and a {@link #listen} that
   * has not opened its socket yet is refused. When all is closed, no thread of the server is left.
   *
   * @return completes when all is closed; the same stage for every call. Fails with the last error
   *     of a preClose or onClose hook, which carries those before it as suppressed ones. Plugins
   *     and hooks that closing has to wait for, and what runs on an event loop of this server,
   *     cannot wait for this stage: {@code join} and {@code get} throw {@link
   *     IllegalStateException} there
   */
  CompletableFuture<Void> closeAsync();

  /**
   * Closes the server and waits, see {@link #closeAsync()}. Called from a plugin or a hook that
   * closing has to wait for itself, it does not wait: closing goes on when that code has ended.
   *
   * @throws IllegalStateException on an event loop of this server, where waiting would keep the
   *     connections from being closed; nothing has been closed then, use {@link #closeAsync()}
   */
  @Override
  void close();

  /**
   * Sets the error handler of this context.
   *
   * @param handler turns errors into replies
   * @return this
   */
  Fastjava setErrorHandler(ErrorHandler handler);

  /**
   * Returns the error handler of this context, for handlers that decide by themselves which one
   * goes on: {@code return request.server().errorHandler().handle(error, request, reply)}.
   *
   * @return the nearest one set here or above; else the default one, which takes status and headers
   *     from the error, logs it and sends it
   */
  ErrorHandler errorHandler();

  /**
   * Sets the not-found handler of this context's prefix.
   *
   * @param handler answers requests no route matches, and {@link Reply#callNotFound()}
   * @return this
   */
  default Fastjava setNotFoundHandler(Handler handler) {
    return setNotFoundHandler(route -> {}, handler);
  }

  /**
   * Sets the not-found handler of this context's prefix with hooks of its own.
   *
   * @param options adds preValidation and preHandler hooks; sets views, the execution, options of
   *     logging. Without a {@code replyView} it has the one that onRoute hooks of this context give
   *     to all routes they see
   * @param handler answers requests no route matches, and {@link Reply#callNotFound()}
   * @return this
   * @throws IllegalArgumentException when an option is set that only routes have: a schema, an
   *     error handler, limits
   */
  Fastjava setNotFoundHandler(Consumer<RouteDefinition> options, Handler handler);

  /**
   * Uses the default not-found handler for this context's prefix, with the hooks of the context.
   *
   * @return this
   */
  Fastjava setNotFoundHandler();

  /**
   * Sets what makes the request ids of this context.
   *
   * @param generator makes an id
   * @return this
   */
  Fastjava setGenReqId(RequestIdGenerator generator);

  /**
   * Sets what makes the loggers of this context's requests.
   *
   * @param factory makes a logger
   * @return this
   */
  Fastjava setChildLoggerFactory(ChildLoggerFactory factory);

  /**
   * Returns what makes the request ids of this context.
   *
   * @return the nearest one set here or above; else the counter of the server, which gives {@code
   *     req-1} and so on
   */
  RequestIdGenerator genReqId();

  /**
   * Returns what makes the loggers of this context's requests, for factories that add to it.
   *
   * @return the nearest one set here or above; else the default one, which makes a child with the
   *     bindings and options it gets
   */
  ChildLoggerFactory childLoggerFactory();

  /**
   * Adds a listener to the handlers of the whole server.
   *
   * @param listener watches them
   * @return this
   */
  Fastjava addRequestListener(RequestListener listener);

  /**
   * Tells of what looks wrong but works, as the framework does: to the {@link WarningListener} or
   * the log, with the plugin. At any time, from any thread.
   *
   * @param code what is told, once by each server unless it is unlimited
   * @param arguments what its message is completed with
   */
  void warn(CustomWarningCode code, Object... arguments);

  /**
   * Returns the logger of the server.
   *
   * @return the logger; a silent one when logging is off
   */
  Logger log();

  /**
   * Returns the prefix of this context's routes.
   *
   * @return the prefix; empty at the root
   */
  String prefix();

  /**
   * Returns the names of the plugins this context belongs to.
   *
   * @return the name; joined by {@code " -> "} when shared plugins were loaded into it
   */
  String pluginName();

  /**
   * Returns the contexts of the plugins that were loaded in this one, shared plugins having none.
   *
   * @return the contexts in the order in which they were made; an immutable list
   */
  List<Fastjava> children();

  /**
   * Returns whether a plugin was registered here or above.
   *
   * @param name its name
   * @return true when it was
   */
  boolean hasPlugin(String name);

  /**
   * Prints the tree of plugins with the time each took to load.
   *
   * @return several lines
   */
  String printPlugins();

  /**
   * Returns the options the server was made with, defaults included.
   *
   * @return an unmodifiable map by the reference's names
   */
  Map<String, Object> initialConfig();

  /**
   * Returns the version of the framework.
   *
   * @return a semantic version
   */
  String version();
}
