package dev.fastjava.user;

import dev.fastjava.AbortHook;
import dev.fastjava.AbortSignal;
import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.AsyncBootHook;
import dev.fastjava.AsyncHooks;
import dev.fastjava.BodyHook;
import dev.fastjava.BodyParser;
import dev.fastjava.BodyStream;
import dev.fastjava.BootHook;
import dev.fastjava.BootRegistry;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CallbackBootHook;
import dev.fastjava.CallbackInstanceBootHook;
import dev.fastjava.CloseHook;
import dev.fastjava.Closer;
import dev.fastjava.ContextHook;
import dev.fastjava.Done;
import dev.fastjava.ErrorHook;
import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.HookRegistry;
import dev.fastjava.ParserRegistry;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadDone;
import dev.fastjava.PayloadHook;
import dev.fastjava.Reply;
import dev.fastjava.ReplyBody;
import dev.fastjava.Request;
import dev.fastjava.RequestHooks;
import dev.fastjava.RequestListener;
import dev.fastjava.ResultDone;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteHook;
import dev.fastjava.RouteHooks;
import dev.fastjava.Trailer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Each kind of step, in each of its styles. */
final class Steps {
  private Steps() {}

  private static CompletionStage<@Nullable Void> later() {
    return CompletableFuture.completedFuture(null);
  }

  private static ReplyBody size(Request request, Reply reply, ReplyBody body) {
    reply.header("x-size", body.size());
    return body;
  }

  static <S> void onRequests(RequestHooks<S> hooks) {
    Hook plain = (request, reply) -> request.log().debug("seen");
    Hook.Callback callback = (request, reply, done) -> done.done();
    hooks.onRequest(plain);
    hooks.preHandler(callback);
    ParsingHook parsing = (request, reply, body) -> body.decode(GZIPInputStream::new);
    ParsingHook.Callback parsingLater =
        (request, reply, body, done) -> {
          BodyStream.Decoder unzip = GZIPInputStream::new;
          done.done(body.decode(unzip));
        };
    hooks.preParsing(parsing);
    hooks.preParsing(parsingLater);
    PayloadHook payload = (request, reply, value) -> value;
    PayloadHook.Callback payloadLater = Steps::keep;
    hooks.preSerialization(payload);
    hooks.onSend(payloadLater);
    BodyHook sized = Steps::size;
    hooks.onSend(sized);
    ErrorHook error = (request, reply, problem) -> request.log().error(problem);
    ErrorHook.Callback errorLater = (request, reply, problem, done) -> done.done();
    hooks.onError(error);
    hooks.onError(errorLater);
    AbortHook aborted = request -> request.log().info("gone");
    AbortHook.Callback abortedLater = (request, done) -> done.done();
    hooks.onRequestAbort(aborted);
    hooks.onRequestAbort(abortedLater);
  }

  private static void keep(
      dev.fastjava.Request request,
      dev.fastjava.Reply reply,
      @Nullable Object payload,
      PayloadDone done) {
    done.done(payload);
  }

  static <S> void onRequestsAsync(AsyncHooks<S> hooks) {
    Hook.Async plain = (request, reply) -> later();
    ParsingHook.Async parsing = (request, reply, body) -> CompletableFuture.completedFuture(body);
    PayloadHook.Async payload = (request, reply, value) -> CompletableFuture.completedFuture(value);
    ErrorHook.Async error = (request, reply, problem) -> later();
    AbortHook.Async aborted = request -> later();
    hooks.onRequestAsync(plain);
    hooks.preParsingAsync(parsing);
    hooks.onSendAsync(payload);
    hooks.onErrorAsync(error);
    hooks.onRequestAbortAsync(aborted);
  }

  static void onBoot(BootRegistry boot) {
    BootHook failed = error -> {};
    CallbackBootHook callback = (error, done) -> done.done();
    CallbackInstanceBootHook instance = (error, app, done) -> done.done();
    AsyncBootHook async = error -> later();
    boot.after(failed).after(callback).after(instance).afterAsync(async);
  }

  static void ofApplication(HookRegistry hooks, AutoCloseable pool) {
    AppHook warm = () -> {};
    CallbackAppHook warmLater = Done::done;
    AsyncAppHook warmAsync = Steps::later;
    hooks.onReady(warm);
    hooks.onListen(warmLater);
    hooks.preCloseAsync(warmAsync);
    CloseHook close = app -> app.log().info("closed");
    CloseHook.Callback closeLater = (app, done) -> done.done();
    CloseHook.Async closeAsync = app -> later();
    Closer closer = pool::close;
    Closer.Async closerAsync = Steps::later;
    hooks.onClose(close).onClose(closeLater).onCloseAsync(closeAsync);
    hooks.onClose(closer).onCloseAsync(closerAsync);
    ContextHook context = (app, options) -> app.log().info(app.pluginName());
    RouteHook route = Steps::first;
    hooks.onRegister(context).onRoute(route);
  }

  private static void first(RouteDefinition route, Fastjava instance) {
    RouteHooks first = route.hooks().first();
    first.onRequest((request, reply) -> instance.log().debug("first"));
  }

  static void parsers(ParserRegistry parsers) {
    BodyParser.Plain<String> lines = (request, text) -> List.of(text.split("\n"));
    BodyParser.Callback<byte[]> size =
        (request, bytes, done) -> {
          ResultDone result = done;
          result.done(bytes.length);
        };
    parsers.addContentTypeParser("text/lines", BodyParser.text(lines));
    parsers.addContentTypeParser("application/size", BodyParser.bytes(size));
  }

  static boolean readsText(BodyParser parser) {
    return parser.input() == BodyParser.Input.STRING;
  }

  static final Trailer DIGEST = (reply, payload) -> "none";
  static final Trailer.Callback DIGEST_LATER = (reply, payload, done) -> done.done("none");

  static void stopWith(AbortSignal signal, Runnable work) {
    signal.onAbort(work);
  }

  static final RequestListener LISTENER = RequestListener.mdc("requestId");
}
