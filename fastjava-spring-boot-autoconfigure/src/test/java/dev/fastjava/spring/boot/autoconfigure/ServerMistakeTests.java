package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** Properties that keep the server from listening are named in the report. */
@ExtendWith(OutputCaptureExtension.class)
class ServerMistakeTests {
  private static final String SSL_METRICS =
      "org.springframework.boot.micrometer.metrics.autoconfigure.ssl.SslMetricsAutoConfiguration";

  private static void start(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--server.port=0";
    assertThatException().isThrownBy(() -> SpringApplication.run(App.class, all));
  }

  private static void reported(CapturedOutput output, String... texts) {
    assertThat(output).contains("APPLICATION FAILED TO START", "Action:").contains(texts);
  }

  @Test
  void anAddressThatIsNotLocal(CapturedOutput output) {
    start("--server.address=192.0.2.1");
    reported(
        output,
        "cannot listen on 192.0.2.1:0",
        "no address of this machine, which is set by the property 'server.address'");
  }

  @Test
  void anUnknownSslBundle(CapturedOutput output) {
    start("--server.ssl.bundle=shop");
    reported(output, "The SSL bundle 'shop'", "spring.ssl.bundle.jks.shop");
  }

  @Test
  void aBundleWhoseKeyStoreIsNotThere(CapturedOutput output) {
    start(
        // Boot's own metrics would fail before.
        "--spring.autoconfigure.exclude=" + SSL_METRICS,
        "--server.ssl.bundle=shop",
        "--spring.ssl.bundle.jks.shop.keystore.location=file:/nowhere/shop.p12",
        "--spring.ssl.bundle.jks.shop.keystore.password=secret");
    reported(output, "/nowhere/shop.p12", "'server.ssl.bundle'");
  }

  @Test
  void anUnknownSslBundleOfAServerName(CapturedOutput output) {
    start(
        "--server.ssl.bundle=shop",
        "--spring.ssl.bundle.jks.shop.keystore.location=file:/nowhere/shop.p12",
        "--server.ssl.server-name-bundles[0].server-name=other.example",
        "--server.ssl.server-name-bundles[0].bundle=other");
    reported(output, "The SSL bundle 'other'", "server-name-bundles", "There are: shop");
  }

  @Test
  void clientAuthenticationWithoutABundle(CapturedOutput output) {
    start("--fastjava.server.ssl.client-auth=need");
    reported(output, "fastjava.server.ssl.clientAuth", "needs 'fastjava.server.ssl.bundle'");
  }

  @Test
  void aLogLevelThatIsNone(CapturedOutput output) {
    start("--logging.level.dev.fastjava=loud");
    reported(output, "logging.level.dev.fastjava", "loud");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {}
}
