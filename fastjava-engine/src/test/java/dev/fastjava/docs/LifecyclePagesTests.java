package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the pages on the lifecycle true: their Java boots, their table has all error codes. */
class LifecyclePagesTests {
  private static final Path PAGES = Path.of("../docs");
  private static final Path SOURCES = Path.of("src/test/java/dev/fastjava/docs");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(FST_ERR_\\w+)` \\| (\\d+) \\| (.*?) \\| (.*?) \\|$", Pattern.MULTILINE);
  private static final Pattern WITHOUT_MEANING =
      Pattern.compile("^\\| `(FST_ERR_\\w+)` \\| ([^|]*) \\|$", Pattern.MULTILINE);

  private static final Map<String, Class<?>> CLASSES =
      new TreeMap<>(
          Map.of(
              "Lifecycle", LifecyclePage.class,
              "Hooks", HooksPage.class,
              "Encapsulation", EncapsulationPage.class,
              "Plugins", PluginsPage.class,
              "Decorators", DecoratorsPage.class,
              "Errors", ErrorsPage.class));

  private static String page(String name) throws IOException {
    return Files.readString(PAGES.resolve(name + ".md"));
  }

  /** The examples of a page, with the classes that one of them is made of. */
  private static String source(String name) throws IOException {
    String source = Files.readString(SOURCES.resolve(name + "Page.java"));
    return name.equals("Plugins")
        ? source
            + Files.readString(SOURCES.resolve("Maintenance.java"))
            + Files.readString(SOURCES.resolve("MaintenanceOptions.java"))
        : source;
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsThatOfTheSource() {
    return CLASSES.keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      String source = withoutIndent(source(name));
                      List<String> examples =
                          JAVA.matcher(page(name)).results().map(each -> each.group(1)).toList();
                      assertThat(examples).isNotEmpty();
                      assertThat(examples)
                          .allSatisfy(
                              each ->
                                  assertThat(source)
                                      .contains(
                                          withoutIndent(ExampleImports.checked(each, source))));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyExampleBoots() {
    return CLASSES.values().stream()
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(each -> each.getName().startsWith("example"))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getDeclaringClass().getSimpleName() + '.' + each.getName(),
                    () -> assertThatCode(() -> boot(each)).doesNotThrowAnyException()));
  }

  private static void boot(Method example) throws Throwable {
    try (Fastjava app = Fastjava.create()) {
      example.invoke(null, app);
      Eventually.join(app.ready());
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  @Test
  void tableHasEveryCodeWithItsStatusAndMessage() throws IOException {
    List<MatchResult> rows = ROW.matcher(page("Errors")).results().toList();
    assertThat(rows.stream().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              ErrorCode code = ErrorCode.valueOf(row.group(1));
              assertThat(row.group(2)).as(code.name()).isEqualTo(code.statusCode() + "");
              assertThat(row.group(3)).as(code.name()).isEqualTo(code.message());
            });
  }

  /** A code is raised somewhere in the engine, or the page says why it is not; not both. */
  @Test
  void codesThatAreNeverRaisedHaveAReason() throws IOException {
    List<String> explained =
        WITHOUT_MEANING.matcher(page("Errors")).results().map(row -> row.group(1)).toList();
    String engine;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      engine =
          files
              .filter(each -> each.toString().endsWith(".java"))
              .filter(each -> !each.endsWith("ErrorCode.java"))
              .map(LifecyclePagesTests::read)
              .collect(Collectors.joining());
    }
    List<String> neverRaised =
        Arrays.stream(ErrorCode.values())
            .map(Enum::name)
            // For the replies of applications.
            .filter(each -> !each.equals("FST_ERR_NOT_FOUND"))
            .filter(each -> !Pattern.compile("\\b" + each + "\\b").matcher(engine).find())
            .toList();
    assertThat(explained).containsExactlyInAnyOrderElementsOf(neverRaised);
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
