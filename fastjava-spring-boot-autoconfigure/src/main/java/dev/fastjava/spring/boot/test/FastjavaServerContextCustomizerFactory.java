package dev.fastjava.spring.boot.test;

import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
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
 * is asked for. Properties of the test itself win.
 */
class FastjavaServerContextCustomizerFactory implements ContextCustomizerFactory {
  private static final String PORT = "fastjava.server.port";

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    SpringBootTest annotation =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, SpringBootTest.class);
    return new ServerCustomizer(
        annotation == null ? WebEnvironment.NONE : annotation.webEnvironment());
  }

  /** A record, for equal tests share a context. */
  private record ServerCustomizer(WebEnvironment webEnvironment) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
      ConfigurableEnvironment environment = context.getEnvironment();
      if (!webEnvironment.isEmbedded()) {
        add(environment, Map.of("fastjava.server.enabled", false));
      } else if (webEnvironment == WebEnvironment.RANDOM_PORT
          && environment.containsProperty(PORT)) {
        add(environment, Map.of(PORT, 0));
      }
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
