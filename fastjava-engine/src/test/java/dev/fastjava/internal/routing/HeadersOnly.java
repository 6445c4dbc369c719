package dev.fastjava.internal.routing;

import dev.fastjava.http.Headers;
import dev.fastjava.http.RawRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request of which only the headers matter, as with constraints. */
record HeadersOnly(UnaryOperator<@Nullable String> byName) implements RawRequest {

  static final HeadersOnly NONE = new HeadersOnly(name -> null);

  @Override
  public @Nullable String header(String name) {
    return byName.apply(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String url() {
    return "/";
  }

  @Override
  public String originalUrl() {
    return "/";
  }

  @Override
  public String httpVersion() {
    return "1.1";
  }

  @Override
  public Headers headers() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> rawHeaders() {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable String remoteAddress() {
    return null;
  }

  @Override
  public int remotePort() {
    return 0;
  }

  @Override
  public boolean encrypted() {
    return false;
  }

  @Override
  public boolean aborted() {
    return false;
  }
}
