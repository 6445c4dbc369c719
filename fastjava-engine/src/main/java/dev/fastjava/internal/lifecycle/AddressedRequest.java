package dev.fastjava.internal.lifecycle;

import dev.fastjava.Request;
import dev.fastjava.internal.request.ProxyTrust;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request tells of its client and of the address it came to, through proxies or not. */
interface AddressedRequest extends Request {
  Call call();

  /** A header without regard to assigned ones. */
  @Nullable String receivedHeader(String name);

  private ProxyTrust proxies() {
    return call().server.proxies();
  }

  @Override
  default @Nullable String ip() {
    return proxies().ip(this::receivedHeader, raw().remoteAddress());
  }

  @Override
  @SuppressWarnings("NullAway") // an address the transport does not know is null in the list
  default @Nullable List<String> ips() {
    return proxies().ips(this::receivedHeader, raw().remoteAddress());
  }

  @Override
  default String host() {
    // As in the reference, assigned headers count only where headers are trusted at all.
    return proxies().isEnabled()
        ? proxies().host(this::header, raw().remoteAddress())
        : proxies().host(this::receivedHeader, raw().remoteAddress());
  }

  @Override
  default String hostname() {
    return ProxyTrust.hostname(host());
  }

  @Override
  default @Nullable Integer port() {
    long port = ProxyTrust.port(host());
    return port < 0 || port > Integer.MAX_VALUE ? null : (int) port;
  }

  @Override
  default String protocol() {
    return proxies().protocol(this::header, raw().remoteAddress(), raw().encrypted());
  }
}
