package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Passes a body on to a subscriber as it arrives, on the event loop. While the subscriber asks for
 * nothing, pieces wait here, and beyond a mark the client is slowed down.
 */
final class BodyDelivery implements BodySink, Flow.Subscription {
  private final Flow.Subscriber<? super ByteBuffer> subscriber;
  private final BodySource source;
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private long demand;
  private boolean emitting;
  private boolean complete;
  private @Nullable Throwable failure;
  private boolean over;

  BodyDelivery(Flow.Subscriber<? super ByteBuffer> subscriber, BodySource source) {
    this.subscriber = subscriber;
    this.source = source;
  }

  @Override
  public void request(long count) {
    onLoop(() -> requested(count));
  }

  @Override
  public void cancel() {
    onLoop(
        () -> {
          stop();
          source.demandChanged();
        });
  }

  @Override
  public void add(ByteBuf content) {
    byte[] piece = new byte[content.readableBytes()];
    content.readBytes(piece);
    add(piece);
  }

  @Override
  public void add(byte[] content) {
    if (!over) {
      waiting.add(content);
      waitingBytes += content.length;
      emit();
    }
  }

  @Override
  public void complete() {
    complete = true;
    emit();
  }

  @Override
  public void fail(Throwable cause) {
    failure = cause;
    emit();
  }

  @Override
  public boolean wantsBytes() {
    return over || RequestBody.hasRoom(waitingBytes, waiting.size());
  }

  @Override
  public boolean isOver() {
    return over;
  }

  private void requested(long count) {
    boolean wantedBytes = wantsBytes();
    if (count <= 0) {
      waiting.clear();
      waitingBytes = 0;
      failure = new IllegalArgumentException("Requested " + count + " pieces");
    } else {
      long sum = demand + count;
      demand = sum < 0 ? Long.MAX_VALUE : sum;
    }
    emit();
    if (wantsBytes() != wantedBytes) {
      source.demandChanged();
    }
  }

  /** Subscribers ask for more out of onNext: that ends in the loop here instead of recursion. */
  private void emit() {
    if (emitting) {
      return;
    }
    emitting = true;
    try {
      while (!over && demand > 0 && !waiting.isEmpty()) {
        byte[] piece = waiting.remove();
        waitingBytes -= piece.length;
        demand--;
        subscriber.onNext(ByteBuffer.wrap(piece));
      }
    } catch (RuntimeException e) {
      // The subscriber breaks its contract; it gets no more.
      stop();
      subscriber.onError(e);
    } finally {
      emitting = false;
    }
    if (over || !waiting.isEmpty()) {
      return;
    }
    if (failure != null) {
      stop();
      subscriber.onError(failure);
    } else if (complete) {
      stop();
      subscriber.onComplete();
    }
  }

  private void stop() {
    over = true;
    waiting.clear();
    waitingBytes = 0;
  }

  private void onLoop(Runnable task) {
    if (source.eventLoop().inEventLoop()) {
      task.run();
    } else {
      source.eventLoop().execute(task);
    }
  }
}
