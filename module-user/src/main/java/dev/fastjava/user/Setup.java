package dev.fastjava.user;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ContentSchemas;
import dev.fastjava.DeclaredHook;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.LogController;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.ReplyAdapter;
import dev.fastjava.RouteSchema;
import dev.fastjava.RouterOptions;
import dev.fastjava.http.HeaderNames;
import dev.fastjava.http.Headers;
import dev.fastjava.http.RawRequest;
import dev.fastjava.mark.ForImplementation;
import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.option.Bytes;
import dev.fastjava.option.ClientAuth;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.option.ListenOptions;
import dev.fastjava.option.Poisoning;
import dev.fastjava.option.PrefixTrailingSlash;
import dev.fastjava.option.PrintRoutesOptions;
import dev.fastjava.option.TlsOptions;
import dev.fastjava.option.TrustProxy;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.SchemaController;
import dev.fastjava.spi.TextConverter;
import dev.fastjava.spi.UrlRewriter;
import dev.fastjava.spi.ValidationMessages;
import dev.fastjava.type.OptionKey;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The options of the shop. */
final class Setup {
  private Setup() {}

  static final OptionKey<Integer> SHELVES = OptionKey.of("shelves", Integer.class);
  static final PluginOptions PLUGIN = PluginOptions.of(Setup::plugin);
  static final PluginMeta META = PluginMeta.of(Setup::meta);
  static final HttpOptions HTTP = HttpOptions.of(Setup::http);
  static final ListenOptions LISTEN = ListenOptions.of(Setup::listen);
  static final RouterOptions ROUTER = RouterOptions.of(Setup::router);
  static final PrintRoutesOptions PRINTED = PrintRoutesOptions.of(Setup::printed);
  static final PrefixTrailingSlash SLASH = PrefixTrailingSlash.NO_SLASH;

  /** How many hooks a context and those below it have. */
  static long hooks(Fastjava app, String phase) {
    long inside = app.children().stream().mapToLong(child -> hooks(child, phase)).sum();
    return inside
        + app.declaredHooks().stream().map(DeclaredHook::phase).filter(phase::equals).count();
  }

  private static void plugin(PluginOptions.Builder options) {
    options.prefix("/orders").set(SHELVES, 3);
  }

  private static void meta(PluginMeta.Builder meta) {
    meta.name("orders").version(">=0.1");
  }

  private static void http(HttpOptions.Builder options) {
    options.requestTimeout(Duration.ofSeconds(10)).maxHeaderSize(Bytes.ofKibibytes(16));
  }

  /** For clients that show who they are. */
  static TlsOptions encrypted(SSLContext context) {
    return TlsOptions.of(t -> tls(t.context(context)));
  }

  private static void tls(TlsOptions.Builder options) {
    options.clientAuth(ClientAuth.NEED);
  }

  private static void listen(ListenOptions.Builder options) {
    options.host("127.0.0.1").port(0);
  }

  private static void router(RouterOptions.Builder options) {
    options.caseSensitive(false).constraint(new Region());
  }

  private static void printed(PrintRoutesOptions.Builder options) {
    options.commonPrefix(false);
  }

  private static final UrlRewriter REWRITER =
      (RawRequest request) -> request.url().replace("/shop/", "/");

  /** Orders that come by another way than our sockets; what they say is not kept. */
  static CompletableFuture<Void> take(Fastjava app, IncomingRequest request) {
    return app.routing(
        request,
        new OutgoingResponse() {
          @Override
          public void head(int status, Headers headers) {}

          @Override
          public CompletionStage<?> write(ByteBuffer part) {
            return OutgoingResponse.written();
          }

          @Override
          public void end(Headers trailers) {}

          @Override
          public void abort(Throwable cause) {}
        });
  }

  private static void fromMail(IncomingRequest.Builder request) {
    request.remoteAddress("192.0.2.1");
  }

  static final IncomingRequest MAILED = IncomingRequest.of("POST", "/orders", Setup::fromMail);

  private static final TextConverter TEXTS = Setup::ofText;

  private static TextConverter.@Nullable Conversion ofText(Class<?> type) {
    return type == Locale.class ? new Locales() : null;
  }

  private static final ValidationMessages WORDS =
      (error, locale) -> locale.getLanguage().equals("de") ? "falsch: " + error.keyword() : null;
  private static final RequestIdGenerator IDS = request -> "shop-" + request.remotePort();
  private static final ChildLoggerFactory CHILDREN =
      (log, bindings, options, request) -> log.child(bindings, options);

  private static final LogController LINES = new LogController() {};

  static void configure(FastjavaOptions.Builder options, OutputStream log) {
    options
        .http(Setup::http)
        .routerOptions(Setup::router)
        .execution(Execution.EVENT_LOOP)
        .bodyLimit(Bytes.ofMebibytes(1))
        .emptyJsonBody(EmptyJsonBody.ERROR)
        .forceCloseConnections(ForceClose.IDLE)
        .onProtoPoisoning(Poisoning.ERROR)
        .trustProxy(TrustProxy.addresses("loopback"))
        .rewriteUrl(REWRITER)
        .genReqId(IDS)
        .childLoggerFactory(CHILDREN)
        .logController(LINES)
        .textConverter(TEXTS)
        .validationMessages(WORDS)
        .replyAdapter(new Plain())
        .clientErrorHandler(Problems.BROKEN_CLIENTS)
        .warningListener(Problems.WARNINGS)
        .schemaController(SchemaController.of(Setup::schemas))
        .loggerOptions(l -> Logs.configure(l, log));
  }

  private static void schemas(SchemaController.Builder schemas) {
    schemas.validators(Checks.lenientHeaders());
  }

  static void byType(RouteSchema schema) {
    schema.response(200, Setup::types);
  }

  private static void types(ContentSchemas types) {
    types.content("application/json", Order.class).content("text/plain", String.class);
  }

  /**
   * Routes by the region of the client: an interface that is {@link ForImplementation}, from a
   * request that is {@link ProvidedByEngine}.
   */
  private static final class Region implements ConstraintStrategy {
    @Override
    public String name() {
      return "region";
    }

    @Override
    public @Nullable Object derive(RawRequest request) {
      return request.header(HeaderNames.ORIGIN);
    }

    @Override
    public ConstraintStrategy.Storage storage() {
      return ConstraintStrategy.super.storage();
    }
  }

  private static final class Locales implements TextConverter.Conversion {
    @Override
    public Object convert(String text) {
      return Locale.forLanguageTag(text);
    }
  }

  /** Payloads and errors are replies as they are. */
  private static final class Plain implements ReplyAdapter {}
}
