package dev.fastjava.spring.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Keeps the pages true: their Java is that of this module's tests. */
class SpringBootPageTests {
  private static final Path PAGE = Path.of("../docs/SpringBoot.md");
  private static final Path PAGES = Path.of("../docs/spring");
  private static final Path SOURCES = Path.of("src/test/java/dev/fastjava/spring/boot");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyExampleIsCompiled() throws IOException {
    List<String> sources = sources();
    List<String> examples =
        pages().stream()
            .flatMap(page -> JAVA.matcher(read(page)).results())
            .map(match -> match.group(1))
            .toList();
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

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return Stream.concat(
              Stream.of(PAGE), files.filter(each -> each.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(each -> each.toString().endsWith(".java"))
          .map(SpringBootPageTests::read)
          .map(SpringBootPageTests::withoutIndent)
          .toList();
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
