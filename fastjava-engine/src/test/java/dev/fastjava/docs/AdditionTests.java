package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps true which files an addition touches, as CONTRIBUTING.md says. */
class AdditionTests {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path PAGES = Path.of("src/test/java/dev/fastjava/docs");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
  private static final Pattern COMMENT = Pattern.compile("(?s)//[^\\n]*|/\\*.*?\\*/");

  /** The files that the page names under a title. */
  private static List<String> files(String title) throws IOException {
    String page = Files.readString(Path.of("../CONTRIBUTING.md"));
    String section = page.substring(page.indexOf("### " + title));
    int end = section.indexOf("\n#", 1);
    return ROW.matcher(end < 0 ? section : section.substring(0, end))
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  /** The sources whose code, and not only a comment, has a word. */
  private static List<String> sourcesWith(Path sources, String word) throws IOException {
    Pattern whole = Pattern.compile("\\b" + word + "\\b");
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> whole.matcher(codeOf(file)).find())
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .toList();
    }
  }

  private static String codeOf(Path file) {
    try {
      return COMMENT.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void routeOptionIsInTheFilesThatThePageNames() throws Exception {
    List<String> named = files("A route option");
    assertThat(named).isNotEmpty();
    assertThat(sourcesWith(MAIN, "validationGroups")).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void hookIsInTheFilesThatThePageNames() throws Exception {
    List<String> named = files("A hook");
    assertThat(named).isNotEmpty();
    assertThat(sourcesWith(MAIN, "onTimeout")).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void pluginIsInTheFilesThatThePageNames() throws Exception {
    List<String> named = files("A plugin");
    assertThat(named).hasSize(3);
    assertThat(sourcesWith(PAGES, "Maintenance(Options)?")).containsAll(named);
  }
}
