package dev.fastjava.spring.boot.test;

import dev.fastjava.ErrorHandler;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.RegisterDecorator;
import dev.fastjava.spring.boot.RegisterErrorHandler;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterNotFoundHandler;
import dev.fastjava.spring.boot.RegisterParser;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;

/**
 * Configurations that are in a slice for the sake of their hooks alone: a slice without a hook that
 * guards routes would answer what the application refuses. Of their other beans, routes are left
 * out, and services are made only when a hook needs them.
 */
final class MixedConfigurations implements BeanFactoryPostProcessor {
  /** What works for all routes without being told to. */
  private static final Set<String> FOR_ALL_ROUTES =
      Set.of(
          ErrorHandler.class.getName(),
          RequestListener.class.getName(),
          FastjavaCustomizer.class.getName(),
          FastjavaOptionsCustomizer.class.getName());

  private static final Set<String> ANNOTATIONS =
      Set.of(
          RegisterHook.class.getName(),
          RegisterErrorHandler.class.getName(),
          RegisterNotFoundHandler.class.getName(),
          RegisterParser.class.getName(),
          RegisterDecorator.class.getName());

  private final Set<Class<?>> named;
  private final Set<Class<?>> whole;

  MixedConfigurations(Set<Class<?>> named, Set<Class<?>> imported) {
    this.named = named;
    this.whole = new HashSet<>(named);
    whole.addAll(imported);
  }

  /** Whether a configuration makes something that works for all routes. */
  static boolean guardRoutes(AnnotationMetadata type) {
    return type.isAnnotated(Configuration.class.getName())
        && type.getAnnotatedMethods(Bean.class.getName()).stream()
            .anyMatch(MixedConfigurations::guardsRoutes);
  }

  /** Whether an annotation of ours says what a bean of a class or method is for. */
  static boolean isDeclared(AnnotatedTypeMetadata metadata) {
    return ANNOTATIONS.stream().anyMatch(metadata::isAnnotated);
  }

  private static boolean guardsRoutes(MethodMetadata method) {
    return isDeclared(method) || FOR_ALL_ROUTES.contains(method.getReturnTypeName());
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    for (String bean : factory.getBeanDefinitionNames()) {
      BeanDefinition definition = factory.getBeanDefinition(bean);
      MethodMetadata method =
          definition instanceof AnnotatedBeanDefinition annotated
              ? annotated.getFactoryMethodMetadata()
              : null;
      if (method == null || guardsRoutes(method) || !isMixed(factory, definition)) {
        continue;
      }
      if (method.getReturnTypeName().equals(RouteDefinition.class.getName())) {
        ((BeanDefinitionRegistry) factory).removeBeanDefinition(bean);
      } else {
        definition.setLazyInit(true);
      }
    }
  }

  private boolean isMixed(ConfigurableListableBeanFactory factory, BeanDefinition beanMethod) {
    return configuration(factory, beanMethod) instanceof ScannedGenericBeanDefinition scanned
        && whole.stream().noneMatch(each -> each.getName().equals(scanned.getBeanClassName()))
        && guardRoutes(scanned.getMetadata())
        && !FastjavaTypeExcludeFilter.isWhole(scanned.getMetadata(), named);
  }

  /** Static methods name the class of their configuration, others its bean. */
  private static @Nullable BeanDefinition configuration(
      ConfigurableListableBeanFactory factory, BeanDefinition beanMethod) {
    String name = beanMethod.getFactoryBeanName();
    if (name != null) {
      return factory.containsBeanDefinition(name) ? factory.getBeanDefinition(name) : null;
    }
    String type = beanMethod.getBeanClassName();
    return Arrays.stream(factory.getBeanDefinitionNames())
        .map(factory::getBeanDefinition)
        .filter(each -> each.getFactoryMethodName() == null)
        .filter(each -> type != null && type.equals(each.getBeanClassName()))
        .findFirst()
        .orElse(null);
  }
}
