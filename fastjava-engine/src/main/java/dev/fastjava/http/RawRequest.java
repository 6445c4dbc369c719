package dev.fastjava.http;

import dev.fastjava.mark.ProvidedByEngine;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The request as the transport received it, untouched by validation and decorators. Read-only.
 *
 * <p>Reference: Request, raw.
 */
@ProvidedByEngine
public interface RawRequest {
  /**
   * Returns the HTTP method.
   *
   * @return the method in upper case
   */
  String method();

  /**
   * Returns the request target after {@code rewriteUrl}.
   *
   * @return path and query, undecoded
   */
  String url();

  /**
   * Returns the request target as received.
   *
   * @return path and query, undecoded
   */
  String originalUrl();

  /**
   * Returns the protocol version.
   *
   * @return such as {@code "1.1"} or {@code "2"}
   */
  String httpVersion();

  /**
   * Returns a header. Several lines of one name are joined as Node joins them.
   *
   * @param name the name, in any case
   * @return the value, or null
   */
  @Nullable String header(String name);

  /**
   * Returns all headers.
   *
   * @return as received
   */
  Headers headers();

  /**
   * Returns the header lines as received.
   *
   * @return names and values in turn
   */
  List<String> rawHeaders();

  /**
   * Returns the address of the peer.
   *
   * @return an IP address; null when unknown
   */
  @Nullable String remoteAddress();

  /**
   * Returns the port of the peer.
   *
   * @return the port; 0 when unknown
   */
  int remotePort();

  /**
   * Returns whether the connection uses TLS.
   *
   * @return true for TLS
   */
  boolean encrypted();

  /**
   * Returns the TLS session of the connection: protocol, cipher suite, and what else the JDK knows.
   *
   * @return null for a connection without TLS, and for requests of {@code inject}
   */
  default @Nullable SSLSession tlsSession() {
    return null;
  }

  /**
   * Returns the certificates that the client has shown in the handshake. They are trusted: others
   * do not get here. See {@link dev.fastjava.option.TlsOptions#clientAuth()}.
   *
   * <p>Reference: Request, raw ({@code socket.getPeerCertificate()}).
   *
   * @return the client's own first, then those that issued it; empty when it has shown none
   */
  default List<X509Certificate> clientCertificates() {
    SSLSession session = tlsSession();
    if (session == null) {
      return List.of();
    }
    try {
      List<X509Certificate> shown = new ArrayList<>();
      for (Certificate each : session.getPeerCertificates()) {
        if (each instanceof X509Certificate certificate) {
          shown.add(certificate);
        }
      }
      return List.copyOf(shown);
    } catch (SSLPeerUnverifiedException none) {
      return List.of();
    }
  }

  /**
   * Returns whether the client closed the connection before the reply was complete.
   *
   * @return true from then on
   */
  boolean aborted();
}
