package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyParser;
import dev.fastjava.BodyStream;
import dev.fastjava.Execution;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpException;
import dev.fastjava.internal.content.ContentTypeTable;
import dev.fastjava.internal.exchange.BodyReceiver;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request: finds the parser by content type, collects what it needs, checks
 * limit and length, and parses. Goes on with {@link RequestCycle#bodyRead}.
 *
 * <p>Reference: ContentTypeParser; Lifecycle.
 */
final class BodyReading implements BodyReceiver {
  private final Call call;

  /** Only of a request whose body a worker may have to wait for; the event loop reads it too. */
  private volatile BodyTurns.@Nullable Turn turn;

  /** The body as received, once a preParsing hook wanted it. */
  private @Nullable BodyStream received;

  /** What preParsing hooks have put in its place. */
  private @Nullable BodyStream replaced;

  private @Nullable BodyParser parser;

  /** The length that the headers tell, as hooks have left them; -1 without one. */
  private long announced;

  /** Of nothing a parser that makes null makes no body. */
  private boolean empty;

  BodyReading(Call call) {
    this.call = call;
  }

  // Before it is read: who may have a thread wait for it.

  /** Returns false when the request goes on later, or not at all. */
  boolean mayBegin() {
    return !call.exchange.bodyIsArriving() || !holdsWorker() || beginTurn();
  }

  /** Whether a worker may have to wait for the body of this request. */
  private boolean holdsWorker() {
    RouteContext context = call.context();
    return call.server.threads().blocksWorkers(context.execution())
        && (context.hooks().has(Phase.PRE_PARSING)
            || (context.execution() == Execution.WORKER && takesStream()));
  }

  /** Whether the parser gets the body as it arrives. */
  private boolean takesStream() {
    if (!hasBodyMethod()) {
      return false;
    }
    String type = contentType();
    ContentTypeTable<BodyParser> parsers = call.context().shared().parsers();
    BodyParser parser = (type == null ? parsers.matchUntyped() : parsers.match(type)).parser();
    return parser != null && parser.input() == BodyParser.Input.STREAM;
  }

  private boolean beginTurn() {
    BodyTurns.Turn own =
        call.server.bodyTurns()
        .new Turn(() -> call.submit(call.way::bodyTurnCame), () -> call.submit(this::turnMissed));
    turn = own;
    boolean now = own.begin();
    if (call.end.isCommitted() || !call.exchange.isOpen()) {
      // The end of the response may have been told before there was a turn to end.
      now |= own.end();
      return now && !call.end.isCommitted();
    }
    if (!now) {
      call.waits("other clients that send their bodies: as many workers as may wait for bodies do");
    }
    return now;
  }

  private void turnMissed() {
    if (!call.end.isCommitted()) {
      refuse(new HttpException(503, "Too many requests wait for their bodies to be read"));
    }
  }

  private void endTurn() {
    BodyTurns.Turn own = turn;
    if (own != null) {
      own.end();
    }
  }

  /** The response is over; on the event loop. */
  void responseFinished() {
    if (turn != null) {
      // After the segment that runs: it may still wait for the body.
      call.submit(this::endTurn);
    }
  }

  // What hooks and parsers read.

  /** The body for a preParsing hook: what one before it has given, else the original. */
  BodyStream streamOf(@Nullable Object given) {
    if (given instanceof BodyStream stream) {
      return stream;
    }
    if (given instanceof InputStream stream) {
      return BodyStream.of(stream);
    }
    if (given != null) {
      throw new IllegalArgumentException(
          "A preParsing hook must return a BodyStream or InputStream",
          // Clients read the message, not the cause.
          new ClassCastException(given.getClass().getName()));
    }
    BodyStream stream = received;
    if (stream == null) {
      stream = receivedBody();
      received = stream;
    }
    return stream;
  }

  /** The body as it arrives. */
  private BodyStream receivedBody() {
    BodyStream stream = call.exchange.bodyStream();
    BodyTurns.Turn own = turn;
    return own == null ? stream : own.during(stream);
  }

  private boolean hasBodyMethod() {
    return call.context().shared().methodsWithBody().contains(call.exchange.method());
  }

  private @Nullable String contentType() {
    return call.request.header("content-type") == null ? null : call.request.contentType();
  }

  /** Reads the body as received, or what a preParsing hook left. */
  void read(@Nullable Object given) {
    replaced = given == null ? null : streamOf(given);
    if (!hasBodyMethod()) {
      end();
      return;
    }
    LiveRequest request = call.request;
    String type = contentType();
    // As hooks see it: one that replaces the body may assign the length of what it gives.
    String length = request.header("content-length");
    ContentTypeTable.Match<BodyParser> match;
    if (type == null) {
      if (call.exchange.method().equals("QUERY")) {
        call.reply.code(400);
        call.replying.fail(
            ErrorCode.FST_ERR_ROUTE_MISSING_CONTENT_TYPE.error(call.exchange.method()));
        return;
      }
      if ((length == null || length.equals("0")) && request.header("transfer-encoding") == null) {
        end();
        return;
      }
      match = call.context().shared().parsers().matchUntyped();
    } else {
      match = call.context().shared().parsers().match(type);
      if (!match.type().isValid()) {
        call.reply.code(415);
        call.replying.fail(ErrorCode.FST_ERR_CTP_INVALID_MEDIA_TYPE.error());
        return;
      }
    }
    BodyParser parser = match.parser();
    if (parser != null) {
      announced = lengthOf(length);
      read(parser);
    } else if (request.is404()) {
      end();
    } else {
      call.replying.fail(ErrorCode.FST_ERR_CTP_INVALID_MEDIA_TYPE.error());
    }
  }

  private static long lengthOf(@Nullable String text) {
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

  private void read(BodyParser found) {
    parser = found;
    BodyStream other = replaced;
    if (found.input() == BodyParser.Input.STREAM) {
      parse(found, other == null ? receivedBody() : other);
      return;
    }
    long limit = limit(found);
    if (announced > limit) {
      tooLarge();
    } else if (other == null) {
      // What arrives is collected on the event loop: no thread waits for it.
      endTurn();
      call.exchange.collectBody(limit, this);
    } else {
      ReplacedBodyCollector.collect(call, other, limit, this);
    }
  }

  private long limit(BodyParser found) {
    RouteContext context = call.context();
    if (context.bodyLimit() > 0) {
      return context.bodyLimit();
    }
    return found.bodyLimit() > 0 ? found.bodyLimit() : context.shared().serverBodyLimit();
  }

  @Override
  public void received(byte[] bytes) {
    call.inSegment(() -> parseCollected(bytes));
  }

  private void parseCollected(byte[] bytes) {
    BodyStream other = replaced;
    long encoded = other == null ? 0 : other.receivedEncodedLength();
    if (announced >= 0 && (encoded == 0 ? bytes.length : encoded) != announced) {
      refuse(ErrorCode.FST_ERR_CTP_INVALID_CONTENT_LENGTH.error());
      return;
    }
    empty = bytes.length == 0;
    BodyParser found = java.util.Objects.requireNonNull(parser);
    parse(found, found.inputOf(bytes));
  }

  @Override
  public void tooLarge() {
    call.inSegment(() -> refuse(ErrorCode.FST_ERR_CTP_BODY_TOO_LARGE.error()));
  }

  @Override
  public void failed(Throwable cause) {
    call.inSegment(() -> refuse(asClientError(cause)));
  }

  /** A body that cannot be read is the client's fault unless the error says otherwise. */
  private static Throwable asClientError(Throwable failure) {
    Throwable cause = Thrown.inner(failure);
    if (cause instanceof HttpError http && http.statusCode() >= 400) {
      return cause;
    }
    return new HttpException(
        400,
        ErrorMembers.message(cause, 400),
        details -> {
          details.cause(cause);
          if (cause instanceof HttpError http && http.code() != null) {
            details.code(http.code());
          }
        });
  }

  private void parse(BodyParser found, Object input) {
    if (found.isCallback()) {
      if (!call.call(
          "content-type parser",
          done -> found.parse(call.request, input, done),
          (body, error) -> parsed(body, error))) {
        call.waits("the done of a content-type parser");
      }
      return;
    }
    Object body;
    try {
      JsonBodies json = input instanceof byte[] ? call.server.jsonBodies(found) : null;
      body = json == null ? found.parse(call.request, input) : readJson(json, (byte[]) input);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      refuse(e);
      return;
    }
    parsed(body, null);
  }

  private @Nullable Object readJson(JsonBodies json, byte[] bytes) {
    RouteValidators validators = call.context().compiled().validators();
    return json.read(bytes, validators != null && validators.readsTokens());
  }

  private void parsed(@Nullable Object body, @Nullable Throwable error) {
    if (error != null) {
      refuse(error);
    } else if (body instanceof CompletionStage<?> stage) {
      call.waits("the stage that a content-type parser returned");
      stage.whenComplete(
          (value, failure) -> call.submit(() -> parsed(value, Thrown.unwrap(failure))));
    } else if (!call.end.isCommitted()) {
      if (body != null || !empty) {
        call.request.setBody(body);
      }
      end();
    }
  }

  /** The client may go on sending: the connection cannot be used again. */
  private void refuse(Throwable error) {
    if (!call.end.isCommitted()) {
      call.reply.headers.set("connection", "close");
    }
    call.replying.fail(error);
  }

  /** The request has its body, or none. */
  private void end() {
    if (turn != null && !call.exchange.bodyIsArriving()) {
      endTurn();
    }
    call.way.bodyRead();
  }
}
