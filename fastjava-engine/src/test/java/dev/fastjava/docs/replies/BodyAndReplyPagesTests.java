package dev.fastjava.docs.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.docs.ExampleImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Keeps the pages true: all their Java is found in the tests of this package. */
class BodyAndReplyPagesTests {
  private static final List<String> PAGES = List.of("Reply.md", "ContentTypes.md", "Testing.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/fastjava/docs/replies");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyExampleIsCompiled() throws IOException {
    String sources = withoutSpace(sources());
    return PAGES.stream()
        .flatMap(page -> JAVA.matcher(read(Path.of("../docs", page))).results())
        .map(match -> match.group(1))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.lines().findFirst().orElse("empty"),
                    () ->
                        assertThat(
                                sources.contains(
                                    withoutSpace(ExampleImports.checked(example, sources))))
                            .as("a source with%n%s", example)
                            .isTrue()));
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(SOURCES)) {
      files.forEach(file -> all.append(read(file)));
    }
    return all.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new IllegalStateException(file.toString(), failure);
    }
  }

  /** The formatter and the page may break lines at different places. */
  private static String withoutSpace(String code) {
    return code.replaceAll("\\s", "");
  }
}
