package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.option.ClientAuth;
import dev.fastjava.option.TlsOptions;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.util.StringUtils;

/**
 * TLS by the properties of a server and the bundles that these name. Made when the server listens,
 * and anew when one of the bundles is updated.
 */
final class BundleTls implements Supplier<TlsOptions> {
  private static final Log logger = LogFactory.getLog(BundleTls.class);

  private final Ssl ssl;
  private final @Nullable SslBundles bundles;
  private volatile @Nullable TlsOptions made;

  /**
   * Looks for the bundles.
   *
   * @throws BeanRegistrationException when one of them is not there
   */
  BundleTls(Ssl ssl, @Nullable SslBundles bundles) {
    this.ssl = ssl;
    this.bundles = bundles;
    SslBundle unused = usual();
    watch(ssl.getBundle());
    for (Ssl.ServerNameSslBundle each : ssl.getServerNameBundles()) {
      unused = named(each.bundle());
      watch(each.bundle());
    }
  }

  private void watch(@Nullable String name) {
    if (bundles != null && StringUtils.hasText(name)) {
      bundles.addBundleUpdateHandler(name, updated -> renew(name));
    }
  }

  /** New connections get what has come; open ones keep what they have. */
  private synchronized void renew(String name) {
    if (made == null) {
      return; // nobody listens yet
    }
    try {
      made = make();
      logger.info("New connections are encrypted by the updated SSL bundle '" + name + "'");
    } catch (RuntimeException e) {
      logger.error("The updated SSL bundle '" + name + "' cannot be used, the one before stays", e);
    }
  }

  @Override
  public TlsOptions get() {
    TlsOptions current = made;
    return current == null ? first() : current;
  }

  private synchronized TlsOptions first() {
    TlsOptions current = made;
    if (current == null) {
      current = make();
      made = current;
    }
    return current;
  }

  private TlsOptions make() {
    return TlsOptions.of(
        options -> {
          apply(usual(), options);
          for (Ssl.ServerNameSslBundle each : ssl.getServerNameBundles()) {
            options.serverName(
                each.serverName(), TlsOptions.of(own -> apply(named(each.bundle()), own)));
          }
        });
  }

  private void apply(SslBundle bundle, TlsOptions.Builder options) {
    SslOptions given = bundle.getOptions();
    options
        .context(bundle.createSslContext())
        .clientAuth(
            Ssl.ClientAuth.map(
                ssl.getClientAuth(), ClientAuth.NONE, ClientAuth.WANT, ClientAuth.NEED));
    if (given.getCiphers() != null) {
      options.ciphers(List.of(given.getCiphers()));
    }
    if (given.getEnabledProtocols() != null) {
      options.protocols(List.of(given.getEnabledProtocols()));
    }
  }

  private SslBundle usual() {
    try {
      return WebServerSslBundle.get(ssl, bundles);
    } catch (NoSuchSslBundleException unknown) {
      throw notThere(unknown, "'fastjava.server.ssl.bundle' or 'server.ssl.bundle' names");
    }
  }

  private SslBundle named(String name) {
    try {
      if (bundles == null) {
        throw new NoSuchSslBundleException(name, "There are no bundles");
      }
      return bundles.getBundle(name);
    } catch (NoSuchSslBundleException unknown) {
      throw notThere(
          unknown,
          "'fastjava.server.ssl.server-name-bundles' or 'server.ssl.server-name-bundles' names");
    }
  }

  private BeanRegistrationException notThere(NoSuchSslBundleException unknown, String where) {
    String known =
        bundles == null || bundles.getBundleNames().isEmpty()
            ? "There are none."
            : "There are: " + String.join(", ", bundles.getBundleNames()) + ".";
    String name = unknown.getBundleName();
    return new BeanRegistrationException(
        "The SSL bundle '%s', which %s, is not there. %s".formatted(name, where, known),
        "Declare it with 'spring.ssl.bundle.jks.%1$s' or 'spring.ssl.bundle.pem.%1$s', or correct the name."
            .formatted(name),
        unknown);
  }
}
