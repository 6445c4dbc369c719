package dev.fastjava.spring.boot.test;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
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
    return annotation == null
        ? null
        : new SliceCustomizer(Set.of(annotation.value()), imported(testClass));
  }

  /** What the test imports is wanted as a whole, also where scanning finds it first. */
  private static Set<Class<?>> imported(Class<?> testClass) {
    Set<Class<?>> imported = new HashSet<>();
    MergedAnnotations.from(testClass, SearchStrategy.TYPE_HIERARCHY).stream(Import.class)
        .forEach(each -> Collections.addAll(imported, each.getClassArray("value")));
    if (TestContextAnnotationUtils.searchEnclosingClass(testClass)) {
      imported.addAll(imported(testClass.getEnclosingClass()));
    }
    return imported;
  }

  /** A record, for equal tests share a context. */
  private record SliceCustomizer(Set<Class<?>> named, Set<Class<?>> imported)
      implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
      context.addBeanFactoryPostProcessor(new MixedConfigurations(named, imported));
      if (!named.isEmpty()) {
        context.addBeanFactoryPostProcessor(new UnwantedPlugins(named));
      }
    }
  }
}
