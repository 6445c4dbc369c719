package dev.fastjava.spring.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the page true: its Java is that of this package, its properties are those there are. */
class SpringBootPageTests {
  private static final Path PAGE = Path.of("../docs/SpringBoot.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/fastjava/spring/boot/docs");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TABLE_ROW =
      Pattern.compile("^\\| `(fastjava\\.[a-z0-9.-]+)` \\| (.*?) \\|", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> everyExampleIsCompiled() throws IOException {
    List<String> sources = sources();
    List<String> examples =
        JAVA.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(examples).isNotEmpty();
    return examples.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.lines().findFirst().orElse("empty"),
                    () ->
                        assertThat(sources)
                            .as("a source with%n%s", example)
                            .anyMatch(source -> source.contains(withoutIndent(example)))));
  }

  @Test
  void everyPropertyIsListedWithItsDefault() throws IOException {
    Map<String, String> listed =
        TABLE_ROW
            .matcher(Files.readString(PAGE))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), SpringBootPageTests::defaultOf));
    assertThat(listed).containsExactlyInAnyOrderEntriesOf(properties());
  }

  @Test
  void everyPropertyIsDescribed() throws IOException {
    assertThat(metadata()).isNotEmpty();
    for (JsonNode property : metadata()) {
      assertThat(property.path("description").asString(""))
          .as(property.get("name").asString())
          .hasSizeGreaterThan(3)
          .endsWith(".");
      assertThat(property.path("type").asString("")).isNotEmpty();
    }
  }

  /** Words instead of code tell what holds when a property has no default of its own. */
  private static String defaultOf(MatchResult row) {
    String cell = row.group(2);
    return cell.startsWith("`") ? cell.replace("`", "") : "";
  }

  private static Map<String, String> properties() throws IOException {
    return metadata()
        .valueStream()
        .collect(
            Collectors.toMap(
                property -> property.get("name").asString(),
                property -> property.path("defaultValue").asString("")));
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream metadata =
        SpringBootPageTests.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return JsonMapper.shared().readTree(metadata).get("properties");
    }
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files.map(SpringBootPageTests::read).map(SpringBootPageTests::withoutIndent).toList();
    }
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
}
