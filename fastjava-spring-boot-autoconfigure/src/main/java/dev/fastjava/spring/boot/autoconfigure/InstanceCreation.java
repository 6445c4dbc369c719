package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Makes the instance of what the beans of a context say about its options. */
final class InstanceCreation {
  /** Beans of ours, which properties speak through, begin so. */
  private static final String OWN = "fastjava";

  private final OrderedBeans beans;
  private final BeanPlaces places;

  InstanceCreation(ConfigurableListableBeanFactory factory) {
    this.beans = new OrderedBeans(factory);
    this.places = new BeanPlaces(factory);
  }

  Fastjava create() {
    Map<String, FastjavaOptionsCustomizer> customizers =
        beans.ofType(FastjavaOptionsCustomizer.class);
    StartFailures failures = new StartFailures(places);
    try {
      return Fastjava.create(
          options ->
              customizers.forEach(
                  (name, customizer) -> {
                    try {
                      customizer.customize(options);
                    } catch (RuntimeException failure) {
                      throw failures.of("Customizing options by", name, failure);
                    }
                  }));
    } catch (BeanRegistrationException told) {
      throw told;
    } catch (RuntimeException failure) {
      String changed =
          customizers.keySet().stream()
              .filter(name -> !name.startsWith(OWN))
              .map(places::describe)
              .collect(Collectors.joining(", and "));
      throw StartFailures.exception(
          "The options of the server"
              + (changed.isEmpty() ? "" : ", changed by " + changed + ",")
              + " are refused",
          failure);
    }
  }
}
