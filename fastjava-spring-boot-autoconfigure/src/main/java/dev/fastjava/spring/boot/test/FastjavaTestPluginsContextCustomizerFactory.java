package dev.fastjava.spring.boot.test;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Keeps plugins out of a {@link FastjavaTest} that names others. */
class FastjavaTestPluginsContextCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    FastjavaTest annotation =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, FastjavaTest.class);
    return annotation == null || annotation.value().length == 0
        ? null
        : new PluginsCustomizer(Set.of(annotation.value()));
  }

  /** A record, for equal tests share a context. */
  private record PluginsCustomizer(Set<Class<?>> named) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
      context.addBeanFactoryPostProcessor(new UnwantedPlugins(named));
    }
  }
}
