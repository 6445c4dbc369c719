package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.spring.boot.OnServer;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.env.Environment;

/**
 * The beans of a server, of this context and not of its parents, by name and in the order of {@code
 * Ordered} and {@code @Order}, the latter on the class or on the {@code @Bean} method.
 */
final class OrderedBeans {
  private static final String MANAGEMENT_SERVER = "fastjavaManagementServer";

  private final ConfigurableListableBeanFactory factory;
  private final String server;

  /**
   * Finds beans.
   *
   * @param server whose, see {@link OnServer}
   */
  OrderedBeans(ConfigurableListableBeanFactory factory, String server) {
    this.factory = factory;
    this.server = server;
  }

  /** Whether a bean is one of the server. */
  boolean isOnServer(String name) {
    OnServer annotation = factory.findAnnotationOnBean(name, OnServer.class);
    boolean ofApplication = server.equals(OnServer.APPLICATION);
    if (annotation == null) {
      return ofApplication;
    }
    List<String> servers = List.of(annotation.value());
    return servers.contains(server)
        || servers.contains(OnServer.ALL)
        || (ofApplication && servers.contains(OnServer.MANAGEMENT) && isManagementShared());
  }

  /** Whether there is one server for both, and the management is served at all. */
  private boolean isManagementShared() {
    Integer port =
        factory.getBean(Environment.class).getProperty("management.server.port", Integer.class);
    return (port == null || port >= 0) && !factory.containsBean(MANAGEMENT_SERVER);
  }

  /** Creates the beans of some types, each once; the order of equals is that of declaration. */
  Map<String, Object> ofTypes(List<Class<?>> types) {
    Set<String> names = new HashSet<>();
    types.forEach(
        type -> Collections.addAll(names, factory.getBeanNamesForType(type, false, true)));
    Map<String, Object> unordered = new LinkedHashMap<>();
    factory
        .getBeanNamesIterator()
        .forEachRemaining(
            name -> {
              if (names.contains(name) && isOnServer(name)) {
                unordered.put(name, factory.getBean(name));
              }
            });
    return sorted(unordered);
  }

  /** Creates the beans of a type. */
  <T> Map<String, T> ofType(Class<T> type) {
    Map<String, T> found = factory.getBeansOfType(type, false, true);
    found.keySet().removeIf(name -> !isOnServer(name));
    return sorted(found);
  }

  private <T> Map<String, T> sorted(Map<String, T> unordered) {
    IdentityHashMap<Object, Object> methods = new IdentityHashMap<>();
    unordered.forEach(
        (name, bean) -> {
          Method method = factoryMethod(name);
          if (method != null) {
            methods.put(bean, method);
          }
        });
    Comparator<Object> order =
        AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(methods::get);
    Map<String, T> sorted = new LinkedHashMap<>();
    unordered.entrySet().stream()
        .sorted((left, right) -> order.compare(left.getValue(), right.getValue()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private @Nullable Method factoryMethod(String name) {
    if (!factory.containsBeanDefinition(name)) {
      return null;
    }
    BeanDefinition definition = factory.getMergedBeanDefinition(name);
    return definition instanceof RootBeanDefinition root ? root.getResolvedFactoryMethod() : null;
  }
}
