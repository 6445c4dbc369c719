package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.OnServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Makes the instance of what the beans of a context say about its options. */
final class InstanceCreation {
  /** Beans of ours, which properties speak through, begin so. */
  private static final String OWN = "fastjava";

  /** Where the application's own server listens, and with what protection. */
  private static final String SETTINGS_OF_APPLICATION = "fastjavaServerSettings";

  private final OrderedBeans beans;
  private final BeanPlaces places;

  InstanceCreation(ConfigurableListableBeanFactory factory) {
    this.beans = new OrderedBeans(factory, OnServer.APPLICATION);
    this.places = new BeanPlaces(factory);
  }

  Fastjava create() {
    return create(beans.ofType(FastjavaOptionsCustomizer.class));
  }

  /**
   * Makes a server beside the application's own: with what properties say, and not what beans say
   * of the application's.
   *
   * @param own what is said of it, after the properties
   */
  Fastjava createFurther(FastjavaOptionsCustomizer own) {
    Map<String, FastjavaOptionsCustomizer> customizers = new LinkedHashMap<>();
    beans
        .ofType(FastjavaOptionsCustomizer.class)
        .forEach(
            (name, customizer) -> {
              if (name.startsWith(OWN) && !name.equals(SETTINGS_OF_APPLICATION)) {
                customizers.put(name, customizer);
              }
            });
    customizers.put(OWN, own);
    return create(customizers);
  }

  private Fastjava create(Map<String, FastjavaOptionsCustomizer> customizers) {
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
