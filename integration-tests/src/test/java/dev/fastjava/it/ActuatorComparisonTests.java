package dev.fastjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Actuator endpoints answer as they do on Boot's own servers. */
class ActuatorComparisonTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<Platform, ConfigurableApplicationContext> APPLICATIONS =
      new EnumMap<>(Platform.class);

  /** Their bodies are those of errors, which each server has in a form of its own. */
  private static final int FIRST_ERROR = 400;

  @BeforeAll
  static void start() {
    for (Platform platform : Platform.values()) {
      APPLICATIONS.put(
          platform,
          platform.run(
              ActuatorApplication.class,
              "--management.endpoints.web.exposure.include=health,info,tickets,prints,deep,loggers,threaddump",
              "--management.endpoints.web.path-mapping.prints=papers/all",
              "--management.endpoints.web.cors.allowed-origins=https://page.example",
              "--management.endpoints.web.cors.allowed-methods=GET,POST",
              "--management.endpoints.web.cors.allowed-headers=x-a,x-b",
              "--management.endpoints.web.cors.exposed-headers=x-c",
              "--management.endpoints.web.cors.max-age=10m",
              "--management.endpoint.loggers.access=read-only",
              "--management.endpoint.health.show-components=always",
              "--management.endpoint.health.group.shop.include=orders",
              "--management.endpoint.health.group.shop.show-details=when-authorized",
              "--management.endpoint.health.group.shop.additional-path=server:/shopz",
              "--management.endpoint.health.status.http-mapping.out-of-service=418",
              "--management.endpoint.health.probes.add-additional-paths=true"));
    }
  }

  @AfterAll
  static void stop() {
    APPLICATIONS.values().forEach(ConfigurableApplicationContext::close);
  }

  /** A request, as far as it differs from {@code GET /}. */
  record Case(String method, String path, String body, List<String> headers) {
    Case header(String name, String value) {
      return new Case(
          method, path, body, Stream.concat(headers.stream(), Stream.of(name, value)).toList());
    }

    Case body(String type, String text) {
      return new Case(method, path, text, headers).header("content-type", type);
    }

    @Override
    public String toString() {
      return method + ' ' + path + ' ' + String.join(" ", headers) + ' ' + body;
    }
  }

  private static Case send(String method, String path) {
    return new Case(method, path, "", List.of());
  }

  private static Case get(String path) {
    return send("GET", path);
  }

  static Stream<Case> cases() {
    String page = "https://page.example";
    String json = "application/json";
    return Stream.of(
        get("/actuator"),
        get("/actuator").header("accept", json),
        get("/actuator").header("accept", "text/html"),
        send("POST", "/actuator"),
        get("/actuator/health"),
        get("/actuator/health/liveness"),
        get("/actuator/health/readiness"),
        get("/actuator/health/shop"),
        get("/actuator/health/shop/orders"),
        get("/actuator/health/orders"),
        get("/actuator/health/none"),
        get("/actuator/health").header("accept", json),
        get("/actuator/health").header("accept", "text/plain"),
        get("/actuator/health").header("accept", "text/plain, application/json;q=0.5"),
        get("/actuator/health").header("accept", "application/json;q=0.5, */*;q=0.1"),
        get("/actuator/health").header("accept", "no type"),
        send("HEAD", "/actuator/health"),
        send("POST", "/actuator/health"),
        send("OPTIONS", "/actuator/health"),
        get("/livez"),
        get("/readyz"),
        get("/shopz"),
        send("POST", "/livez"),
        get("/actuator/info"),
        get("/actuator/beans"),
        get("/actuator/unknown"),
        get("/actuator/prints"),
        get("/actuator/papers/all"),
        get("/actuator/papers/all").header("accept", json),
        get("/actuator/papers/all/mono"),
        get("/actuator/papers/all/flux"),
        get("/actuator/papers/all/late/one"),
        get("/actuator/papers/all/none"),
        get("/actuator/papers/all/text"),
        get("/actuator/papers/all/created"),
        send("POST", "/actuator/papers/all"),
        send("POST", "/actuator/papers/all").header("accept", json),
        get("/actuator/tickets"),
        get("/actuator/tickets?limit=7"),
        get("/actuator/tickets?limit=many"),
        get("/actuator/tickets?limit=7&limit=8"),
        get("/actuator/tickets?other=1"),
        get("/actuator/tickets/a%20b"),
        get("/actuator/tickets/none"),
        get("/actuator/tickets/a/b/c"),
        get("/actuator/deep/a/b%2Fc/d"),
        get("/actuator/deep/a//b"),
        get("/actuator/deep/"),
        get("/actuator/deep"),
        send("OPTIONS", "/actuator/tickets/a"),
        send("PUT", "/actuator/tickets/a"),
        send("DELETE", "/actuator/tickets/a"),
        send("POST", "/actuator/tickets/a").body(json, "{\"title\":\"Aida\",\"seats\":3}"),
        send("POST", "/actuator/tickets/a").body(json, "{\"title\":\"Aida\",\"seats\":\"many\"}"),
        send("POST", "/actuator/tickets/a")
            .body("application/vnd.spring-boot.actuator.v2+json", "{\"title\":\"Aida\"}"),
        send("POST", "/actuator/tickets/a?title=Tosca").body(json, "{\"seats\":1}"),
        send("POST", "/actuator/tickets/a").body(json, "{}"),
        send("POST", "/actuator/tickets/a").body(json, "{\"title\":[1]}"),
        send("POST", "/actuator/tickets/a").body(json, "{"),
        send("POST", "/actuator/tickets/a").body("text/plain", "title"),
        send("POST", "/actuator/tickets/a").body("no type", "title"),
        send("POST", "/actuator/tickets/a"),
        get("/actuator/loggers/a.b"),
        send("POST", "/actuator/loggers/a.b").body(json, "{\"configuredLevel\":\"debug\"}"),
        get("/actuator/tickets").header("origin", page),
        get("/actuator/tickets").header("origin", "https://other.example"),
        send("DELETE", "/actuator/tickets/a").header("origin", page),
        preflight("/actuator/tickets", page, "GET"),
        preflight("/actuator/tickets", page, "DELETE"),
        preflight("/actuator/tickets", "https://other.example", "GET"),
        preflight("/actuator/tickets", page, "GET").header("access-control-request-headers", "x-a"),
        preflight("/actuator/tickets", page, "GET")
            .header("access-control-request-headers", "x-z"));
  }

  private static Case preflight(String path, String origin, String method) {
    return send("OPTIONS", path)
        .header("origin", origin)
        .header("access-control-request-method", method);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAreTheSame(Case request) throws Exception {
    Answer fastjava = answer(Platform.FASTJAVA, request);
    Answer mvc = answer(Platform.MVC, request);
    Answer webflux = answer(Platform.WEBFLUX, request);
    // Where Boot's own servers do not agree, either will do.
    assertThat(List.of(mvc, webflux)).contains(fastjava);
  }

  private static Answer answer(Platform platform, Case request)
      throws IOException, InterruptedException {
    String port =
        APPLICATIONS.get(platform).getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + request.path))
            .method(
                request.method,
                request.body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body));
    if (!request.headers.isEmpty()) {
      builder.headers(request.headers.toArray(String[]::new));
    }
    HttpResponse<String> response = CLIENT.send(builder.build(), BodyHandlers.ofString());
    boolean isError =
        response.statusCode() >= FIRST_ERROR
            && !response.headers().firstValue("content-type").orElse("").contains("vnd.spring");
    return new Answer(
        response.statusCode(),
        headers(response, isError),
        isError ? "" : response.body().replace(port, "PORT"));
  }

  private static Map<String, String> headers(HttpResponse<String> response, boolean isError) {
    Map<String, String> compared = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, lines) -> {
              boolean isOfBody = name.equals("content-type");
              if ((isOfBody && !isError)
                  || name.equals("allow")
                  || name.startsWith("access-control-")) {
                compared.put(name, sorted(lines));
              }
            });
    return compared;
  }

  private static String sorted(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }
}
