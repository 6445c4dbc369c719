package dev.fastjava.option;

/**
 * Whether clients show a certificate in the TLS handshake.
 *
 * <p>Reference: Server, https ({@code requestCert}, {@code rejectUnauthorized}).
 */
public enum ClientAuth {
  /** Nobody is asked for one. */
  NONE,
  /** Clients are asked: those that have none are served, those with one that is not trusted not. */
  WANT,
  /** Clients without a certificate that is trusted are refused in the handshake. */
  NEED
}
