package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Hook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.HttpException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.cors.CorsConfiguration;

/** Lets pages of other origins use endpoints, as {@code management.endpoints.web.cors.*} says. */
final class EndpointCors implements Hook {
  private static final String REQUEST_METHOD = "access-control-request-method";
  private static final String REQUEST_HEADERS = "access-control-request-headers";

  private final @Nullable CorsConfiguration allowed;

  /** Null when no other origin may. */
  EndpointCors(@Nullable CorsConfiguration allowed) {
    this.allowed = allowed;
  }

  @Override
  public void run(Request request, Reply reply) {
    String origin = request.header("origin");
    String wanted = request.header(REQUEST_METHOD);
    boolean preflight = request.method().equals("OPTIONS") && origin != null && wanted != null;
    if (allowed == null) {
      if (preflight) {
        throw refusal();
      }
      return;
    }
    reply.header(
        "vary",
        List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"));
    if (origin == null || origin.equals(request.protocol() + "://" + request.host())) {
      return;
    }
    String allowedOrigin = allowed.checkOrigin(origin);
    String method = preflight && wanted != null ? wanted : request.method();
    List<HttpMethod> methods = allowed.checkHttpMethod(HttpMethod.valueOf(method));
    if (allowedOrigin == null || methods == null) {
      throw refusal();
    }
    List<String> headers = preflight ? allowed.checkHeaders(requested(request)) : List.of();
    if (headers == null) {
      throw refusal();
    }
    reply.header("access-control-allow-origin", allowedOrigin);
    if (Boolean.TRUE.equals(allowed.getAllowCredentials())) {
      reply.header("access-control-allow-credentials", "true");
    }
    list(reply, "access-control-expose-headers", allowed.getExposedHeaders());
    if (preflight) {
      list(reply, "access-control-allow-methods", methods.stream().map(HttpMethod::name).toList());
      list(reply, "access-control-allow-headers", headers);
      if (allowed.getMaxAge() != null) {
        reply.header("access-control-max-age", allowed.getMaxAge());
      }
      reply.send();
    }
  }

  private static List<String> requested(Request request) {
    List<String> names = new ArrayList<>();
    for (String line : request.headers().all(REQUEST_HEADERS)) {
      names.addAll(List.of(StringUtils.tokenizeToStringArray(line, ",")));
    }
    return names;
  }

  private static void list(Reply reply, String header, @Nullable List<String> values) {
    if (values != null && !values.isEmpty()) {
      reply.header(header, String.join(", ", values));
    }
  }

  private static HttpException refusal() {
    return new HttpException(403, "Invalid CORS request");
  }
}
