package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyParser;
import dev.fastjava.BodyStream;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpException;
import dev.fastjava.internal.content.ContentTypeTable;
import dev.fastjava.internal.exchange.BodyReceiver;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request: finds the parser by content type, collects what it needs, checks
 * limit and length, and parses.
 *
 * <p>Reference: ContentTypeParser; Lifecycle.
 */
final class BodyReading implements BodyReceiver {
  private final RequestCycle cycle;
  private final @Nullable BodyStream replaced;
  private final BodyParser parser;

  /** Of nothing a parser that makes null makes no body. */
  private boolean empty;

  private BodyReading(RequestCycle cycle, @Nullable BodyStream replaced, BodyParser parser) {
    this.cycle = cycle;
    this.replaced = replaced;
    this.parser = parser;
  }

  /**
   * Reads the body and goes on with {@link RequestCycle#bodyRead}.
   *
   * @param body what a preParsing hook left; null for the body as received
   */
  static void read(RequestCycle cycle, @Nullable BodyStream body) {
    RouteContext context = cycle.context;
    // The request's own method decides: its route may have several, and a not-found handler any.
    if (!context.methodsWithBody.contains(cycle.exchange.method())) {
      cycle.bodyRead();
      return;
    }
    String contentType = cycle.request.header("content-type");
    if (contentType != null) {
      contentType = cycle.request.contentType();
    }
    ContentTypeTable.Match<BodyParser> match;
    if (contentType == null) {
      if (cycle.exchange.method().equals("QUERY")) {
        cycle.reply.code(400);
        cycle.fail(ErrorCode.FST_ERR_ROUTE_MISSING_CONTENT_TYPE.error(cycle.exchange.method()));
        return;
      }
      String length = cycle.request.header("content-length");
      if (cycle.request.header("transfer-encoding") == null
          && (length == null || length.equals("0"))) {
        cycle.bodyRead();
        return;
      }
      match = context.parsers.matchUntyped();
    } else {
      match = context.parsers.match(contentType);
      if (!match.type().isValid()) {
        cycle.reply.code(415);
        cycle.fail(ErrorCode.FST_ERR_CTP_INVALID_MEDIA_TYPE.error());
        return;
      }
    }
    BodyParser parser = match.parser();
    if (parser == null) {
      if (cycle.request.is404()) {
        cycle.bodyRead();
      } else {
        cycle.fail(ErrorCode.FST_ERR_CTP_INVALID_MEDIA_TYPE.error());
      }
      return;
    }
    new BodyReading(cycle, body, parser).read();
  }

  /** Whether the parser gets the body as it arrives. */
  static boolean takesStream(RequestCycle cycle) {
    RouteContext context = cycle.context;
    if (!context.methodsWithBody.contains(cycle.exchange.method())) {
      return false;
    }
    boolean typed = cycle.request.header("content-type") != null;
    String contentType = typed ? cycle.request.contentType() : null;
    BodyParser parser =
        (contentType == null ? context.parsers.matchUntyped() : context.parsers.match(contentType))
            .parser();
    return parser != null && parser.input() == BodyParser.Input.STREAM;
  }

  private void read() {
    if (parser.input() == BodyParser.Input.STREAM) {
      parse(replaced == null ? cycle.receivedBody() : replaced);
      return;
    }
    long limit = limit();
    long length = contentLength();
    if (length > limit) {
      tooLarge();
      return;
    }
    if (replaced == null) {
      // What arrives is collected on the event loop: no thread waits for it.
      cycle.endBodyTurn();
      cycle.exchange.collectBody(limit, this);
    } else {
      ReplacedBodyCollector.collect(cycle, replaced, limit, this);
    }
  }

  private long limit() {
    if (cycle.context.bodyLimit > 0) {
      return cycle.context.bodyLimit;
    }
    return parser.bodyLimit() > 0 ? parser.bodyLimit() : cycle.context.serverBodyLimit;
  }

  /** The announced length; -1 without one. */
  private long contentLength() {
    // As hooks see it: one that replaces the body may assign the length of what it gives.
    String text = cycle.request.header("content-length");
    if (text == null) {
      return -1;
    }
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      // A transport lets no such header through; an injected request may have one.
      return -1;
    }
  }

  @Override
  public void received(byte[] bytes) {
    cycle.inSegment(() -> parseCollected(bytes));
  }

  private void parseCollected(byte[] bytes) {
    long announced = contentLength();
    long encoded = replaced == null ? 0 : replaced.receivedEncodedLength();
    if (announced >= 0 && (encoded == 0 ? bytes.length : encoded) != announced) {
      refuse(ErrorCode.FST_ERR_CTP_INVALID_CONTENT_LENGTH.error());
      return;
    }
    empty = bytes.length == 0;
    parse(parser.inputOf(bytes));
  }

  @Override
  public void tooLarge() {
    cycle.inSegment(() -> refuse(ErrorCode.FST_ERR_CTP_BODY_TOO_LARGE.error()));
  }

  @Override
  public void failed(Throwable cause) {
    cycle.inSegment(() -> refuse(asClientError(cause)));
  }

  /** A body that cannot be read is the client's fault unless the error says otherwise. */
  private static Throwable asClientError(Throwable cause) {
    if (cause instanceof HttpError http && http.statusCode() >= 400) {
      return cause;
    }
    return new HttpException(
        400,
        cause.getMessage(),
        details -> {
          details.cause(cause);
          if (cause instanceof HttpError http && http.code() != null) {
            details.code(http.code());
          }
        });
  }

  private void parse(Object input) {
    if (parser.isCallback()) {
      parseByCallback(input);
      return;
    }
    Object body;
    try {
      JsonBodies json = input instanceof byte[] ? cycle.server.jsonBodies(parser) : null;
      body = json == null ? parser.parse(cycle.request, input) : readJson(json, (byte[]) input);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      refuse(e);
      return;
    }
    parsed(body, null);
  }

  private @Nullable Object readJson(JsonBodies json, byte[] bytes) {
    RouteValidators validators = cycle.context.validators;
    return json.read(bytes, validators != null && validators.readsTokens());
  }

  private void parseByCallback(Object input) {
    StepDone done =
        new StepDone(
            true,
            late -> cycle.submit(() -> parsed(late.value(), late.error())),
            again -> cycle.completedAgain("content-type parser", again));
    try {
      parser.parse(cycle.request, input, done);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      if (done.threw()) {
        refuse(e);
        return;
      }
      cycle.completedAgain("content-type parser", e);
    }
    if (done.returned()) {
      parsed(done.value(), done.error());
    } else {
      cycle.waits("the done of a content-type parser");
    }
  }

  private void parsed(@Nullable Object body, @Nullable Throwable error) {
    if (error != null) {
      refuse(error);
    } else if (body instanceof CompletionStage<?> stage) {
      cycle.waits("the stage that a content-type parser returned");
      stage.whenComplete(
          (value, failure) -> cycle.submit(() -> parsed(value, Failures.unwrap(failure))));
    } else if (!cycle.isCommitted()) {
      if (body != null || !empty) {
        cycle.request.setBody(body);
      }
      cycle.bodyRead();
    }
  }

  /** The client may go on sending: the connection cannot be used again. */
  private void refuse(Throwable error) {
    if (!cycle.isCommitted()) {
      cycle.reply.headers.set("connection", "close");
    }
    cycle.fail(error);
  }
}
