package dev.fastjava.spring.boot.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the pages about migration show side by side answers alike. */
@FastjavaTest
class MigrationTests {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Path SOURCES = Path.of("src/test/java/dev/fastjava/spring/boot/migration");

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(OrderRoutes.class)
  static class Application {
    @Bean
    Orders orders() {
      return new Orders();
    }
  }

  private record Answer(int status, String body, String location) {}

  private static Answer ofController(WebTestClient client, String method, String url, String body) {
    WebTestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(method)).uri(url);
    if (!body.isEmpty()) {
      request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }
    EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
    byte[] content = result.getResponseBody();
    String location = result.getResponseHeaders().getFirst("location");
    return new Answer(
        result.getStatus().value(),
        content == null ? "" : new String(content, StandardCharsets.UTF_8),
        location == null ? "" : location);
  }

  private static Answer ofRoutes(Inject inject, String method, String url, String body) {
    InjectResponse response =
        inject.send(
            request -> {
              request.method(method).url(url);
              if (!body.isEmpty()) {
                request.header("content-type", "application/json").payload(body);
              }
            });
    String location = response.header("location");
    return new Answer(response.statusCode(), response.body(), location == null ? "" : location);
  }

  @Test
  void routesAnswerAsTheControllerDoes(@Autowired Inject inject) {
    WebTestClient client =
        WebTestClient.bindToController(new OrderController(new Orders())).build();
    List<String> requests =
        List.of(
            "POST /orders {\"customer\":\"Ada\",\"quantity\":2}",
            "POST /orders {\"customer\":\"Alan\",\"quantity\":1}",
            "GET /orders ",
            "GET /orders?from=1 ",
            "GET /orders?from=0&size=1 ",
            "GET /orders/2 ",
            "GET /orders/7 ");
    for (String each : requests) {
      String[] parts = each.split(" ", 3);
      assertThat(ofRoutes(inject, parts[0], parts[1], parts[2]))
          .as(each)
          .isEqualTo(ofController(client, parts[0], parts[1], parts[2]));
    }
    for (String refused :
        List.of(
            "POST /orders {\"customer\":\" \",\"quantity\":2}",
            "POST /orders {\"customer\":\"Ada\",\"quantity\":0}",
            "POST /orders {",
            "GET /orders?size=101 ",
            "GET /orders/x ")) {
      String[] parts = refused.split(" ", 3);
      assertThat(ofRoutes(inject, parts[0], parts[1], parts[2]).status())
          .as(refused)
          .isEqualTo(400);
      assertThat(ofController(client, parts[0], parts[1], parts[2]).status())
          .as(refused)
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring/MigratingFromMvc.md", "spring/MigratingFromWebFlux.md"})
  void everyExampleIsCompiled(String page) throws IOException {
    List<String> sources;
    try (Stream<Path> files = Files.list(SOURCES)) {
      sources = files.map(MigrationTests::read).toList();
    }
    List<String> examples =
        JAVA.matcher(Files.readString(Path.of("../docs", page)))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      assertThat(sources).as(example).anyMatch(source -> source.contains(example));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
