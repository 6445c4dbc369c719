package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Nobody may believe that Spring Security protects what FastJava serves. */
class FastjavaSecurityAutoConfigurationTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withBean(SslBundles.class, DefaultSslBundleRegistry::new)
          .withPropertyValues("server.port=0")
          .withConfiguration(
              AutoConfigurations.of(
                  FastjavaAutoConfiguration.class,
                  FastjavaServerAutoConfiguration.class,
                  FastjavaSecurityAutoConfiguration.class));

  private final ApplicationContextRunner secured =
      runner.withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class));

  @Test
  void aServerBesideSpringSecurityDoesNotStart() {
    secured.run(
        context -> {
          FailureAnalysis report =
              new BeanRegistrationFailureAnalyzer().analyze(context.getStartupFailure());
          assertThat(report).isNotNull();
          assertThat(report.getDescription()).contains("all routes would be open");
          assertThat(report.getAction()).contains("fastjava.security.ignore-spring-security=true");
        });
  }

  @Test
  void itStartsWhenThatIsWanted() {
    secured
        .withPropertyValues("fastjava.security.ignore-spring-security=true")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void withoutServerThereIsNothingToProtect() {
    secured
        .withPropertyValues("fastjava.server.enabled=false")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void withoutSpringSecurityItStarts() {
    runner.run(context -> assertThat(context).hasNotFailed());
  }
}
