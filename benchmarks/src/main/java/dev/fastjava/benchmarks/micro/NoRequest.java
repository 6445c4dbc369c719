package dev.fastjava.benchmarks.micro;

import dev.fastjava.http.Headers;
import dev.fastjava.http.RawRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request without anything, for routes without constraints. */
enum NoRequest implements RawRequest {
  INSTANCE;

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
  public @Nullable String header(String name) {
    return null;
  }

  @Override
  public Headers headers() {
    return Headers.none();
  }

  @Override
  public List<String> rawHeaders() {
    return List.of();
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
