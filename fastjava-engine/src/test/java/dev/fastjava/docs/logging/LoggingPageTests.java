package dev.fastjava.docs.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.docs.ExampleImports;
import dev.fastjava.logging.LogFormat;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the page true: its Java is compiled, its lines look as it says. */
class LoggingPageTests {
  private static final Path PAGE = Path.of("../docs/Logging.md");
  private static final Path EXAMPLES =
      Path.of("src/test/java/dev/fastjava/docs/logging/LoggingExamples.java");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyExampleIsCompiled() throws IOException {
    String compiled = withoutSpace(Files.readString(EXAMPLES));
    return JAVA.matcher(Files.readString(PAGE))
        .results()
        .map(match -> match.group(1))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.lines().findFirst().orElse("empty"),
                    () ->
                        assertThat(compiled)
                            .contains(withoutSpace(ExampleImports.checked(example, compiled)))));
  }

  /** The formatter may break lines elsewhere than the page does. */
  private static String withoutSpace(String code) {
    return code.replaceAll("\\s+", "");
  }

  @Test
  void theExamplesOfLinesDoAsThePageSays() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Logger log = Logger.create(o -> o.stream(bytes).synchronous(true).base(Map.of()));
    LoggingExamples.writingLines(log, "Ada", 5, new IllegalStateException("broken"), 7);

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).endsWith("\"msg\":\"ready\"}");
    assertThat(lines.get(1)).endsWith("\"msg\":\"took 12 ms for Ada\"}");
    assertThat(lines.get(2)).contains("\"order\":7", "\"left\":0", "\"msg\":\"out of stock\"");
    assertThat(lines.get(3)).endsWith("\"order\":5}");
    assertThat(lines.get(4))
        .contains("\"err\":{\"type\":\"IllegalStateException\"")
        .endsWith("\"msg\":\"broken\"}");
    assertThat(lines.get(5)).endsWith("\"msg\":\"order 7 failed\"}");
  }

  @Test
  void theTableOfEnvironmentsMakesThreeLoggers() {
    try (Fastjava development = LoggingExamples.environments("development");
        Fastjava production = LoggingExamples.environments("production");
        Fastjava test = LoggingExamples.environments("test")) {
      assertThat(development.log().isLevelEnabled(LogLevel.INFO)).isTrue();
      assertThat(production.log().isLevelEnabled(LogLevel.INFO)).isTrue();
      assertThat(test.log().isLevelEnabled(LogLevel.FATAL)).isFalse();
    }
    assertThat(LogFormat.values()).hasSize(2);
  }
}
