package dev.fastjava.spring.boot.autoconfigure;

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

/**
 * The beans of this context, not of its parents, by name and in the order of {@code Ordered} and
 * {@code @Order}, the latter on the class or on the {@code @Bean} method.
 */
final class OrderedBeans {
  private final ConfigurableListableBeanFactory factory;

  OrderedBeans(ConfigurableListableBeanFactory factory) {
    this.factory = factory;
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
              if (names.contains(name)) {
                unordered.put(name, factory.getBean(name));
              }
            });
    return sorted(unordered);
  }

  /** Creates the beans of a type. */
  <T> Map<String, T> ofType(Class<T> type) {
    return sorted(factory.getBeansOfType(type, false, true));
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
