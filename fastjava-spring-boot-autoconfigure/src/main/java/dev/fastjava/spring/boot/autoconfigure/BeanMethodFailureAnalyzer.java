package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Explains an error that the method of a route, plugin or hook bean throws itself, or that this
 * framework throws in any bean method: what a bean declares wrongly may fail at once.
 */
class BeanMethodFailureAnalyzer implements FailureAnalyzer {
  private final @Nullable ConfigurableListableBeanFactory factory;

  BeanMethodFailureAnalyzer(@Nullable BeanFactory factory) {
    this.factory = factory instanceof ConfigurableListableBeanFactory listable ? listable : null;
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    String bean = null;
    Throwable thrown = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BeanCreationException creation) {
        bean = creation.getBeanName() == null ? bean : creation.getBeanName();
        thrown = null;
      } else if (each instanceof BeanInstantiationException) {
        thrown = each.getCause();
      } else if (each instanceof BeansException || each instanceof BeanRegistrationException) {
        return null;
      }
    }
    if (factory == null || bean == null || thrown == null || !isOurs(factory, bean, thrown)) {
      return null;
    }
    BeanRegistrationException report =
        StartFailures.exception(
            "Making " + new BeanPlaces(factory).describe(bean) + " failed", thrown);
    return new FailureAnalysis(report.getMessage(), report.action(), failure);
  }

  private static boolean isOurs(
      ConfigurableListableBeanFactory factory, String bean, Throwable thrown) {
    Class<?> type = factory.containsBeanDefinition(bean) ? factory.getType(bean, false) : null;
    if (type != null && isDeclaration(type)) {
      return true;
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (!frame.getClassName().startsWith("java.")) {
        return StartFailures.isEngine(frame.getClassName());
      }
    }
    return false;
  }

  private static boolean isDeclaration(Class<?> type) {
    return RouteDefinition.class.isAssignableFrom(type)
        || BeanRegistration.HOOK_TYPES.stream().anyMatch(each -> each.isAssignableFrom(type))
        || BeanRegistration.PLUGIN_TYPES.stream().anyMatch(each -> each.isAssignableFrom(type));
  }
}
