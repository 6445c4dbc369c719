package dev.fastjava.internal.boot;

import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.AsyncBootHook;
import dev.fastjava.BootHook;
import dev.fastjava.CallbackBootHook;
import dev.fastjava.CallbackInstanceBootHook;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ContextHook;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.FoundRoute;
import dev.fastjava.Handler;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteInfo;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.inject.Inject;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.logging.Logger;
import dev.fastjava.option.ListenOptions;
import dev.fastjava.option.PrintRoutesOptions;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import dev.fastjava.spi.RequestIdGenerator;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An encapsulation context: what was declared here and what it had from its parent when it was
 * made. Each kind of thing has a scope of its own. Here are plugins, routes, hooks and handlers;
 * decorators, schemas and parsers are in {@link InstanceContents}; what concerns the whole server
 * is in {@link Server}.
 *
 * <p>Reference: Encapsulation; Plugins.
 */
final class Instance extends InstanceContents {
  final @Nullable Instance parent;
  final List<Instance> children = new ArrayList<>();
  final HookScope hooks;
  final ErrorScope errors;
  final NotFoundScope notFound;
  final String prefix;
  final @Nullable LogLevel logLevel;
  final Map<String, LogSerializer> logSerializers;
  final Execution execution;
  final PluginNames names;
  final Inherited<ChildLoggerFactory> childLoggerFactory;
  final Inherited<RequestIdGenerator> genReqId;

  /** Makes the root. */
  Instance(Server server) {
    super(server);
    this.parent = null;
    this.hooks = new HookScope();
    this.errors = new ErrorScope(server, null);
    this.notFound = NotFoundScope.root(this);
    this.prefix = "";
    this.logLevel = null;
    this.logSerializers = Map.of();
    this.execution = server.options().execution();
    this.names = PluginNames.root();
    this.childLoggerFactory = new Inherited<>(server.options().childLoggerFactory());
    this.genReqId = new Inherited<>(server.options().genReqId());
  }

  private Instance(Instance parent, String name, PluginOptions options) {
    super(parent);
    this.parent = parent;
    this.hooks = parent.hooks.child();
    this.errors = new ErrorScope(parent.server, parent.errors);
    this.prefix = Prefixes.join(parent.prefix, options.prefix());
    this.notFound =
        options.prefix() == null || options.prefix().isEmpty()
            ? parent.notFound
            : NotFoundScope.below(parent.notFound, this);
    this.logLevel = options.logLevel() == null ? parent.logLevel : options.logLevel();
    Map<String, LogSerializer> serializers = new LinkedHashMap<>(parent.logSerializers);
    serializers.putAll(options.logSerializers());
    this.logSerializers = Map.copyOf(serializers);
    this.execution = options.execution() == null ? parent.execution : options.execution();
    this.names = parent.names.child(name);
    this.childLoggerFactory = parent.childLoggerFactory.child();
    this.genReqId = parent.genReqId.child();
  }

  /** Enters a plugin: makes the context it works in, or returns this one for a shared plugin. */
  Instance enter(String name, PluginMeta meta, PluginOptions options) throws Exception {
    PluginChecks.check(this, meta);
    if (meta.name() != null) {
      names.register(meta.name());
    }
    if (meta.shared()) {
      names.enter(name);
      List<String> unused = PluginChecks.optionsOfContext(options);
      if (!unused.isEmpty()) {
        server.warnings().optionsOfShared(name, unused);
      }
      return this;
    }
    Instance child = new Instance(this, name, options);
    children.add(child);
    for (Object hook : child.hooks.of("onRegister")) {
      ((ContextHook) hook).run(child, options);
    }
    return child;
  }

  @Override
  List<Instance> children() {
    return children;
  }

  // Plugins and boot

  @Override
  public Fastjava register(Plugin plugin, PluginOptions options) {
    return registerWith(plugin, parentInstance -> options);
  }

  @Override
  public Fastjava registerWith(Plugin plugin, Function<Fastjava, PluginOptions> options) {
    requirePlugin(plugin);
    PluginNode.Body body =
        (instance, given, done) -> {
          plugin.register(instance, given);
          done.done();
        };
    return register(plugin, plugin.displayName(), plugin.meta(), body, options);
  }

  @Override
  public Fastjava register(Plugin.Callback plugin, PluginOptions options) {
    return registerWith(plugin, parentInstance -> options);
  }

  @Override
  public Fastjava registerWith(Plugin.Callback plugin, Function<Fastjava, PluginOptions> options) {
    requirePlugin(plugin);
    return register(plugin, plugin.displayName(), plugin.meta(), plugin::register, options);
  }

  @Override
  public Fastjava registerAsync(Plugin.Async plugin, PluginOptions options) {
    return registerWithAsync(plugin, parentInstance -> options);
  }

  @Override
  public Fastjava registerWithAsync(
      Plugin.Async plugin, Function<Fastjava, PluginOptions> options) {
    requirePlugin(plugin);
    PluginNode.Body body =
        (instance, given, done) -> AwaitedStage.end(plugin.register(instance, given), done);
    return register(plugin, plugin.displayName(), plugin.meta(), body, options);
  }

  private Fastjava register(
      Object plugin,
      @Nullable String displayName,
      PluginMeta meta,
      PluginNode.Body body,
      Function<Fastjava, PluginOptions> options) {
    LambdaNames names = server.lambdaNames();
    server
        .loader()
        .register(
            this,
            new PluginNode.Registration(
                names.distinct(PluginNames.of(plugin, displayName, meta), plugin),
                names.distinct(PluginNames.ownName(plugin, displayName, meta), plugin),
                body,
                meta,
                options::apply));
    return this;
  }

  private static void requirePlugin(@Nullable Object plugin) {
    if (plugin == null) {
      throw ErrorCode.FST_ERR_PLUGIN_NOT_VALID.error(
          "Plugin must be a Plugin, an Plugin.Async or a Plugin.Callback. Received: null");
    }
  }

  @Override
  public CompletableFuture<Fastjava> after() {
    return server.loader().loadRegistered(this).thenApply(loaded -> this);
  }

  @Override
  public Fastjava after(AppHook step) {
    return after(BootStep.of(step));
  }

  @Override
  public Fastjava after(BootHook step) {
    return after(BootStep.of(step));
  }

  @Override
  public Fastjava after(CallbackBootHook step) {
    server.loader().after(this, step::run);
    return this;
  }

  @Override
  public Fastjava after(CallbackInstanceBootHook step) {
    server.loader().after(this, (error, done) -> step.run(error, this, done));
    return this;
  }

  @Override
  public Fastjava afterAsync(AsyncAppHook step) {
    return after(BootStep.of(step));
  }

  @Override
  public Fastjava afterAsync(AsyncBootHook step) {
    return after(BootStep.of(step));
  }

  private Fastjava after(BootStep step) {
    server.loader().after(this, step::load);
    return this;
  }

  @Override
  public CompletableFuture<Fastjava> ready() {
    return parent == null
        ? server.ready().thenApply(ready -> this)
        : server.readyWithin().thenApply(ready -> this);
  }

  @Override
  public Fastjava whenReady(AppHook step) {
    return ready(BootStep.of(step));
  }

  @Override
  public Fastjava whenReady(BootHook step) {
    return ready(BootStep.of(step));
  }

  @Override
  public Fastjava whenReady(CallbackBootHook step) {
    return ready(BootStep.of(step));
  }

  @Override
  public Fastjava whenReady(CallbackInstanceBootHook step) {
    return ready(BootStep.of((CallbackBootHook) (error, done) -> step.run(error, this, done)));
  }

  @Override
  public Fastjava whenReadyAsync(AsyncAppHook step) {
    return ready(BootStep.of(step));
  }

  @Override
  public Fastjava whenReadyAsync(AsyncBootHook step) {
    return ready(BootStep.of(step));
  }

  private Fastjava ready(BootStep step) {
    if (parent == null) {
      server.readyStep(step);
    } else {
      server.loader().ready(step::load);
    }
    return this;
  }

  @Override
  public CompletableFuture<String> listen(Consumer<ListenOptions.Builder> options) {
    return server.listen(ListenOptions.of(options));
  }

  @Override
  public List<InetSocketAddress> addresses() {
    return server.addresses();
  }

  @Override
  public String listeningOrigin() {
    return server.listeningOrigin();
  }

  @Override
  public CompletableFuture<Void> routing(IncomingRequest request, OutgoingResponse response) {
    return server.route(request, response);
  }

  @Override
  public Inject inject() {
    return server.inject();
  }

  @Override
  public CompletableFuture<Void> closeAsync() {
    return server.close();
  }

  @Override
  public void close() {
    server.closeAndWait();
  }

  // Routes

  @Override
  public Fastjava route(RouteDefinition route) {
    server.requireNotStarted("Cannot add route!");
    new RouteRegistration(this).add(route.copy());
    return this;
  }

  @Override
  public Fastjava addHttpMethod(String method) {
    server.addHttpMethod(method, false);
    return this;
  }

  @Override
  public Fastjava addHttpMethodWithBody(String method) {
    server.addHttpMethod(method, true);
    return this;
  }

  @Override
  public List<RouteInfo> routes() {
    return server.routes().infos();
  }

  @Override
  public List<String> supportedMethods() {
    return server.methods().all();
  }

  @Override
  public boolean hasRoute(String method, String url) {
    return hasRoute(method, url, Map.of());
  }

  @Override
  public boolean hasRoute(String method, String url, Map<String, ?> constraints) {
    return server.routes().has(method, url, constraints);
  }

  @Override
  public @Nullable FoundRoute findRoute(String method, String url) {
    return findRoute(method, url, Map.of());
  }

  @Override
  public @Nullable FoundRoute findRoute(String method, String url, Map<String, ?> constraints) {
    return server.routes().find(method, url, constraints);
  }

  @Override
  public String printRoutes() {
    return server.routes().print(PrintRoutesOptions.defaults());
  }

  @Override
  public String printRoutes(Consumer<PrintRoutesOptions.Builder> options) {
    return server.routes().print(PrintRoutesOptions.of(options));
  }

  @Override
  public Fastjava addConstraintStrategy(ConstraintStrategy strategy) {
    server.requireNotStarted("Cannot add constraint strategy!");
    server.routes().addConstraintStrategy(strategy);
    return this;
  }

  @Override
  public boolean hasConstraintStrategy(String name) {
    return server.routes().hasConstraintStrategy(name);
  }

  // Hooks

  @Override
  public Fastjava addHook(String name, Object hook) {
    server.requireNotStarted("Cannot call \"addHook\"!");
    if (name == null) {
      throw ErrorCode.FST_ERR_HOOK_INVALID_TYPE.error();
    }
    if (hook == null || HookScope.isKnown(name)) {
      HookScope.check(name, hook);
    }
    DeclaredAt place = server.loader().declaredHere("An " + name + " hook");
    if (name.equals("onClose")) {
      AppHooks.Added closing = AppHooks.Added.closing(this, hook, place);
      server.loader().onClose((error, done) -> closing.run(server, done), () -> closing.late(name));
    } else if (HookScope.isOfApplication(name)) {
      hooks.add(name, AppHooks.Added.of(hook, place));
    } else if (HookScope.isImmediate(name)) {
      hooks.add(name, hook);
    } else {
      server
          .loader()
          .afterInternally(
              this,
              () -> {
                try {
                  HookScope.check(name, hook);
                } catch (RuntimeException e) {
                  place.addTo(e);
                  throw e;
                }
                addHookHereAndBelow(name, hook);
              });
    }
    return this;
  }

  private void addHookHereAndBelow(String name, Object hook) {
    hooks.add(name, hook);
    children.forEach(child -> child.addHookHereAndBelow(name, hook));
  }

  // Errors, not found, ids, logs

  @Override
  public Fastjava setErrorHandler(ErrorHandler handler) {
    server.requireNotStarted("Cannot call \"setErrorHandler\"!");
    errors.set(handler);
    return this;
  }

  @Override
  public ErrorHandler errorHandler() {
    return errors.nearest();
  }

  @Override
  public Fastjava setNotFoundHandler() {
    server.requireNotStarted("Cannot call \"setNotFoundHandler\"!");
    RouteDefinition none = RouteDefinition.create().url(prefix, "");
    notFound.set(this, none.handler(NotFoundRoute.BASIC).describe(), null);
    return this;
  }

  @Override
  public Fastjava setNotFoundHandler(Consumer<RouteDefinition> options, Handler handler) {
    server.requireNotStarted("Cannot call \"setNotFoundHandler\"!");
    RouteDefinition definition = RouteDefinition.create();
    options.accept(definition);
    NotFoundOptions.check(definition.describe());
    notFound.set(this, definition.url(prefix, "").handler(handler).describe(), handler);
    return this;
  }

  @Override
  public Fastjava setGenReqId(RequestIdGenerator generator) {
    server.requireNotStarted("Cannot call \"setGenReqId\"!");
    genReqId.set(generator);
    return this;
  }

  @Override
  public Fastjava setChildLoggerFactory(ChildLoggerFactory factory) {
    server.requireNotStarted("Cannot call \"setChildLoggerFactory\"!");
    childLoggerFactory.set(factory);
    return this;
  }

  @Override
  public RequestIdGenerator genReqId() {
    RequestIdGenerator given = genReqId.get();
    return given == null ? request -> server.runtime().nextRequestId() : given;
  }

  @Override
  public ChildLoggerFactory childLoggerFactory() {
    ChildLoggerFactory given = childLoggerFactory.get();
    return given == null ? (logger, bindings, child, raw) -> logger.child(bindings, child) : given;
  }

  @Override
  public Fastjava addRequestListener(RequestListener listener) {
    server.requireNotStarted("Cannot call \"addRequestListener\"!");
    server.addRequestListener(listener);
    return this;
  }

  @Override
  String place() {
    return PluginPlace.of(this);
  }

  @Override
  public Logger log() {
    return server.logger();
  }

  @Override
  public String prefix() {
    return prefix;
  }

  @Override
  public String pluginName() {
    return names.chain();
  }

  @Override
  public boolean hasPlugin(String name) {
    return names.has(name);
  }

  @Override
  public String printPlugins() {
    return server.loader().print();
  }

  @Override
  public Map<String, Object> initialConfig() {
    return server.initialConfig();
  }

  @Override
  public String version() {
    return BuildVersion.VERSION;
  }
}
