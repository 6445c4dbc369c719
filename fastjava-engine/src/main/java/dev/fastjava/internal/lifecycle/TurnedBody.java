package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body that has its turn to be waited for; a subscriber holds no thread and needs none. */
final class TurnedBody implements BodyStream {
  private final BodyStream body;
  private final BodyTurns.Turn turn;

  TurnedBody(BodyStream body, BodyTurns.Turn turn) {
    this.body = body;
    this.turn = turn;
  }

  @Override
  public InputStream inputStream() {
    return body.inputStream();
  }

  @Override
  public long receivedEncodedLength() {
    return body.receivedEncodedLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    turn.end();
    body.subscribe(subscriber);
  }
}
