package dev.fastjava.spring.boot.docs;

import dev.fastjava.Request;
import dev.fastjava.spring.boot.observation.DefaultServerRequestObservationConvention;
import dev.fastjava.spring.boot.observation.ServerRequestObservationContext;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.stereotype.Component;

@Component
class TenantKeys extends DefaultServerRequestObservationConvention {
  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    Request request = context.getCarrier();
    boolean internal = request != null && request.raw().header("x-internal") != null;
    return super.getLowCardinalityKeyValues(context)
        .and(KeyValue.of("internal", Boolean.toString(internal)));
  }
}
