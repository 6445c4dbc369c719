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

/** Keeps out of a {@link FastjavaTest} what only the whole context can tell it does not need. */
class FastjavaTestPluginsContextCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    FastjavaTest annotation =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, FastjavaTest.class);
    return annotation == null ? null : new SliceCustomizer(Set.of(annotation.value()));
  }

  /** A record, for equal tests share a context. */
  private record SliceCustomizer(Set<Class<?>> named) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
      context.addBeanFactoryPostProcessor(new MixedConfigurations(named));
      if (!named.isEmpty()) {
        context.addBeanFactoryPostProcessor(new UnwantedPlugins(named));
      }
    }
  }
}
