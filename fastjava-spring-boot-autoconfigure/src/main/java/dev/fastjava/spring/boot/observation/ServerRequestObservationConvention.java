package dev.fastjava.spring.boot.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observations of requests and their key values. A bean of this type takes the place of
 * {@link DefaultServerRequestObservationConvention}, which may be extended for it.
 */
public interface ServerRequestObservationConvention
    extends ObservationConvention<ServerRequestObservationContext> {

  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }
}
