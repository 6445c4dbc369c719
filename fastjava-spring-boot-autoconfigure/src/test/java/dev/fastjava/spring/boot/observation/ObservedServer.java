package dev.fastjava.spring.boot.observation;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server whose requests are observed, and the contexts of those that are over. */
final class ObservedServer
    implements AutoCloseable, ObservationHandler<ServerRequestObservationContext> {
  final TestObservationRegistry registry = TestObservationRegistry.create();
  final Fastjava app;
  private final BlockingQueue<ServerRequestObservationContext> ended = new LinkedBlockingQueue<>();

  ObservedServer(Consumer<FastjavaOptions.Builder> options) {
    registry.observationConfig().observationHandler(this);
    app =
        Fastjava.create(options)
            .decorateRequest(ServerRequestObservationContext.KEY)
            .addRequestListener(
                new ObservationListener(
                    registry,
                    new DefaultServerRequestObservationConvention(),
                    ThreadContext.ofRegistry()))
            .addRequestListener(new ObservationListener.End());
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }

  @Override
  public void onStop(ServerRequestObservationContext context) {
    ended.add(context);
  }

  /** The next request that is over. */
  ServerRequestObservationContext next() {
    try {
      ServerRequestObservationContext context = ended.poll(20, TimeUnit.SECONDS);
      if (context == null) {
        throw new AssertionError("no request has ended");
      }
      return context;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A low-cardinality value of a request that is over. */
  static String value(ServerRequestObservationContext context, String key) {
    return Objects.requireNonNull(context.getLowCardinalityKeyValue(key)).getValue();
  }

  @Override
  public void close() {
    app.close();
  }
}
