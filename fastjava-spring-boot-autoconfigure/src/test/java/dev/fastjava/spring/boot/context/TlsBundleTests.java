package dev.fastjava.spring.boot.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.fastjava.Request;
import dev.fastjava.RouteDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Real handshakes with what {@code server.ssl.*} and SSL bundles say. */
class TlsBundleTests {
  private static final char[] PASSWORD = "secret-of-a-test".toCharArray();

  @TempDir private static Path directory;

  @BeforeAll
  static void makeKeyStores() throws Exception {
    List<Process> all =
        List.of(make("web"), make("other"), make("client"), make("stranger"), make("next"));
    for (Process each : all) {
      assertThat(each.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(each.exitValue())
          .as(new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isZero();
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", store("client").getCertificate("client"));
    try (var out = Files.newOutputStream(directory.resolve("trusted.p12"))) {
      trusted.store(out, PASSWORD);
    }
  }

  private static Process make(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            directory.resolve(name + ".p12").toString())
        .redirectErrorStream(true)
        .start();
  }

  private static KeyStore store(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(directory.resolve(name + ".p12"))) {
      store.load(content, PASSWORD);
    }
    return store;
  }

  /** A new context each time remembers no session. */
  private static SSLContext client(@Nullable String own) throws Exception {
    KeyManager[] keys = null;
    if (own != null) {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store(own), PASSWORD);
      keys = factory.getKeyManagers();
    }
    KeyStore servers = KeyStore.getInstance("PKCS12");
    servers.load(null, null);
    for (String each : List.of("web", "other", "next")) {
      servers.setCertificateEntry(each, store(each).getCertificate(each));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(servers);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private static SSLSocket connect(
      ConfigurableApplicationContext context, @Nullable String own, @Nullable String name)
      throws Exception {
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    SSLSocket socket =
        (SSLSocket)
            client(own).getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    if (name != null) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(name)));
      socket.setSSLParameters(parameters);
    }
    return socket;
  }

  /** What a client reads: its own name as the handler sees it, behind that of the server. */
  private static String get(
      ConfigurableApplicationContext context, @Nullable String own, @Nullable String name)
      throws Exception {
    try (SSLSocket socket = connect(context, own, name)) {
      return get(socket, "close");
    }
  }

  private static String get(SSLSocket socket, String connection) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET /who HTTP/1.1\r\nhost: a\r\nconnection: " + connection + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    StringBuilder read = new StringBuilder();
    while (read.indexOf(">") < 0) {
      int each = socket.getInputStream().read();
      if (each < 0) {
        throw new IOException("No answer: " + read);
      }
      read.append((char) each);
    }
    String text = read.toString();
    return socket.getSession().getPeerPrincipal().getName()
        + " "
        + text.substring(text.lastIndexOf('<') + 1, text.lastIndexOf('>'));
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    SpringApplication application = new SpringApplication(App.class);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            0,
            "server.ssl.bundle",
            "web",
            "spring.ssl.bundle.jks.web.keystore.location",
            directory.resolve("web.p12").toString(),
            "spring.ssl.bundle.jks.web.keystore.password",
            new String(PASSWORD),
            "spring.ssl.bundle.jks.web.truststore.location",
            directory.resolve("trusted.p12").toString(),
            "spring.ssl.bundle.jks.web.truststore.password",
            new String(PASSWORD),
            "spring.ssl.bundle.jks.other.keystore.location",
            directory.resolve("other.p12").toString(),
            "spring.ssl.bundle.jks.other.keystore.password",
            new String(PASSWORD)));
    return application.run(arguments);
  }

  @Test
  void clientsShowACertificateWhereTheyHaveTo() throws Exception {
    try (ConfigurableApplicationContext context = run("--server.ssl.client-auth=need")) {
      assertThat(get(context, "client", null)).isEqualTo("CN=web CN=client");
      assertThatIOException().isThrownBy(() -> get(context, null, null));
      assertThatIOException().isThrownBy(() -> get(context, "stranger", null));
    }
    try (ConfigurableApplicationContext context =
        run("--fastjava.server.ssl.bundle=web", "--fastjava.server.ssl.client-auth=want")) {
      assertThat(get(context, "client", null)).isEqualTo("CN=web CN=client");
      assertThat(get(context, null, null)).isEqualTo("CN=web nobody");
    }
  }

  @Test
  void serversHaveACertificateForEachName() throws Exception {
    try (ConfigurableApplicationContext context =
        run(
            "--server.ssl.server-name-bundles[0].server-name=*.other.example",
            "--server.ssl.server-name-bundles[0].bundle=other")) {
      assertThat(get(context, null, "a.other.example")).isEqualTo("CN=other nobody");
      assertThat(get(context, null, "else.example")).isEqualTo("CN=web nobody");
    }
  }

  @Test
  void ciphersAndProtocolsOfTheBundleHold() throws Exception {
    String cipher = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    try (ConfigurableApplicationContext context =
            run(
                "--spring.ssl.bundle.jks.web.options.enabled-protocols=TLSv1.2",
                "--spring.ssl.bundle.jks.web.options.ciphers=" + cipher);
        SSLSocket socket = connect(context, null, null)) {
      assertThat(get(socket, "close")).isEqualTo("CN=web nobody");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
      assertThat(socket.getSession().getCipherSuite()).isEqualTo(cipher);
    }
  }

  @Test
  void anUpdatedBundleIsForNewConnections() throws Exception {
    Path file = directory.resolve("renewed.p12");
    Files.copy(directory.resolve("web.p12"), file);
    try (ConfigurableApplicationContext context =
            run(
                "--spring.ssl.bundle.jks.web.keystore.location=" + file,
                "--spring.ssl.bundle.jks.web.reload-on-update=true",
                "--spring.ssl.bundle.watch.file.quiet-period=50ms");
        SSLSocket open = connect(context, null, null)) {
      assertThat(get(open, "keep-alive")).isEqualTo("CN=web nobody");
      Files.copy(directory.resolve("next.p12"), file, StandardCopyOption.REPLACE_EXISTING);
      await()
          .atMost(30, TimeUnit.SECONDS)
          .untilAsserted(() -> assertThat(get(context, null, null)).isEqualTo("CN=next nobody"));
      assertThat(get(open, "close")).isEqualTo("CN=web nobody");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {
    @Bean
    RouteDefinition who() {
      return RouteDefinition.get("/who").handler((request, reply) -> "<" + client(request) + ">");
    }

    private static String client(Request request) {
      return request.raw().clientCertificates().stream()
          .findFirst()
          .map(each -> each.getSubjectX500Principal().getName())
          .orElse("nobody");
    }
  }
}
