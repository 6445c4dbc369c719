package dev.fastjava.spring.boot.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

/** With another logging system, such as Log4j2, the form is left to that, and said so. */
class WithoutLogbackTests {
  private final List<String> warnings = new ArrayList<>();

  private MockEnvironment processed(String profile, String property) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profile);
    if (!property.isEmpty()) {
      String[] parts = property.split("=", 2);
      environment.setProperty(parts[0], parts[1]);
    }
    SpringApplication application =
        new SpringApplication(
            new DefaultResourceLoader(new FilteredClassLoader(LoggerContext.class)));
    Log log =
        new NoOpLog() {
          @Override
          public void warn(Object message) {
            warnings.add(message.toString());
          }
        };
    new FastjavaLoggingEnvironmentPostProcessor(destination -> log)
        .postProcessEnvironment(environment, application);
    return environment;
  }

  @ParameterizedTest
  @CsvSource({
    "production, ''",
    "development, fastjava.logging.form=pretty",
    "test, fastjava.logging.form=json"
  })
  void aFormThatCannotBeHadIsTold(String profile, String property) {
    MockEnvironment environment = processed(profile, property);
    assertThat(warnings).hasSize(1).first().asString().contains("needs Logback");
    assertThat(environment.containsProperty("logging.structured.format.console")).isFalse();
    assertThat(environment.containsProperty("logging.pattern.console")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "development, ''",
    "production, logging.structured.format.console=ecs",
    "production, logging.config=log4j2.xml",
    "production, fastjava.logging.form=boot"
  })
  void whoeverAskedForNothingOrChoseAFormHearsNothing(String profile, String property) {
    processed(profile, property);
    assertThat(warnings).isEmpty();
  }

  @Test
  void silenceIsHadWithEveryLoggingSystem() {
    assertThat(processed("test", "").getProperty("logging.level.dev.fastjava")).isEqualTo("error");
    assertThat(warnings).isEmpty();
  }
}
