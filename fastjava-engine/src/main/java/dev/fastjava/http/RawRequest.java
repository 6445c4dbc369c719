package dev.fastjava.http;

import dev.fastjava.mark.ProvidedByEngine;
import java.util.List;
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
   * Returns whether the client closed the connection before the reply was complete.
   *
   * @return true from then on
   */
  boolean aborted();
}
