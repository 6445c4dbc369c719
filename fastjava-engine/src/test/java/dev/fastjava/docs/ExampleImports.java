package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The imports that an example of a page begins with. They are some of those of the source that it
 * stands in, so each is looked for by itself.
 */
public final class ExampleImports {
  private ExampleImports() {}

  /**
   * Checks that a source has the imports of an example.
   *
   * @param example the example as the page has it
   * @param source the source, with whatever spaces
   * @return the example without its imports
   */
  public static String checked(String example, String source) {
    List<String> imports = of(example);
    if (!imports.isEmpty()) {
      assertThat(withoutSpace(source))
          .contains(imports.stream().map(ExampleImports::withoutSpace).toList());
    }
    return example
        .lines()
        .filter(each -> !isImport(each))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  static List<String> of(String example) {
    return example.lines().filter(ExampleImports::isImport).toList();
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
