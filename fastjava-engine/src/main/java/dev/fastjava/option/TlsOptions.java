package dev.fastjava.option;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * How connections are encrypted: by which certificate, for which clients. Immutable.
 *
 * <pre>{@code
 * TlsOptions tls = TlsOptions.of(t -> t
 *     .context(context)
 *     .clientAuth(ClientAuth.NEED)
 *     .serverName("*.example.com", TlsOptions.of(another)));
 * Fastjava.create(o -> o.http(h -> h.tlsOptions(() -> tls)));
 * }</pre>
 *
 * <p>Reference: Server, https.
 */
public final class TlsOptions {
  private final SSLContext context;
  private final ClientAuth clientAuth;
  private final List<String> protocols;
  private final List<String> ciphers;
  private final Map<String, TlsOptions> serverNames;

  private TlsOptions(Builder builder) {
    context = builder.context();
    clientAuth = builder.clientAuth;
    SSLParameters there = context.getSupportedSSLParameters();
    protocols = known(builder.protocols, there.getProtocols());
    ciphers = known(builder.ciphers, there.getCipherSuites());
    serverNames = Map.copyOf(builder.serverNames);
  }

  /**
   * Makes options with the defaults of the JDK.
   *
   * @param context has the certificate, its key, and the certificates of clients that are trusted
   * @return the options
   */
  public static TlsOptions of(SSLContext context) {
    return of(options -> options.context(context));
  }

  /**
   * Makes options. A protocol or cipher suite that the context does not know, and no context, is an
   * {@code IllegalArgumentException}.
   *
   * @param options sets them
   * @return the options
   */
  public static TlsOptions of(Consumer<Builder> options) {
    Builder builder = new Builder();
    options.accept(builder);
    return new TlsOptions(builder);
  }

  private static List<String> known(List<String> names, String[] supported) {
    Set<String> there = Set.copyOf(Arrays.asList(supported));
    for (String each : names) {
      if (!there.contains(each)) {
        throw new IllegalArgumentException(
            "TLS: " + each + " is not there; there are " + String.join(", ", supported));
      }
    }
    return List.copyOf(names);
  }

  /**
   * Returns the context.
   *
   * @return what has certificate, key and trust
   */
  public SSLContext context() {
    return context;
  }

  /**
   * Returns whether clients show a certificate.
   *
   * @return {@code NONE} by default
   */
  public ClientAuth clientAuth() {
    return clientAuth;
  }

  /**
   * Returns the versions of TLS.
   *
   * @return names; empty for those of the JDK
   */
  public List<String> protocols() {
    return protocols;
  }

  /**
   * Returns the cipher suites.
   *
   * @return names; empty for those of the JDK
   */
  public List<String> ciphers() {
    return ciphers;
  }

  /**
   * Returns what counts for single names of the server.
   *
   * @return options by name, in lower case
   */
  public Map<String, TlsOptions> serverNames() {
    return serverNames;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private @Nullable SSLContext context;
    private ClientAuth clientAuth = ClientAuth.NONE;
    private List<String> protocols = List.of();
    private List<String> ciphers = List.of();
    private final Map<String, TlsOptions> serverNames = new LinkedHashMap<>();

    private Builder() {}

    private SSLContext context() {
      if (context == null) {
        throw new IllegalArgumentException("TLS: there is no context, and so no certificate");
      }
      return context;
    }

    /**
     * Sets the context.
     *
     * @param context has the certificate, its key, and the certificates of clients that are trusted
     * @return this
     */
    public Builder context(SSLContext context) {
      this.context = Objects.requireNonNull(context, "context");
      return this;
    }

    /**
     * Sets whether clients show a certificate. Those that are trusted are for the context to say.
     *
     * @param clientAuth {@code NONE} by default
     * @return this
     */
    public Builder clientAuth(ClientAuth clientAuth) {
      this.clientAuth = Objects.requireNonNull(clientAuth, "clientAuth");
      return this;
    }

    /**
     * Sets the versions of TLS.
     *
     * @param protocols names as the JDK has them: {@code "TLSv1.3"}; empty for those of the JDK
     * @return this
     */
    public Builder protocols(List<String> protocols) {
      this.protocols = List.copyOf(protocols);
      return this;
    }

    /**
     * Sets the cipher suites, the preferred ones first.
     *
     * @param ciphers names as the JDK has them; empty for those of the JDK
     * @return this
     */
    public Builder ciphers(List<String> ciphers) {
      this.ciphers = List.copyOf(ciphers);
      return this;
    }

    /**
     * Sets what counts for clients that ask for a name of the server (SNI). All others get these
     * options.
     *
     * @param name a host name, or {@code *.example.com} for all names one level below
     * @param options what counts for it; names it has itself are not looked at
     * @return this
     */
    public Builder serverName(String name, TlsOptions options) {
      serverNames.put(name.toLowerCase(Locale.ROOT), Objects.requireNonNull(options, "options"));
      return this;
    }
  }
}
