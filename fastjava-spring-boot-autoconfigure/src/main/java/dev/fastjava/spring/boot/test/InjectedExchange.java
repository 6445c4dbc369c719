package dev.fastjava.spring.boot.test;

import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;

/** Requests and headers of Spring's clients and those of {@code inject}. */
final class InjectedExchange {
  private InjectedExchange() {}

  static InjectRequest request(URI uri, HttpMethod method, HttpHeaders headers, byte[] body) {
    String path = StringUtils.hasText(uri.getRawPath()) ? uri.getRawPath() : "/";
    String query = uri.getRawQuery();
    InjectRequest request =
        new InjectRequest().method(method.name()).url(query == null ? path : path + '?' + query);
    if (uri.getRawAuthority() != null) {
      request.authority(uri.getRawAuthority());
    }
    headers.forEach(
        (name, values) -> {
          // The length is that of the payload.
          if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            request.header(name, values.size() == 1 ? values.get(0) : values);
          }
        });
    if (body.length > 0) {
      request.payload(body);
    }
    return request;
  }

  static HttpHeaders headers(InjectResponse response) {
    HttpHeaders headers = new HttpHeaders();
    for (String name : response.headers().asMap().keySet()) {
      List<String> lines = response.headerLines(name);
      headers.addAll(name, lines);
    }
    return headers;
  }
}
