package dev.fastjava.docs.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.docs.ExampleImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The Java examples of a page, each of which a test has to run. */
final class PageExamples {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private PageExamples() {}

  /** A test for each example: that its text stands in the source of the tests. */
  static Stream<DynamicTest> of(String page, Class<?> tests) throws IOException {
    Path path =
        Path.of("src/test/java", tests.getName().replace('.', '/') + ".java").toAbsolutePath();
    String source = withoutSpace(Files.readString(path));
    return JAVA.matcher(Files.readString(Path.of("../docs", page)))
        .results()
        .map(match -> match.group(1))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.lines().findFirst().orElse("empty"),
                    () ->
                        assertThat(
                                source.contains(
                                    withoutSpace(ExampleImports.checked(example, source))))
                            .as("%s has%n%s", path, example)
                            .isTrue()));
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
