package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who copies the first example of a page has the imports that it needs. */
class FirstExampleTests {
  /** Other types are the application's own, or those of the JDK. */
  private static final PublicTypes TYPES = PublicTypes.ofTheEngine();

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** A type in code, by its simple name; not the second part of a name such as Duration.ZERO. */
  private static final Pattern TYPE = Pattern.compile("(?<![\\w.\"@])([A-Z][a-z]\\w*)");

  @TestFactory
  Stream<DynamicTest> theFirstExampleOfEachPageShowsItsImports() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(Path.of("../docs"))) {
      pages = files.filter(each -> each.toString().endsWith(".md")).sorted().toList();
    }
    return Stream.concat(pages.stream(), Stream.of(Path.of("../README.md")))
        .filter(page -> firstExample(page).isPresent())
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getFileName().toString(), () -> check(firstExample(page).orElseThrow())));
  }

  private static void check(String example) {
    List<String> imports = ExampleImports.of(example);
    assertThat(imports).isNotEmpty();
    List<String> missing =
        TYPE.matcher(example.replaceAll("//.*", ""))
            .results()
            .map(each -> each.group(1))
            .filter(TYPES::hasType)
            .filter(type -> imports.stream().noneMatch(each -> each.endsWith("." + type + ";")))
            .toList();
    assertThat(missing).isEmpty();
  }

  private static Optional<String> firstExample(Path page) {
    try {
      return JAVA.matcher(Files.readString(page))
          .results()
          .map(FirstExampleTests::code)
          .findFirst();
    } catch (IOException failure) {
      throw new IllegalStateException(page.toString(), failure);
    }
  }

  private static String code(MatchResult example) {
    return example.group(1);
  }
}
