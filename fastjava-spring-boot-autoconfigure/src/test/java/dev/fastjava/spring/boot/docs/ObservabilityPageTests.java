package dev.fastjava.spring.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.spring.boot.accesslog.FastjavaAccessLogAutoConfiguration;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import dev.fastjava.spring.boot.observation.FastjavaObservationAutoConfiguration;
import dev.fastjava.spring.boot.observation.ServerRequestObservationContext;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the page about observability shows is compiled, and does what it says. */
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityPageTests implements ObservationHandler<ServerRequestObservationContext> {
  private static final Path PAGE = Path.of("../docs/spring/Observability.md");
  private final CompletableFuture<ServerRequestObservationContext> observed =
      new CompletableFuture<>();

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }

  @Override
  public void onStop(ServerRequestObservationContext context) {
    observed.complete(context);
  }

  @Test
  void examplesAreThoseThatAreTested() throws IOException {
    Path sources = Path.of("src/test/java/dev/fastjava/spring/boot/docs");
    String all =
        Files.readString(sources.resolve("TenantKeys.java"))
            + Files.readString(sources.resolve("Orders.java"));
    assertThat(blocks("java")).hasSize(3).allSatisfy(example -> assertThat(all).contains(example));
  }

  @Test
  void observationsHaveTheKeyValuesOfTheExamples() throws Exception {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(this);
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                FastjavaAutoConfiguration.class,
                FastjavaObservationAutoConfiguration.class,
                FastjavaAccessLogAutoConfiguration.class))
        .withUserConfiguration(Orders.class, TenantKeys.class)
        .withBean(ObservationRegistry.class, () -> registry)
        .run(
            context -> {
              InjectRequest request = new InjectRequest().url("/orders/7").header("x-internal", "");
              assertThat(context.getBean(Inject.class).send(request).statusCode()).isEqualTo(200);
            });
    ServerRequestObservationContext context = observed.get(20, TimeUnit.SECONDS);
    assertThat(context.getLowCardinalityKeyValues())
        .contains(KeyValue.of("internal", "true"), KeyValue.of("uri", "/orders/:id"));
    assertThat(context.getHighCardinalityKeyValues())
        .contains(KeyValue.of("order", "7"), KeyValue.of("http.url", "/orders/7"));
  }

  @Test
  void theAccessLogHasTheLineOfTheExample(CapturedOutput output) throws IOException {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                FastjavaAutoConfiguration.class, FastjavaAccessLogAutoConfiguration.class))
        .withUserConfiguration(Orders.class)
        .withPropertyValues("fastjava.logging.requests=false")
        .withPropertyValues(blocks("properties").get(0).lines().toArray(String[]::new))
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              inject.send(new InjectRequest().url("/orders/8").header("x-probe", "1"));
              inject.send(
                  new InjectRequest().url("/orders/7?full=1").header("user-agent", "curl/8.5.0"));
            });
    assertThat(output.getOut())
        .containsPattern(
            "127\\.0\\.0\\.1 - - \\[.*] \"GET /orders/7\\?full=1 HTTP/1\\.1\" 200 10 \"-\""
                + " \"curl/8\\.5\\.0\"")
        .doesNotContain("/orders/8");
  }

  @Test
  void theFileOfTheExampleHasTheLinesAlone(@TempDir Path directory) throws Exception {
    String xml =
        blocks("xml").get(1).replace("logs/", directory.toString().replace('\\', '/') + "/");
    LoggerContext logging = new LoggerContext();
    logging.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(logging);
    configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    logging.getLogger("fastjava.access").info("line");
    logging.stop();
    assertThat(directory.resolve("access.log")).hasContent("line\n");
  }
}
