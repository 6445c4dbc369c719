package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** Values that cannot be are told when they are bound, with the name of the property. */
@ExtendWith(OutputCaptureExtension.class)
class PropertyChecksTests {

  @ParameterizedTest
  @CsvSource({
    "fastjava.body-limit, -1B, must be positive",
    "fastjava.body-limit, 0B, must be positive",
    "fastjava.handler-timeout, -1s, must not be negative",
    "fastjava.worker-threads, -2, must not be negative",
    "fastjava.http.backlog, 0, must be at least 1",
    "fastjava.http.max-header-size, 3GB, must not be greater than",
    "fastjava.trust-proxy, nobody, invalid IP address: nobody",
    "fastjava.server.port, 70000, must not be greater than 65535"
  })
  void theReportNamesPropertyValueAndReason(
      String property, String value, String reason, CapturedOutput output) {
    String argument = "--" + property + "=" + value;
    assertThatException()
        .isThrownBy(() -> SpringApplication.run(App.class, argument, "--server.port=0"));
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "Property: ", reason)
        .containsPattern(
            "(?i)Property: \\Q" + property.replace("-", "") + "\\E|Property: " + property)
        .contains("Value: ");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {}
}
