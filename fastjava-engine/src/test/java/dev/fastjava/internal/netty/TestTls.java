package dev.fastjava.internal.netty;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS with a certificate for localhost that both sides know. */
public final class TestTls {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private TestTls() {}

  public static SSLContext context() {
    return context("localhost", "localhost");
  }

  /**
   * A context of key stores among the resources: {@code localhost}, {@code other} with the name
   * other.example, and {@code client}.
   *
   * @param own whose certificate is shown
   * @param trusted whose certificates are trusted
   */
  public static SSLContext context(String own, String... trusted) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store(own), PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust(trusted), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trusts some of the certificates. */
  public static TrustManager[] trust(String... trusted) {
    try {
      KeyStore certificates = KeyStore.getInstance("PKCS12");
      certificates.load(null, null);
      for (String each : trusted) {
        KeyStore store = store(each);
        certificates.setCertificateEntry(each, store.getCertificate(store.aliases().nextElement()));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificates);
      return trust.getTrustManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore store(String name) throws IOException, GeneralSecurityException {
    try (InputStream in = TestTls.class.getResourceAsStream("/tls/" + name + ".p12")) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      return store;
    }
  }
}
