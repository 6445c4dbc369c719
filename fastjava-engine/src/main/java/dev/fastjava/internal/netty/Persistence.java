package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import java.util.Locale;

/** Decides whether a connection of HTTP/1 is kept for another request. On its event loop. */
final class Persistence {
  /** How much of a body that nobody reads is received to keep the connection. */
  static final long LARGEST_DROP = 1 << 20;

  private final StrictRequestDecoder decoder;
  private final int maxRequests;
  private int requests;
  private boolean inputClosed;

  /** The server is closing: the connection ends with the current request. */
  private boolean closing;

  /** The last response allowed has been announced as such; requests beyond get a refusal. */
  private boolean spent;

  Persistence(StrictRequestDecoder decoder, int maxRequests) {
    this.decoder = decoder;
    this.maxRequests = maxRequests;
  }

  void requestBegins() {
    requests++;
  }

  boolean hasBegun() {
    return requests > 0;
  }

  boolean isBeyondLimit() {
    return requests > maxRequests;
  }

  boolean isSpent() {
    return spent;
  }

  void inputClosed() {
    inputClosed = true;
  }

  boolean isInputClosed() {
    return inputClosed;
  }

  void serverCloses() {
    closing = true;
  }

  /** Decides when the head of a response is written. */
  boolean staysOpenAfter(Http1Exchange exchange, ResponseHeaders headers, Framing framing) {
    spent = false;
    boolean asked = exchange.keepAliveAsked();
    Object connection = headers.get("connection");
    if (connection != null) {
      String options = connection.toString().toLowerCase(Locale.ROOT);
      asked = !options.contains("close") && (asked || options.contains("keep-alive"));
    }
    if (!asked || framing == Framing.UNTIL_CLOSE || inputClosed || !canDropBody(exchange)) {
      return false;
    }
    if (closing && !hasPartOfNextRequest(exchange)) {
      return false;
    }
    spent = requests >= maxRequests;
    return !spent;
  }

  /** Whether nothing is to come after a response that has announced nothing of that kind. */
  boolean isOverAfter(Http1Exchange exchange) {
    return !decoder.holdsRequest() && (inputClosed || (closing && !hasPartOfNextRequest(exchange)));
  }

  private boolean hasPartOfNextRequest(Http1Exchange exchange) {
    return exchange.body().isComplete() && decoder.hasPartOfRequest();
  }

  private static boolean canDropBody(Http1Exchange exchange) {
    return exchange.body().isComplete()
        || (!exchange.waitsForContinue() && exchange.announcedLength() <= LARGEST_DROP);
  }
}
