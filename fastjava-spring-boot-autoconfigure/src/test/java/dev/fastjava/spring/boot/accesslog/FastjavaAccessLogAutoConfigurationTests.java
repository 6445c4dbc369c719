package dev.fastjava.spring.boot.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import dev.fastjava.spring.boot.autoconfigure.FastjavaServerAutoConfiguration;
import dev.fastjava.spring.boot.context.FastjavaWebServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("FutureReturnValueIgnored") // stages are what these handlers return
class FastjavaAccessLogAutoConfigurationTests {
  private static final String TIME = "\\[\\d\\d/[A-Z][a-z]{2}/\\d{4}(:\\d\\d){3} [+-]\\d{4}]";
  private final AccessLines lines = new AccessLines("fastjava.access");
  private final CountDownLatch waits = new CountDownLatch(1);
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  FastjavaAutoConfiguration.class, FastjavaAccessLogAutoConfiguration.class))
          .withPropertyValues("fastjava.accesslog.enabled=true")
          .withBean(
              "item",
              RouteDefinition.class,
              () -> RouteDefinition.get("/items/:id").handler((request, reply) -> "12345"))
          .withBean(
              "waits",
              RouteDefinition.class,
              () ->
                  RouteDefinition.get("/waits")
                      .handler(
                          (request, reply) -> {
                            waits.countDown();
                            return new CompletableFuture<>();
                          }))
          .withBean(
              "endless",
              RouteDefinition.class,
              () -> RouteDefinition.get("/endless").handler((request, reply) -> new Endless()));

  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }
  }

  @AfterEach
  void detach() {
    lines.close();
  }

  private String line(Consumer<InjectRequest> request, String... properties) {
    runner
        .withPropertyValues(properties)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              InjectRequest it = new InjectRequest().url("/items/7?x=1");
              request.accept(it);
              context.getBean(Inject.class).send(it);
            });
    return lines.next().getFormattedMessage();
  }

  @Test
  void nothingIsLoggedUnlessItIsSwitchedOn() {
    runner
        .withPropertyValues("fastjava.accesslog.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(AccessLogProperties.class));
  }

  @Test
  void commonLinesAreTheDefault() {
    assertThat(line(request -> {}))
        .matches("127\\.0\\.0\\.1 - - " + TIME + " \"GET /items/7\\?x=1 HTTP/1\\.1\" 200 5");
  }

  @Test
  void combinedLinesHaveRefererAndUserAgent() {
    assertThat(
            line(
                request ->
                    request.header("referer", "https://a.example/").header("user-agent", "curl/8"),
                "fastjava.accesslog.format=combined"))
        .endsWith("\"GET /items/7?x=1 HTTP/1.1\" 200 5 \"https://a.example/\" \"curl/8\"");
  }

  @Test
  void whatIsMissingIsADash() {
    assertThat(
            line(
                request -> request.method("HEAD").header("user-agent", ""),
                "fastjava.accesslog.format=combined"))
        .endsWith("\"HEAD /items/7?x=1 HTTP/1.1\" 200 - \"-\" \"-\"");
  }

  @Test
  void requestsWithoutARouteAndWithABadUrlAreLogged() {
    assertThat(line(request -> request.url("/no/where")))
        .contains("\"GET /no/where HTTP/1.1\" 404 ");
    assertThat(line(request -> request.url("/%zz"))).contains("\"GET /%zz HTTP/1.1\" 400 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          %a %{remote}a %{peer}a %h;127.0.0.1 127.0.0.1 127.0.0.1 127.0.0.1
          %B %b;5 5
          %H %m %U %q %s;HTTP/1.1 GET /items/7 ?x=1 200
          %v;localhost
          %{x-in}i %{content-length}o;in 5
          %{reqId}x %{none}x;req-1 -
          %{none}r;-
          100%% %l %u;100% - -
          COMMON;COMMON
          """)
  void patternsHaveTheLettersOfOtherServers(String pattern, String expected) {
    String line =
        line(request -> request.header("x-in", "in"), "fastjava.accesslog.pattern=" + pattern);
    if (pattern.equals("COMMON")) {
      assertThat(line).endsWith("\"GET /items/7?x=1 HTTP/1.1\" 200 5");
    } else {
      assertThat(line).isEqualTo(expected);
    }
  }

  @Test
  void timesHaveUnitsAndForms() {
    assertThat(
            line(
                request -> {},
                "fastjava.accesslog.pattern=%D %T %{ms}T %{us}T %{sec}t %{msec}t %{uuuu-MM-dd}t"))
        .matches("\\d+ \\d+ \\d+ \\d+ \\d{10,} \\d{13,} \\d{4}-\\d\\d-\\d\\d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%Z", "%", "%{x", "%{x}", "%{x}b", "%{h}T", "%{none of it}t", "%S", "%{local}a"})
  void patternsThatAreNoneStopTheStart(String pattern) {
    runner
        .withPropertyValues("fastjava.accesslog.pattern=" + pattern)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("fastjava.accesslog")
                    .hasMessageContaining("the pattern has"));
  }

  @Test
  void aFieldThatThereIsNotStopsTheStart() {
    runner
        .withPropertyValues(
            "fastjava.accesslog.format=json", "fastjava.accesslog.fields=method,nothing")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("there is no field 'nothing'"));
  }

  @Test
  @SuppressWarnings("unchecked") // a JSON object
  void jsonLinesHaveTheFieldsThatAreAskedFor() {
    Map<String, Object> all =
        new JsonMapper()
            .readValue(line(request -> {}, "fastjava.accesslog.format=json"), Map.class);
    assertThat(all)
        .containsOnlyKeys(
            "time",
            "reqId",
            "remoteAddress",
            "method",
            "url",
            "route",
            "protocol",
            "statusCode",
            "bytes",
            "responseTime",
            "userAgent")
        .containsEntry("url", "/items/7?x=1")
        .containsEntry("route", "/items/:id")
        .containsEntry("statusCode", 200)
        .containsEntry("bytes", 5);
    assertThat(
            line(
                request -> request.header("x-tenant", "blue"),
                "fastjava.accesslog.format=json",
                "fastjava.accesslog.fields=method,path,query,header:x-tenant,mdc:reqId"))
        .isEqualTo(
            "{\"method\":\"GET\",\"path\":\"/items/7\",\"query\":\"x=1\","
                + "\"x-tenant\":\"blue\",\"reqId\":\"req-1\"}");
  }

  @Test
  void fieldsAreKeyValuePairsForStructuredLogs() {
    runner
        .withPropertyValues(
            "fastjava.accesslog.format=fields", "fastjava.accesslog.fields=method,statusCode")
        .run(context -> context.getBean(Inject.class).get("/items/7"));
    var event = lines.next();
    assertThat(event.getFormattedMessage()).isEqualTo("GET /items/7 200");
    assertThat(event.getKeyValuePairs())
        .extracting(KeyValuePair::toString)
        .containsExactly("method=\"GET\"", "statusCode=\"200\"");
  }

  @Test
  void ignoredPathsAndConditionsLeaveRequestsOut() {
    runner
        .withPropertyValues("fastjava.accesslog.ignore-paths=/items/1,/static/*")
        .withBean(
            AccessLogCondition.class, () -> (request, reply) -> !request.url().contains("secret"))
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              inject.get("/items/1?x");
              inject.get("/static/a/b");
              inject.get("/items/2?secret");
              inject.get("/items/3");
            });
    assertThat(lines.next().getFormattedMessage()).contains("/items/3");
    assertThat(lines.isEmpty()).isTrue();
  }

  @Test
  void anotherLoggerMayHaveTheLines() {
    try (AccessLines others = new AccessLines("my.access")) {
      runner
          .withPropertyValues("fastjava.accesslog.logger=my.access")
          .run(context -> context.getBean(Inject.class).get("/items/1"));
      assertThat(others.next().getFormattedMessage()).contains("/items/1");
      assertThat(lines.isEmpty()).isTrue();
    }
  }

  @Test
  void aLoggerThatIsOffCostsNothing() {
    runner
        .withBean(
            AccessLogCondition.class,
            () ->
                (request, reply) -> {
                  throw new AssertionError("asked for nothing");
                })
        .run(
            context -> {
              assertThat(context).getBeans(RequestListener.class).isNotEmpty();
              ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("fastjava.access"))
                  .setLevel(ch.qos.logback.classic.Level.OFF);
              assertThat(context.getBean(Inject.class).get("/items/1").statusCode()).isEqualTo(200);
            });
    assertThat(lines.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"common", "combined", "json", "fields"})
  void clientsCannotForgeALine(String format) {
    String line =
        line(
            request ->
                request
                    .header("user-agent", "a\" 200 5\r\n9.9.9.9 - -\u001b[2J\u0085\u2028\u202e\\")
                    .header("referer", "\n")
                    .header("x-forwarded-for", "1.1.1.1 - - [x] \"GET / HTTP/1.1\" 200"),
            "fastjava.accesslog.format=" + format,
            "fastjava.trust-proxy=all");
    assertThat(line)
        .doesNotContain("\r", "\n", "\u001b", "\u0085", "\u2028", "\u202e")
        .hasSizeLessThan(2000);
    if (!format.equals("fields")) {
      assertThat(line).doesNotContain("a\" 200");
    }
    if (format.equals("combined")) {
      assertThat(line)
          .endsWith(
              "\"\\x0a\" \"a\\\" 200 5\\x0d\\x0a9.9.9.9 - -\\x1b[2J\\x85\\u2028\\u202e\\\\\"");
    }
    if (format.startsWith("com")) {
      assertThat(line.split(" \"", -1)[0].split(" ", -1))
          .as("fields before the request")
          .hasSize(5);
    }
  }

  private String lineOfAborted(String path, int bytesRead) {
    String[] line = new String[1];
    runner
        .withConfiguration(AutoConfigurations.of(FastjavaServerAutoConfiguration.class))
        .withPropertyValues("server.port=0", "fastjava.accesslog.pattern=%s %r")
        .run(
            context -> {
              int port = context.getBean(FastjavaWebServer.class).getPort();
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                ask(socket, path);
                if (bytesRead == 0) {
                  assertThat(waits.await(20, TimeUnit.SECONDS)).isTrue();
                } else {
                  assertThat(socket.getInputStream().readNBytes(bytesRead)).hasSize(bytesRead);
                }
              }
              line[0] = lines.next().getFormattedMessage();
            });
    return line[0];
  }

  private static void ask(Socket socket, String path) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aClientThatLeftBeforeTheReplyHasNoStatus() {
    assertThat(lineOfAborted("/waits", 0)).isEqualTo("- GET /waits HTTP/1.1");
  }

  @Test
  void aClientThatLeftWithinTheReplyHasSeenItsStatus() {
    assertThat(lineOfAborted("/endless", 1000)).isEqualTo("200 GET /endless HTTP/1.1");
  }
}
