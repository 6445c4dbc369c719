package dev.fastjava.internal.netty;

import java.util.concurrent.Flow;

/** What the second reader of a body gets: an error. */
final class RefusedSubscription implements Flow.Subscription {
  private RefusedSubscription() {}

  static IllegalStateException readTwice() {
    return new IllegalStateException("The request body can be read once only");
  }

  static void refuse(Flow.Subscriber<?> subscriber) {
    subscriber.onSubscribe(new RefusedSubscription());
    subscriber.onError(readTwice());
  }

  @Override
  public void request(long count) {
    // There is nothing to deliver.
  }

  @Override
  public void cancel() {
    // There is nothing to stop.
  }
}
