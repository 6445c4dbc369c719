package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No example of any page is text alone: all Java stands in the source of a test. */
class ExamplesTests {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyExampleOfEveryPageIsCompiled() throws IOException {
    String sources =
        files(Path.of("src/test/java/dev/fastjava/docs"), ".java").stream()
            .map(ExamplesTests::read)
            .collect(Collectors.joining());
    String compiled = withoutSpace(sources);
    // The module of Spring Boot has the sources of its pages.
    List<Path> pages =
        files(DOCS, ".md").stream()
            .filter(each -> !each.endsWith("SpringBoot.md"))
            .filter(each -> !each.startsWith(DOCS.resolve("spring")))
            .toList();
    List<String> examples =
        pages.stream()
            .flatMap(page -> JAVA.matcher(read(page)).results())
            .map(each -> each.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThan(100);
    assertThat(examples)
        .allSatisfy(
            example ->
                assertThat(
                        compiled.contains(withoutSpace(ExampleImports.checked(example, sources))))
                    .as(example)
                    .isTrue());
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.toString().endsWith(end)).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s", "");
  }
}
