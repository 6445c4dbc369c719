package dev.fastjava.internal.netty;

import dev.fastjava.option.TlsOptions;
import io.netty.handler.ssl.SslContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS contexts of new connections. The options are asked for at each of them, and made into
 * contexts when they are others than before; connections that are open keep theirs.
 */
final class TlsContexts {
  private static final Logger LOGGER = LoggerFactory.getLogger(TlsContexts.class);

  private final Supplier<TlsOptions> source;
  private final boolean http2;
  private volatile Made made;

  /** What was given last and could not be used. */
  private volatile @Nullable TlsOptions refused;

  /** Contexts made of options. */
  private record Made(TlsOptions from, SslContext usual, Map<String, SslContext> byName) {}

  TlsContexts(Supplier<TlsOptions> source, boolean http2) {
    this.source = source;
    this.http2 = http2;
    this.made = make(source.get());
  }

  private Made make(TlsOptions options) {
    Map<String, SslContext> byName = new HashMap<>();
    options.serverNames().forEach((name, own) -> byName.put(name, TlsContext.of(own, http2)));
    return new Made(options, TlsContext.of(options, http2), byName);
  }

  /** What a new connection gets, by the name that its client will ask for. */
  ForConnection next() {
    Made current = made;
    TlsOptions now = current.from();
    try {
      now = source.get();
      if (now != current.from() && now != refused) {
        current = make(now);
        made = current;
      }
    } catch (RuntimeException e) {
      // Better the certificate that was good a moment ago than none.
      refused = now;
      LOGGER.error("TLS options cannot be used, those before them stay", e);
    }
    return new ForConnection(current);
  }

  /** The contexts of one connection. */
  static final class ForConnection {
    private final Made made;

    private ForConnection(Made made) {
      this.made = made;
    }

    /** The only one; null when it depends on the name. */
    @Nullable SslContext only() {
      return made.byName().isEmpty() ? made.usual() : null;
    }

    SslContext of(@Nullable String serverName) {
      if (serverName == null) {
        return made.usual();
      }
      String name = serverName.toLowerCase(Locale.ROOT);
      SslContext exact = made.byName().get(name);
      if (exact != null) {
        return exact;
      }
      int dot = name.indexOf('.');
      return dot < 0
          ? made.usual()
          : made.byName().getOrDefault('*' + name.substring(dot), made.usual());
    }
  }
}
