package dev.fastjava.spring.boot.docs.actuator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.spring.boot.FastjavaServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The page about the actuator is that of an application that runs. */
class ActuatorPageTests {
  private static final Path SOURCES =
      Path.of("src/test/java/dev/fastjava/spring/boot/docs/actuator");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static ConfigurableApplicationContext context;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    context =
        new SpringApplicationBuilder(Servers.class)
            .properties("server.port=0", "spring.jmx.enabled=false")
            .run(
                "--management.server.port=0",
                "--management.endpoints.web.exposure.include=health,features,fastjavaroutes",
                "--management.endpoint.health.show-details=when-authorized",
                "--management.endpoint.health.probes.add-additional-paths=true");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private HttpResponse<String> send(String port, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(port, path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String port, String path) {
    String number = context.getEnvironment().getRequiredProperty(port);
    return HttpRequest.newBuilder(URI.create("http://localhost:" + number + path));
  }

  @Test
  void everyExampleIsCompiled() throws IOException {
    String sources;
    try (Stream<Path> files = Files.list(SOURCES)) {
      sources = files.map(ActuatorPageTests::read).collect(Collectors.joining());
    }
    String page = read(Path.of("../docs/spring/Actuator.md"));
    assertThat(JAVA.matcher(page).results().map(match -> withoutIndent(match.group(1))))
        .isNotEmpty()
        .allSatisfy(example -> assertThat(withoutIndent(sources)).contains(example));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new IllegalStateException(file.toString(), failure);
    }
  }

  private static String withoutIndent(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  void featuresAreReadAndChanged() throws Exception {
    String port = "local.management.port";
    assertThat(send(port, "/actuator/features").body()).isEqualTo("{\"search\":true}");
    HttpRequest change =
        request(port, "/actuator/features/search")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"enabled\":false}"))
            .build();
    assertThat(client.send(change, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    assertThat(send(port, "/actuator/features").body()).isEqualTo("{\"search\":false}");
  }

  @Test
  void detailsAreForOperators() throws Exception {
    String port = "local.management.port";
    assertThat(send(port, "/actuator/health").body()).doesNotContain("diskSpace");
    assertThat(send(port, "/actuator/health", "x-token", "secret").body()).contains("diskSpace");
    assertThat(send(port, "/actuator/health").headers().map()).containsKey("x-inside");
    assertThat(send("local.server.port", "/livez").headers().map()).doesNotContainKey("x-inside");
  }

  @Test
  void everyServerHasItsRoutes() throws Exception {
    String port = "local.fastjava.admin.port";
    assertThat(send(port, "/version").body()).isEqualTo("{\"version\":3}");
    assertThat(send("local.server.port", "/version").body()).isEqualTo("{\"version\":3}");
    assertThat(send("local.server.port", "/purge").statusCode()).isEqualTo(404);
    assertThat(context.getBean("admin", FastjavaServer.class).app().hasRoute("POST", "/purge"))
        .isTrue();
    assertThat(send("local.management.port", "/actuator/fastjavaroutes").body())
        .contains("\"application\"", "\"admin\"", "\"management\"");
  }
}
