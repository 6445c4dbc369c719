package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/Api.md} complete: every member of the reference has a row, and what a row names
 * of ours exists.
 */
class ApiPageTests {
  private static final Path PAGE = Path.of("../docs/Api.md");
  private static final Path ERRORS = Path.of("../docs/Errors.md");
  private static final String MEMBERS = "/api/reference-members.txt";

  private static final String NONE = "–";
  private static final String CODES = "Error codes";

  /** Some texts in code marks, separated by commas. */
  private static final Pattern NAMES = Pattern.compile("`[^`|]+`(, `[^`|]+`)*");

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** A text in code marks that is a type and a member of it, with arguments or without. */
  private static final Pattern MEMBER = Pattern.compile("`((?:[A-Z]\\w*\\.)+\\w+)(?:\\([^`]*)?`");

  private static final Pattern WITHOUT_MEANING =
      Pattern.compile("(?m)^\\| `(FST_ERR_\\w+)` \\| [^|]+ \\|$");

  private final PublicTypes types = PublicTypes.ofTheEngine();

  /** A row of a table: members of the reference, and what they are here. */
  private record Row(
      String section, List<String> reference, List<String> ours, boolean none, String notes) {}

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    String section = "";
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
      }
      if (!line.startsWith("| `")) {
        continue;
      }
      String[] cells = line.split(" *\\| *", -1);
      assertThat(cells).as(line).hasSize(5);
      assertThat(cells[1]).as(line).matches(NAMES);
      boolean none = cells[2].equals(NONE);
      if (!none) {
        assertThat(cells[2]).as(line).matches(NAMES);
      }
      rows.add(new Row(section, names(cells[1]), names(cells[2]), none, cells[3]));
    }
    return rows;
  }

  /** The names of the page, by section. */
  private static Map<String, List<String>> onThePage() throws IOException {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Row row : rows()) {
      names.computeIfAbsent(row.section(), section -> new ArrayList<>()).addAll(row.reference());
    }
    return names;
  }

  /** The names of the reference, by section. */
  private static Map<String, List<String>> ofTheReference() throws IOException {
    String text;
    try (var in = Objects.requireNonNull(ApiPageTests.class.getResourceAsStream(MEMBERS))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, List<String>> names = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        names.put(line.substring(1, line.length() - 1), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line);
      }
    }
    return names;
  }

  @Test
  void everyMemberOfTheReferenceHasOneRow() throws IOException {
    Map<String, List<String>> reference = ofTheReference();
    Map<String, List<String>> page = onThePage();
    assertThat(reference).hasSizeGreaterThan(20);
    assertThat(page.keySet()).containsExactlyElementsOf(reference.keySet());
    for (Map.Entry<String, List<String>> section : reference.entrySet()) {
      assertThat(page.get(section.getKey()))
          .as(section.getKey())
          .containsExactlyInAnyOrderElementsOf(section.getValue());
    }
  }

  @Test
  void everyTypeAndMemberInTheTablesIsPublic() throws IOException {
    List<String> unknown = new ArrayList<>();
    int known = 0;
    for (Row row : rows()) {
      for (String ours : row.ours()) {
        if (types.has(ours)) {
          known++;
        } else {
          unknown.add(row.section() + ": " + ours);
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(known).isGreaterThan(400);
  }

  /** Notes and text name members of other types, too, {@code Duration.ZERO} for example. */
  @Test
  void everyMemberOfOursInTheTextExists() throws IOException {
    List<String> unknown = new ArrayList<>();
    Matcher members = MEMBER.matcher(Files.readString(PAGE));
    while (members.find()) {
      String name = members.group(1);
      if (types.hasType(name.substring(0, name.indexOf('.'))) && !types.has(name)) {
        unknown.add(name);
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void whereThereIsNoneTheNoteSaysWhy() throws IOException {
    List<Row> none = rows().stream().filter(Row::none).toList();
    assertThat(none)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.notes()).as(row.toString()).hasSizeGreaterThan(10));
  }

  @Test
  void everyCodeHasARowThatSaysWhetherItIsRaised() throws IOException {
    List<Row> codes = rows().stream().filter(row -> row.section().equals(CODES)).toList();
    assertThat(codes.stream().flatMap(row -> row.reference().stream()))
        .containsAll(
            Arrays.stream(ErrorCode.values())
                .map(Enum::name)
                .filter(code -> code.startsWith("FST_ERR_"))
                .toList());
    assertThat(codes)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.none() || row.ours().contains("ErrorCode." + row.reference().get(0)))
                    .as(row.toString())
                    .isTrue());
    List<String> withoutMeaning =
        WITHOUT_MEANING.matcher(Files.readString(ERRORS)).results().map(c -> c.group(1)).toList();
    assertThat(
            codes.stream()
                .filter(row -> row.notes().startsWith("never raised: "))
                .flatMap(row -> row.reference().stream()))
        .containsExactlyInAnyOrderElementsOf(withoutMeaning);
  }

  @Test
  void aNameThatIsNotThereIsFound() {
    assertThat(types.has("Fastjava.register")).isTrue();
    assertThat(types.has("FastjavaOptions.Builder.bodyLimit")).isTrue();
    assertThat(types.has("Fastjava.registre")).isFalse();
    assertThat(types.has("Fastjava.toString")).isFalse();
    assertThat(types.has("NoSuchType.register")).isFalse();
    assertThat(types.has("FastjavaOptions.NoSuchType.bodyLimit")).isFalse();
    // Internal, or not public.
    assertThat(types.has("EngineProvider.create")).isFalse();
    assertThat(types.has("LoggingSettings.logger")).isFalse();
  }
}
