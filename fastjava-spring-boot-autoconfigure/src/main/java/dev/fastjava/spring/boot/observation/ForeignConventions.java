package dev.fastjava.spring.boot.observation;

import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.ClassUtils;

/** Warns of conventions for Spring's own web servers, where there is none of these. */
final class ForeignConventions implements SmartInitializingSingleton {
  private static final Log logger = LogFactory.getLog(ForeignConventions.class);

  private static final List<String> TYPES =
      List.of(
          "org.springframework.http.server.observation.ServerRequestObservationConvention",
          "org.springframework.http.server.reactive.observation.ServerRequestObservationConvention");

  private final ListableBeanFactory factory;

  ForeignConventions(ListableBeanFactory factory) {
    this.factory = factory;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ClassLoader loader = getClass().getClassLoader();
    for (String type : TYPES) {
      if (ClassUtils.isPresent(type, loader)) {
        for (String name :
            factory.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false)) {
          logger.warn(
              "FastJava does nothing with the bean '%s', which is a %s. Implement %s instead."
                  .formatted(name, type, ServerRequestObservationConvention.class.getName()));
        }
      }
    }
  }
}
