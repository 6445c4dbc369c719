package dev.fastjava.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.option.ClientAuth;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.option.TlsOptions;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Handshakes of real clients with servers of all kinds of TLS options. */
class TlsOptionsTests {
  private static final SSLContext LOCALHOST = TestTls.context("localhost", "client");
  private static final SSLContext OTHER = TestTls.context("other", "client");

  /** Shows a certificate that servers trust. A new one each time remembers no session. */
  private static SSLContext known() {
    return TestTls.context("client", "localhost", "other");
  }

  /** Shows a certificate that no server trusts. */
  private static SSLContext stranger() {
    return TestTls.context("other", "localhost", "other");
  }

  private static TestServer server(Supplier<TlsOptions> tls) throws Exception {
    return new TestServer(
        HttpOptions.of(o -> o.tlsOptions(tls)),
        exchange -> TestServer.reply(exchange, clients(exchange)));
  }

  private static TestServer server(Consumer<TlsOptions.Builder> options) throws Exception {
    TlsOptions tls = TlsOptions.of(t -> options.accept(t.context(LOCALHOST)));
    return server(() -> tls);
  }

  private static String clients(Exchange exchange) {
    List<X509Certificate> shown = exchange.clientCertificates();
    return shown.isEmpty() ? "nobody" : shown.get(0).getSubjectX500Principal().getName();
  }

  private static SSLSocket socket(TestServer server, SSLContext context, @Nullable String name)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(server.address.getAddress(), server.address.getPort());
    if (name != null) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(name)));
      socket.setSSLParameters(parameters);
    }
    return socket;
  }

  /** What a client reads, after the names of both certificates. */
  private static String get(TestServer server, SSLContext context, @Nullable String name)
      throws Exception {
    SSLSocket socket = socket(server, context, name);
    try (RawClient client = new RawClient(socket, server.address)) {
      String body = client.get("/").read().body();
      return socket.getSession().getPeerPrincipal().getName() + " " + body;
    }
  }

  @Test
  void clientsAreAskedForACertificateOrNot() throws Exception {
    try (TestServer server = server(tls -> {})) {
      assertThat(get(server, known(), null)).isEqualTo("CN=localhost nobody");
    }
    try (TestServer server = server(tls -> tls.clientAuth(ClientAuth.WANT))) {
      assertThat(get(server, known(), null)).isEqualTo("CN=localhost CN=client");
      assertThat(get(server, withoutOne(), null)).isEqualTo("CN=localhost nobody");
    }
    try (TestServer server = server(tls -> tls.clientAuth(ClientAuth.NEED))) {
      assertThat(get(server, known(), null)).isEqualTo("CN=localhost CN=client");
      assertThatIOException().isThrownBy(() -> get(server, withoutOne(), null));
      assertThatIOException().isThrownBy(() -> get(server, stranger(), null));
    }
  }

  private static SSLContext withoutOne() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, TestTls.trust("localhost", "other"), null);
    return context;
  }

  @Test
  void clientsGetTheCertificateOfTheServerTheyWant() throws Exception {
    try (TestServer server =
        server(
            tls ->
                tls.serverName("Other.Example", TlsOptions.of(OTHER))
                    .serverName(
                        "*.other.example",
                        TlsOptions.of(t -> t.context(OTHER).clientAuth(ClientAuth.NEED))))) {
      assertThat(get(server, known(), null)).isEqualTo("CN=localhost nobody");
      assertThat(get(server, known(), "elsewhere.example")).isEqualTo("CN=localhost nobody");
      assertThat(get(server, known(), "other.example")).isEqualTo("CN=other.example nobody");
      assertThat(get(server, known(), "a.other.example")).isEqualTo("CN=other.example CN=client");
      assertThat(get(server, known(), "a.b.other.example")).isEqualTo("CN=localhost nobody");
      assertThatIOException().isThrownBy(() -> get(server, withoutOne(), "a.other.example"));
    }
  }

  @Test
  void protocolsAndCiphersAreThoseThatAreNamed() throws Exception {
    String cipher = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
    SSLContext ec = TestTls.context("other");
    TlsOptions old =
        TlsOptions.of(t -> t.context(ec).protocols(List.of("TLSv1.2")).ciphers(List.of(cipher)));
    try (TestServer server = server(() -> old);
        SSLSocket socket = socket(server, known(), null)) {
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
      assertThat(socket.getSession().getCipherSuite()).isEqualTo(cipher);
    }
    try (TestServer server = server(tls -> tls.protocols(List.of("TLSv1.3")));
        SSLSocket socket = socket(server, known(), null)) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatIOException().isThrownBy(socket::startHandshake);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsOptions.of(t -> t.context(ec).protocols(List.of("TLSv1.3", "TLSv9"))))
        .withMessageStartingWith("TLS: TLSv9 is not there; there are ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsOptions.of(t -> t.context(ec).ciphers(List.of("ROT13"))))
        .withMessageStartingWith("TLS: ROT13 is not there");
  }

  @Test
  void newConnectionsGetNewOptionsAndOpenOnesKeepTheirs() throws Exception {
    AtomicReference<TlsOptions> current = new AtomicReference<>(TlsOptions.of(LOCALHOST));
    try (TestServer server = server(current::get)) {
      SSLSocket open = socket(server, known(), null);
      try (RawClient client = new RawClient(open, server.address)) {
        assertThat(client.get("/").read().body()).isEqualTo("nobody");
        current.set(TlsOptions.of(OTHER));
        assertThat(get(server, known(), null)).isEqualTo("CN=other.example nobody");
        assertThat(client.get("/").read().body()).isEqualTo("nobody");
        assertThat(open.getSession().getPeerPrincipal().getName()).isEqualTo("CN=localhost");
      }
    }
  }

  @Test
  void optionsThatCannotBeHadLeaveThoseBefore() throws Exception {
    AtomicReference<TlsOptions> current = new AtomicReference<>(TlsOptions.of(LOCALHOST));
    try (TestServer server =
        server(
            () -> {
              TlsOptions now = current.get();
              if (now == null) {
                throw new IllegalStateException("the file is not there");
              }
              return now;
            })) {
      assertThat(get(server, known(), null)).isEqualTo("CN=localhost nobody");
      current.set(null);
      assertThat(get(server, known(), null)).isEqualTo("CN=localhost nobody");
      current.set(TlsOptions.of(OTHER));
      assertThat(get(server, known(), null)).isEqualTo("CN=other.example nobody");
    }
  }

  @Test
  void aClientThatSpeaksNoTlsIsLeft() throws Exception {
    try (TestServer server = server(tls -> tls.serverName("other.example", TlsOptions.of(OTHER)));
        RawClient client = new RawClient(server.address)) {
      assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readToEnd())
          .doesNotContain("nobody");
      assertThat(get(server, known(), null)).isEqualTo("CN=localhost nobody");
    }
  }
}
