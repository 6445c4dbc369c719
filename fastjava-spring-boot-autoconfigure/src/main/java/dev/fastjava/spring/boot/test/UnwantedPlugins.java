package dev.fastjava.spring.boot.test;

import dev.fastjava.Plugin;
import dev.fastjava.spring.boot.RegisterErrorHandler;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterNotFoundHandler;
import dev.fastjava.spring.boot.RegisterParser;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;
import org.springframework.core.type.MethodMetadata;

/**
 * Removes scanned plugins that a {@link FastjavaTest} neither names nor needs: those no wanted
 * plugin depends on, directly or by others. No bean is created to find out.
 */
final class UnwantedPlugins implements BeanFactoryPostProcessor {
  private final Set<Class<?>> named;

  UnwantedPlugins(Set<Class<?>> named) {
    this.named = named;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    Set<String> plugins = new HashSet<>();
    Collections.addAll(plugins, factory.getBeanNamesForType(Plugin.class, true, false));
    Collections.addAll(plugins, factory.getBeanNamesForType(Plugin.Async.class, true, false));
    Collections.addAll(plugins, factory.getBeanNamesForType(Plugin.Callback.class, true, false));
    Set<String> unwanted = new HashSet<>(plugins);
    Deque<String> wanted = new ArrayDeque<>();
    plugins.stream().filter(bean -> isAskedFor(factory, bean)).forEach(wanted::add);
    while (!wanted.isEmpty()) {
      String bean = wanted.remove();
      RegisterPlugin annotation = annotation(factory, bean);
      if (unwanted.remove(bean) && annotation != null) {
        Set<String> needed = new HashSet<>(Set.of(annotation.dependsOn()));
        needed.add(annotation.parent());
        plugins.stream()
            .filter(other -> needed.contains(name(factory, other)))
            .forEach(wanted::add);
      }
    }
    Set<String> names =
        unwanted.stream().map(bean -> name(factory, bean)).collect(Collectors.toSet());
    // What belongs to a plugin goes with it.
    for (String bean : factory.getBeanDefinitionNames()) {
      if (names.contains(pluginOf(factory, bean))) {
        unwanted.add(bean);
      }
    }
    unwanted.forEach(((BeanDefinitionRegistry) factory)::removeBeanDefinition);
  }

  private static @Nullable String pluginOf(ConfigurableListableBeanFactory factory, String bean) {
    RegisterHook hook = factory.findAnnotationOnBean(bean, RegisterHook.class, false);
    if (hook != null) {
      return hook.plugin();
    }
    RegisterErrorHandler handler =
        factory.findAnnotationOnBean(bean, RegisterErrorHandler.class, false);
    if (handler != null) {
      return handler.plugin();
    }
    RegisterNotFoundHandler notFound =
        factory.findAnnotationOnBean(bean, RegisterNotFoundHandler.class, false);
    if (notFound != null) {
      return notFound.plugin();
    }
    RegisterParser parser = factory.findAnnotationOnBean(bean, RegisterParser.class, false);
    return parser == null ? null : parser.plugin();
  }

  /** Named by its own class or by its configuration, or not found by scanning at all. */
  private boolean isAskedFor(ConfigurableListableBeanFactory factory, String bean) {
    if (!factory.containsBeanDefinition(bean)) {
      return true;
    }
    BeanDefinition definition = factory.getBeanDefinition(bean);
    MethodMetadata method =
        definition instanceof AnnotatedBeanDefinition annotated
            ? annotated.getFactoryMethodMetadata()
            : null;
    if (method == null) {
      return !(definition instanceof ScannedGenericBeanDefinition)
          || isNamed(definition.getBeanClassName());
    }
    return isNamed(method.getDeclaringClassName()) || !isScanned(factory, definition);
  }

  private boolean isNamed(@Nullable String type) {
    return named.stream().anyMatch(each -> each.getName().equals(type));
  }

  private static boolean isScanned(
      ConfigurableListableBeanFactory factory, BeanDefinition beanMethod) {
    String configuration = beanMethod.getFactoryBeanName();
    return configuration != null
        && factory.containsBeanDefinition(configuration)
        && factory.getBeanDefinition(configuration) instanceof ScannedGenericBeanDefinition;
  }

  private static String name(ConfigurableListableBeanFactory factory, String bean) {
    RegisterPlugin annotation = annotation(factory, bean);
    return annotation == null || annotation.name().isEmpty() ? bean : annotation.name();
  }

  private static @Nullable RegisterPlugin annotation(
      ConfigurableListableBeanFactory factory, String bean) {
    return factory.findAnnotationOnBean(bean, RegisterPlugin.class, false);
  }
}
