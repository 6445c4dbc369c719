package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What does nothing here is said, with what does. */
@ExtendWith(OutputCaptureExtension.class)
class IgnoredServerPropertiesTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withPropertyValues("server.port=0")
          .withConfiguration(
              AutoConfigurations.of(
                  FastjavaAutoConfiguration.class, FastjavaServerAutoConfiguration.class));

  @ParameterizedTest
  @CsvSource({
    "server.forward-headers-strategy, native, fastjava.trust-proxy",
    "server.max-http-request-header-size, 4KB, fastjava.http.max-header-size",
    "server.servlet.context-path, /shop, prefix of @RegisterPlugin",
    "spring.webflux.base-path, /shop, prefix of @RegisterPlugin",
    "spring.mvc.servlet.path, /shop, prefix of @RegisterPlugin",
    "server.servlet.session.timeout, 5m, there are no sessions",
    "server.error.path, /oops, an ErrorHandler bean",
    "spring.web.error.include-stacktrace, always, an ErrorHandler bean",
    "server.error.include-binding-errors, always, fastjava.validation.all-errors",
    "spring.mvc.problemdetails.enabled, true, fastjava.problemdetails.enabled",
    "spring.webflux.format.date, iso, @DateTimeFormat",
    "server.compression.enabled, true, a proxy",
    "server.server-header, Shop, onSend",
    "server.tomcat.threads.max, 5, it is for Tomcat",
    "server.tomcat.accesslog.enabled, true, fastjava.accesslog.* has the access log"
  })
  void theWarningNamesThePropertyAndWhatToUse(
      String property, String value, String instead, CapturedOutput output) {
    runner
        .withPropertyValues(property + "=" + value)
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(output)
        .contains("FastJava does nothing with the property '" + property + "'", instead);
  }

  @Test
  void whatHoldsIsNotWarnedOf(CapturedOutput output) {
    runner
        .withPropertyValues("server.error.include-message=always", "spring.web.locale=de")
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(output).doesNotContain("does nothing with");
  }

  @Test
  void whatIsNotSetIsNotWarnedOf(CapturedOutput output) {
    runner.run(context -> assertThat(context).hasNotFailed());
    assertThat(output).doesNotContain("does nothing with");
  }
}
