package dev.fastjava.spring.boot.test;

import dev.fastjava.Execution;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Lets the server listen in tests with a real web environment only, and on a random port when that
 * is asked for. Properties of the test itself win. Where no port is open, requests of transactional
 * tests run on the thread of the test.
 */
class FastjavaServerContextCustomizerFactory implements ContextCustomizerFactory {
  private static final String CALLERS_THREAD = "fastjava.test.callers-thread";
  private static final String TRANSACTIONAL =
      "org.springframework.transaction.annotation.Transactional";
  private static final String PORT = "fastjava.server.port";

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    SpringBootTest annotation =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, SpringBootTest.class);
    return new ServerCustomizer(
        annotation == null ? WebEnvironment.NONE : annotation.webEnvironment(),
        isTransactional(testClass));
  }

  private static boolean isTransactional(Class<?> testClass) {
    if (MergedAnnotations.from(testClass, SearchStrategy.TYPE_HIERARCHY).isPresent(TRANSACTIONAL)) {
      return true;
    }
    return Arrays.stream(testClass.getDeclaredMethods())
        .anyMatch(method -> MergedAnnotations.from(method).isPresent(TRANSACTIONAL));
  }

  /** A record, for equal tests share a context. */
  private record ServerCustomizer(WebEnvironment webEnvironment, boolean isTransactional)
      implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
      ConfigurableEnvironment environment = context.getEnvironment();
      if (!webEnvironment.isEmbedded()) {
        add(environment, Map.of("fastjava.server.enabled", false));
        if (environment.getProperty(CALLERS_THREAD, Boolean.class, isTransactional)) {
          useCallersThread(context.getBeanFactory());
        }
      } else if (webEnvironment == WebEnvironment.RANDOM_PORT
          && environment.containsProperty(PORT)) {
        add(environment, Map.of(PORT, 0));
      }
    }

    private static void useCallersThread(ConfigurableListableBeanFactory factory) {
      FastjavaOptionsCustomizer execution = options -> options.execution(Execution.EVENT_LOOP);
      factory.registerSingleton("fastjavaCallersThread", execution);
      factory.addBeanPostProcessor(CallersThreadInject.processor());
    }

    private static void add(ConfigurableEnvironment environment, Map<String, Object> properties) {
      MutablePropertySources sources = environment.getPropertySources();
      MapPropertySource source = new MapPropertySource("fastjavaTest", properties);
      String ofTest = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
      if (sources.contains(ofTest)) {
        sources.addAfter(ofTest, source);
      } else {
        sources.addFirst(source);
      }
    }
  }
}
