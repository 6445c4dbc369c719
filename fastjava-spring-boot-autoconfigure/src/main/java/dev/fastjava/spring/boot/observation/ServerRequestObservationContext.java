package dev.fastjava.spring.boot.observation;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.type.DecoratorKey;
import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request that is observed. Tracing reads its parent from the headers of the
 * request, by the propagation that the application has chosen: W3C, B3 and whatever else there is.
 */
public final class ServerRequestObservationContext
    extends RequestReplyReceiverContext<Request, Reply> {
  static final DecoratorKey<RequestObservation> KEY =
      DecoratorKey.of("fastjavaObservation", RequestObservation.class);

  private final @Nullable String pathPattern;
  private boolean connectionAborted;

  /**
   * Makes the context of a request.
   *
   * @param request the request
   * @param reply its reply
   */
  public ServerRequestObservationContext(Request request, Reply reply) {
    super(new HeaderGetter());
    setCarrier(request);
    setResponse(reply);
    // A handler may call the not-found handler later; the route is what the request is told by.
    this.pathPattern = request.is404() ? null : request.routeOptions().url();
  }

  /**
   * Finds the context of a request, to add key values or to set the error in a hook or handler.
   *
   * @param request the request
   * @return its context; empty when it is not observed
   */
  public static Optional<ServerRequestObservationContext> findCurrent(Request request) {
    RequestObservation observation =
        request.server().hasRequestDecorator(KEY) ? request.get(KEY) : null;
    return observation == null ? Optional.empty() : observation.context();
  }

  /**
   * Returns the template of the route, as it was declared: {@code /users/:id}.
   *
   * @return the template with the prefixes of its plugins; null when no route was found
   */
  public @Nullable String getPathPattern() {
    return pathPattern;
  }

  /**
   * Returns whether the connection broke before the response was complete.
   *
   * @return true from then on
   */
  public boolean isConnectionAborted() {
    return connectionAborted;
  }

  /**
   * Sets whether the connection broke.
   *
   * @param connectionAborted whether it did
   */
  public void setConnectionAborted(boolean connectionAborted) {
    this.connectionAborted = connectionAborted;
  }

  /** Reads headers. */
  private static final class HeaderGetter implements Propagator.Getter<Request> {

    @Override
    public @Nullable String get(Request carrier, String key) {
      return carrier.raw().header(key);
    }

    @Override
    public Iterable<String> getAll(Request carrier, String key) {
      return carrier.raw().headers().all(key);
    }
  }
}
