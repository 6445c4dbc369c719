package dev.fastjava.spring.boot.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.RouteDefinition;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class TlsTests {
  private static final String PASSWORD = "secret-of-a-test";

  @TempDir private static Path directory;
  private static Path keyStore;

  @BeforeAll
  static void makeKeyStore() throws Exception {
    keyStore = directory.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keyStore.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).as(output).isTrue();
    assertThat(keytool.exitValue()).as(output).isZero();
  }

  @Test
  void aBundleSecuresTheServer() throws Exception {
    try (ConfigurableApplicationContext context = run("--server.ssl.bundle=web")) {
      HttpResponse<String> response = get(context);
      assertThat(response.body()).isEqualTo("secure");
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(context.getBean(Fastjava.class).listeningOrigin()).startsWith("https://");
    }
  }

  @Test
  void http2IsServedOnDemand() throws Exception {
    try (ConfigurableApplicationContext context =
        run("--fastjava.server.ssl.bundle=web", "--server.http2.enabled=true")) {
      assertThat(get(context).version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
  }

  @Test
  void theOwnPropertyForHttp2Wins() throws Exception {
    try (ConfigurableApplicationContext context =
        run(
            "--server.ssl.bundle=web",
            "--server.http2.enabled=true",
            "--fastjava.http.http2=false")) {
      assertThat(get(context).version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void keyStorePropertiesOfBootHold() throws Exception {
    try (ConfigurableApplicationContext context =
        run("--server.ssl.key-store=" + keyStore, "--server.ssl.key-store-password=" + PASSWORD)) {
      assertThat(get(context).body()).isEqualTo("secure");
    }
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    SpringApplication application = new SpringApplication(App.class);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            0,
            "spring.ssl.bundle.jks.web.keystore.location",
            keyStore.toString(),
            "spring.ssl.bundle.jks.web.keystore.password",
            PASSWORD));
    return application.run(arguments);
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext context) throws Exception {
    String port = context.getEnvironment().getProperty("local.server.port");
    return HttpClient.newBuilder()
        .sslContext(trustingTheServer())
        .build()
        .send(
            HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/secure")).build(),
            BodyHandlers.ofString());
  }

  private static SSLContext trustingTheServer() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(keyStore)) {
      store.load(content, PASSWORD.toCharArray());
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {

    @Bean
    RouteDefinition secure() {
      return RouteDefinition.get("/secure").handler((request, reply) -> "secure");
    }
  }
}
