package dev.fastjava.internal.boot;

import dev.fastjava.ContextHook;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.Handler;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.ReplySerializer;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.FormattedError;
import dev.fastjava.internal.lifecycle.RequestIds;
import dev.fastjava.internal.lifecycle.RouteContext;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.logging.Logger;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An encapsulation context: what was declared here and what it had from its parent when it was
 * made. Each kind of thing has a scope of its own, and what the API says of it stands in an
 * interface of its own; what concerns the whole server is in {@link Server}.
 *
 * <p>Reference: Encapsulation; Plugins.
 */
final class Context
    implements DecoratorCalls, SchemaCalls, ParserCalls, RouteCalls, HookCalls, PluginCalls {
  final Server server;
  final @Nullable Context parent;
  final List<Context> children = new ArrayList<>();
  final ServerDecorators decorators;
  final DecoratorScope requestDecorators;
  final DecoratorScope replyDecorators;
  final ParserScope parsers;
  final SchemaScope schemas;
  final HookScope hooks;
  final ErrorScope errors;
  final NotFoundScope notFound;
  final Inherited<ReplySerializer> replySerializer;
  final Inherited<SchemaErrorFormatter> schemaErrorFormatter;
  final Inherited<ChildLoggerFactory> childLoggerFactory;
  final Inherited<RequestIdGenerator> genReqId;
  final PluginNames names;
  final String prefix;
  final @Nullable LogLevel logLevel;
  final Map<String, LogSerializer> logSerializers;
  final Execution execution;

  /** Made with the first of its routes; null before. */
  private RouteContext.@Nullable Shared shared;

  /** Makes the root. */
  Context(Server server) {
    this.server = server;
    this.parent = null;
    this.decorators = new ServerDecorators(this, null);
    this.requestDecorators = BuiltInNames.requestDecorators();
    this.replyDecorators = BuiltInNames.replyDecorators();
    this.parsers = new ParserScope(server);
    this.schemas = server.json.newSchemaScope();
    this.hooks = new HookScope();
    this.errors = new ErrorScope(server, null);
    this.notFound = new NotFoundScope(null);
    this.replySerializer = new Inherited<>(null);
    this.schemaErrorFormatter = new Inherited<>(server.options.schemaErrorFormatter());
    this.childLoggerFactory = new Inherited<>(server.options.childLoggerFactory());
    this.genReqId = new Inherited<>(server.options.genReqId());
    this.names = PluginNames.root();
    this.prefix = "";
    this.logLevel = null;
    this.logSerializers = Map.of();
    this.execution = server.options.execution();
  }

  private Context(Context parent, String name, PluginOptions options) {
    this.server = parent.server;
    this.parent = parent;
    this.decorators = new ServerDecorators(this, parent.decorators);
    this.requestDecorators = parent.requestDecorators.child();
    this.replyDecorators = parent.replyDecorators.child();
    this.parsers = parent.parsers.child();
    this.schemas = parent.schemas.child();
    this.hooks = parent.hooks.child();
    this.errors = new ErrorScope(parent.server, parent.errors);
    boolean sharesPrefix = options.prefix() == null || options.prefix().isEmpty();
    this.notFound = sharesPrefix ? parent.notFound : new NotFoundScope(parent.notFound);
    this.replySerializer = parent.replySerializer.child();
    this.schemaErrorFormatter = parent.schemaErrorFormatter.child();
    this.childLoggerFactory = parent.childLoggerFactory.child();
    this.genReqId = parent.genReqId.child();
    this.names = parent.names.child(name);
    this.prefix = joined(parent.prefix, options.prefix());
    this.logLevel = options.logLevel() == null ? parent.logLevel : options.logLevel();
    Map<String, LogSerializer> serializers = new LinkedHashMap<>(parent.logSerializers);
    serializers.putAll(options.logSerializers());
    this.logSerializers = Map.copyOf(serializers);
    this.execution = options.execution() == null ? parent.execution : options.execution();
  }

  /** How prefixes of nested plugins join. Reference: Routes, Route Prefixing. */
  private static String joined(String outer, @Nullable String inner) {
    if (inner == null || inner.isEmpty()) {
      return outer;
    }
    if (outer.endsWith("/") && inner.startsWith("/")) {
      return outer + inner.substring(1);
    }
    return inner.startsWith("/") || outer.endsWith("/") ? outer + inner : outer + '/' + inner;
  }

  @Override
  public Context context() {
    return this;
  }

  /** Enters a plugin: makes the context it works in, or returns this one for a shared plugin. */
  Context enter(String name, PluginMeta meta, PluginOptions options) throws Exception {
    PluginChecks.check(this, meta);
    if (meta.name() != null) {
      names.register(meta.name());
    }
    if (meta.shared()) {
      names.enter(name);
      List<String> unused = PluginChecks.optionsOfContext(options);
      if (!unused.isEmpty()) {
        server.warnings.optionsOfShared(name, unused);
      }
      return this;
    }
    Context child = new Context(this, name, options);
    children.add(child);
    for (Object hook : child.hooks.of("onRegister")) {
      ((ContextHook) hook).run(child, options);
    }
    return child;
  }

  /** What its routes have in common; asked for when all is loaded. */
  RouteContext.Shared shared() {
    RouteContext.Shared known = shared;
    if (known == null) {
      known =
          new RouteContext.Shared(
              this,
              parsers.table(),
              server.methods.withBody(),
              server.options.bodyLimit(),
              requestDecorators.table(),
              replyDecorators.table(),
              Objects.requireNonNullElse(genReqId.get(), RequestIds.COUNTED));
      shared = known;
    }
    return known;
  }

  /**
   * Refuses what may be declared before the start only.
   *
   * @param call the method, for the message
   */
  void requireNotStarted(String call) {
    server.requireNotStarted("Cannot call \"" + call + "\"!");
  }

  // Errors, replies, not found

  @Override
  public Context setErrorHandler(ErrorHandler handler) {
    requireNotStarted("setErrorHandler");
    errors.set(handler);
    return this;
  }

  @Override
  public ErrorHandler errorHandler() {
    return errors.chain().get(0);
  }

  @Override
  public Context setNotFoundHandler() {
    requireNotStarted("setNotFoundHandler");
    notFound.setDefault(this);
    return this;
  }

  @Override
  public Context setNotFoundHandler(Consumer<RouteDefinition> options, Handler handler) {
    requireNotStarted("setNotFoundHandler");
    notFound.set(this, options, handler);
    return this;
  }

  @Override
  public Context setReplySerializer(ReplySerializer serializer) {
    requireNotStarted("setReplySerializer");
    replySerializer.set(serializer);
    return this;
  }

  @Override
  public Context setSchemaErrorFormatter(SchemaErrorFormatter formatter) {
    requireNotStarted("setSchemaErrorFormatter");
    if (formatter == null) {
      throw ErrorCode.FST_ERR_SCHEMA_ERROR_FORMATTER_NOT_FN.error("object");
    }
    schemaErrorFormatter.set(formatter);
    return this;
  }

  @Override
  public SchemaErrorFormatter schemaErrorFormatter() {
    SchemaErrorFormatter given = schemaErrorFormatter.get();
    return given == null ? FormattedError::format : given;
  }

  // Ids, logs, listeners

  @Override
  public Context setGenReqId(RequestIdGenerator generator) {
    requireNotStarted("setGenReqId");
    genReqId.set(generator);
    return this;
  }

  @Override
  public RequestIdGenerator genReqId() {
    RequestIdGenerator given = genReqId.get();
    return given == null ? request -> server.runtime.nextRequestId() : given;
  }

  @Override
  public Context setChildLoggerFactory(ChildLoggerFactory factory) {
    requireNotStarted("setChildLoggerFactory");
    childLoggerFactory.set(factory);
    return this;
  }

  @Override
  public ChildLoggerFactory childLoggerFactory() {
    ChildLoggerFactory given = childLoggerFactory.get();
    return given == null ? (logger, bindings, child, raw) -> logger.child(bindings, child) : given;
  }

  @Override
  public Context addRequestListener(RequestListener listener) {
    requireNotStarted("addRequestListener");
    server.listeners.add(listener);
    return this;
  }

  @Override
  public void warn(CustomWarningCode code, Object... arguments) {
    server.warnings.custom(code, server.isStarted() ? path() : server.loader.path(), arguments);
  }

  /** The plugins it belongs to: {@code root -> api -> users}. */
  private String path() {
    String own = names.chain();
    return parent == null ? own.replaceFirst("^fastify", "root") : parent.path() + " -> " + own;
  }

  @Override
  public Logger log() {
    return server.logger;
  }

  @Override
  public String prefix() {
    return prefix;
  }

  @Override
  public Map<String, Object> initialConfig() {
    return server.initialConfig;
  }

  @Override
  public String version() {
    return BuildVersion.VERSION;
  }
}
