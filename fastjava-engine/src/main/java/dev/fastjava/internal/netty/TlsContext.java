package dev.fastjava.internal.netty;

import dev.fastjava.option.TlsOptions;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;

/** Makes Netty's view of a TLS context of the JDK. */
final class TlsContext {
  private TlsContext() {}

  /**
   * Makes a context of options.
   *
   * @param http2 whether HTTP/2 is offered beside HTTP/1.1
   */
  static SslContext of(TlsOptions options, boolean http2) {
    String[] protocols =
        http2
            ? new String[] {ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1}
            : new String[] {ApplicationProtocolNames.HTTP_1_1};
    ApplicationProtocolConfig negotiation =
        new ApplicationProtocolConfig(
            Protocol.ALPN,
            SelectorFailureBehavior.NO_ADVERTISE,
            SelectedListenerFailureBehavior.ACCEPT,
            protocols);
    return new JdkSslContext(
        options.context(),
        false,
        options.ciphers().isEmpty() ? null : options.ciphers(),
        IdentityCipherSuiteFilter.INSTANCE,
        negotiation,
        switch (options.clientAuth()) {
          case NONE -> ClientAuth.NONE;
          case WANT -> ClientAuth.OPTIONAL;
          case NEED -> ClientAuth.REQUIRE;
        },
        options.protocols().isEmpty() ? null : options.protocols().toArray(new String[0]),
        false);
  }
}
