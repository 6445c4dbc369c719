package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.option.ForceClose;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.util.StringUtils;

/**
 * Where the server listens, and how, of {@code fastjava.server.*} and {@code server.*}.
 *
 * @param port the port; 0 for any free one, less for none at all
 * @param address the address; null for all
 * @param ssl TLS; null for none
 * @param http2 whether HTTP/2 is served unless {@code fastjava.http.http2} says otherwise
 * @param shutdown whether stopping waits for requests under way
 * @param sslBundles the bundles {@code ssl} may name; null when there are none
 */
record ServerSettings(
    int port,
    @Nullable InetAddress address,
    @Nullable Ssl ssl,
    boolean http2,
    Shutdown shutdown,
    @Nullable SslBundles sslBundles)
    implements FastjavaOptionsCustomizer {
  private static final int DEFAULT_PORT = 8080;

  /** FastJava is the server of the application. */
  static ServerSettings alone(
      FastjavaProperties own, ServerProperties common, @Nullable SslBundles sslBundles) {
    Integer port = own.server().port() == null ? common.getPort() : own.server().port();
    InetAddress address =
        own.server().address() == null ? common.getAddress() : own.server().address();
    Ssl ssl = ownSsl(own);
    return new ServerSettings(
        port == null ? DEFAULT_PORT : port,
        address,
        ssl == null ? common.getSsl() : ssl,
        // The own property is applied with the others.
        own.http().http2() == null && common.getHttp2() != null && common.getHttp2().isEnabled(),
        common.getShutdown(),
        sslBundles);
  }

  /** Of a server for the management: what is not said is as that of the application has it. */
  ServerSettings management(
      @Nullable Integer ownPort, @Nullable InetAddress ownAddress, @Nullable Ssl ownSsl) {
    if (ownPort != null && ownPort > 0 && ownPort == port) {
      throw new BeanRegistrationException(
          "'management.server.port' and 'fastjava.server.port' are the same: %d".formatted(port),
          "Set 'server.port' instead of 'fastjava.server.port': then the management shares the"
              + " server of the application. Or give it another port.",
          null);
    }
    return new ServerSettings(
        ownPort == null ? 0 : ownPort,
        ownAddress,
        ownSsl == null ? ssl : ownSsl,
        http2,
        shutdown,
        sslBundles);
  }

  /** Another web server has {@code server.*}. */
  static ServerSettings beside(
      int port, FastjavaProperties own, Shutdown shutdown, @Nullable SslBundles sslBundles) {
    return new ServerSettings(
        port, own.server().address(), ownSsl(own), false, shutdown, sslBundles);
  }

  private static @Nullable Ssl ownSsl(FastjavaProperties own) {
    FastjavaProperties.Server.Ssl given = own.server().ssl();
    if (!StringUtils.hasText(given.bundle())) {
      return null;
    }
    Ssl ssl = Ssl.forBundle(given.bundle());
    ssl.setClientAuth(Ssl.ClientAuth.valueOf(given.clientAuth().name()));
    ssl.setServerNameBundles(
        given.serverNameBundles().stream()
            .map(each -> new Ssl.ServerNameSslBundle(each.serverName(), each.bundle()))
            .toList());
    return ssl;
  }

  @Override
  public void customize(FastjavaOptions.Builder options) {
    if (shutdown == Shutdown.IMMEDIATE) {
      options.forceCloseConnections(ForceClose.ALL);
    }
    if (http2) {
      options.http(http -> http.http2(true));
    }
    if (Ssl.isEnabled(ssl)) {
      BundleTls tls = new BundleTls(ssl, sslBundles);
      options.http(http -> http.tlsOptions(tls));
    }
  }
}
