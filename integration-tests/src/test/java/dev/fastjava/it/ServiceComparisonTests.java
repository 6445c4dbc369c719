package dev.fastjava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Metrics, problem details and the end of an application are as with Boot's own servers. */
class ServiceComparisonTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static ConfigurableApplicationContext run(Platform platform) {
    return platform.run(
        ItemsApplication.class,
        "--spring.web.resources.add-mappings=false",
        "--spring.mvc.problemdetails.enabled=true",
        "--spring.webflux.problemdetails.enabled=true",
        "--fastjava.problemdetails.enabled=true");
  }

  private static HttpRequest request(
      ConfigurableApplicationContext context, String method, String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .method(method, BodyPublishers.noBody())
        .build();
  }

  private static HttpResponse<String> send(
      ConfigurableApplicationContext context, String method, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(request(context, method, path), BodyHandlers.ofString());
  }

  /** The key values of the only timer, with the template of the route as Spring writes it. */
  private static Map<String, String> timed(Platform platform, String method, String path)
      throws Exception {
    try (ConfigurableApplicationContext context = run(platform)) {
      send(context, method, path);
      MeterRegistry registry = context.getBean(MeterRegistry.class);
      Timer timer =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> registry.find("http.server.requests").timer(), found -> found != null);
      Map<String, String> tags =
          timer.getId().getTags().stream()
              .collect(Collectors.toMap(Tag::getKey, Tag::getValue, (a, b) -> a, TreeMap::new));
      tags.replaceAll((key, value) -> value.replace(":id", "{id}"));
      return tags;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /items/7", "POST /items", "GET /broken", "GET /moved", "HEAD /items/7"})
  void requestsAreTimedWithTheSameKeyValues(String line) throws Exception {
    String[] parts = line.split(" ", 2);
    Map<String, String> fastjava = timed(Platform.FASTJAVA, parts[0], parts[1]);
    // Where Boot's own servers do not agree, either will do.
    assertThat(
            List.of(
                timed(Platform.MVC, parts[0], parts[1]),
                timed(Platform.WEBFLUX, parts[0], parts[1])))
        .contains(fastjava);
  }

  private static Map<?, ?> problem(Platform platform, String path) throws Exception {
    try (ConfigurableApplicationContext context = run(platform)) {
      HttpResponse<String> response = send(context, "GET", path);
      assertThat(response.headers().firstValue("content-type").orElse(""))
          .startsWith("application/problem+json");
      return JsonMapper.shared().readValue(response.body(), TreeMap.class);
    }
  }

  @Test
  void statusExceptionsAreTheSameProblems() throws Exception {
    Map<?, ?> fastjava = problem(Platform.FASTJAVA, "/missing");
    assertThat(fastjava.get("status")).isEqualTo(404);
    assertThat(List.of(problem(Platform.MVC, "/missing"), problem(Platform.WEBFLUX, "/missing")))
        .allSatisfy(each -> assertThat(fastjava).isEqualTo(each));
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void otherErrorsHaveTheirStatusAndNoTextOfTheException(Platform platform) throws Exception {
    try (ConfigurableApplicationContext context = run(platform)) {
      HttpResponse<String> broken = send(context, "GET", "/broken");
      assertThat(broken.statusCode()).isEqualTo(500);
      assertThat(broken.body()).doesNotContain("secret");
      assertThat(send(context, "GET", "/gone").statusCode()).isEqualTo(410);
      assertThat(send(context, "GET", "/nothing").statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void closingWaitsForRequestsUnderWayAndTakesNoNewOnes(Platform platform) throws Exception {
    ConfigurableApplicationContext context = run(platform);
    HttpRequest another = request(context, "GET", "/items/1");
    ItemsApplication.Gate gate = context.getBean(ItemsApplication.Gate.class);
    CompletableFuture<HttpResponse<String>> slow =
        CLIENT.sendAsync(request(context, "GET", "/slow"), BodyHandlers.ofString());
    assertThat(gate.entered.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
    await().atMost(Duration.ofSeconds(30)).until(() -> isRefused(another));
    assertThat(closing).isNotDone();
    gate.open.countDown();
    assertThat(slow.get(30, TimeUnit.SECONDS).body()).isEqualTo("{\"passed\":\"yes\"}");
    closing.get(30, TimeUnit.SECONDS);
  }

  /** Each time by a client that has no connection yet. */
  private static boolean isRefused(HttpRequest request) throws InterruptedException {
    try {
      int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
      return status == 503;
    } catch (IOException e) {
      return true;
    }
  }
}
