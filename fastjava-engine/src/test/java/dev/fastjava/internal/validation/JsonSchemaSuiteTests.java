package dev.fastjava.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import dev.fastjava.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the public test suite of draft-07, which is not part of the project: its folder is named by
 * the system property {@value #FOLDER}, or stands beside the repository.
 *
 * <p>Two settings differ from the defaults besides coercion: in draft-07 keywords beside a {@code
 * $ref} do not count, and a schema may refer to itself.
 */
class JsonSchemaSuiteTests {
  private static final String FOLDER = "fastjava.jsonschema.suite";
  private static final String BESIDE = "../shared/json-schema-test-suite";
  private static final Pattern OTHER_DRAFTS = Pattern.compile("(draft(?!7)|v1/).*");
  private static final JsonMapper JSON = new JsonMapper();
  private static final ValidationOptions OPTIONS =
      ValidationOptions.of(
          v ->
              v.coercion(Coercion.OFF)
                  .useDefaults(UseDefaults.OFF)
                  .removeAdditional(RemoveAdditional.OFF)
                  .strict(Strictness.OFF)
                  .ignoreKeywordsWithRef(true)
                  .addUsedSchema(true));

  private static final String INTERNATIONAL =
      "international names are not known to ajv-formats, the reference; it takes them as unchecked";

  /** Why tests of a file do not pass; the reference fails them too unless it says otherwise. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("optional/content.json", "contentMediaType and contentEncoding only describe"),
          Map.entry(
              "optional/cross-draft.json", "remote schemas of other drafts are not registered"),
          Map.entry("optional/float-overflow.json", "1e308 is taken as the double it is"),
          Map.entry(
              "optional/unknownKeyword.json", "an $id counts inside of an unknown keyword, too"),
          Map.entry(
              "optional/format/date-time.json", "offsets and leap seconds as ajv-formats has them"),
          Map.entry(
              "optional/format/ecmascript-regex.json",
              "the schema does not compile, for its pattern is none: the suite counts an answer"),
          Map.entry(
              "optional/format/hostname.json", "letters are checked, Punycode is not decoded"),
          Map.entry("optional/format/idn-email.json", INTERNATIONAL),
          Map.entry("optional/format/idn-hostname.json", INTERNATIONAL),
          Map.entry("optional/format/iri.json", INTERNATIONAL),
          Map.entry("optional/format/iri-reference.json", INTERNATIONAL),
          Map.entry("optional/format/uri.json", "the grammar of ajv-formats is a little wider"),
          Map.entry(
              "optional/format/uri-reference.json", "the grammar of ajv-formats is a little wider"),
          Map.entry(
              "optional/format/uri-template.json", "the grammar of ajv-formats differs a little"));

  /** The tests of one kind. */
  private static final class Outcome {
    int passed;
    final List<String> failures = new ArrayList<>();

    void count(String test, boolean ok, @Nullable String reason) {
      if (ok) {
        passed++;
      } else {
        failures.add(reason == null ? test : test + " (" + reason + ")");
      }
    }
  }

  private static final Map<String, Outcome> OUTCOMES = new TreeMap<>();
  private static @Nullable Path folder;

  @BeforeAll
  static void runAll() throws IOException {
    folder = find();
    if (folder == null) {
      System.out.println("JSON Schema suite: not found, skipped (set -D" + FOLDER + ")");
      return;
    }
    Map<String, Object> remotes = remotes(folder.resolve("remotes"));
    Path tests = folder.resolve("tests/draft7");
    for (Path file : files(tests)) {
      String name = relative(tests, file);
      String kind = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "mandatory";
      Outcome outcome = OUTCOMES.computeIfAbsent(kind, key -> new Outcome());
      for (JsonNode group : JSON.readTree(file)) {
        run(name, group, remotes, outcome);
      }
    }
    OUTCOMES.forEach(
        (kind, outcome) -> {
          int total = outcome.passed + outcome.failures.size();
          System.out.println("JSON Schema suite, " + kind + ": " + outcome.passed + " of " + total);
          String file = "";
          for (String failure : outcome.failures) {
            if (!file.equals(fileOf(failure))) {
              file = fileOf(failure);
              System.out.println("  " + file + ": " + REASONS.get(file));
            }
            System.out.println("    not passed: " + failure);
          }
        });
  }

  private static @Nullable Path find() {
    String given = System.getProperty(FOLDER);
    if (given != null) {
      return Path.of(given);
    }
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve(".mvn"))) {
      root = root.getParent();
    }
    Path beside = root == null ? null : root.resolve(BESIDE).normalize();
    return beside != null && Files.isDirectory(beside) ? beside : null;
  }

  private static String fileOf(String failure) {
    return failure.substring(0, failure.indexOf(':'));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static Map<String, Object> remotes(Path folder) throws IOException {
    Map<String, Object> remotes = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      String name = relative(folder, file);
      if (!OTHER_DRAFTS.matcher(name).matches()) {
        remotes.put("http://localhost:1234/" + name, JSON.readValue(file.toFile(), Object.class));
      }
    }
    return remotes;
  }

  private static void run(
      String file, JsonNode group, Map<String, Object> remotes, Outcome outcome) {
    Validator validator = null;
    String reason = null;
    try {
      validator =
          new CompiledValidators()
              .build(remotes, OPTIONS)
              .compile(new RequestSchema(plain(group.get("schema")), "GET", "/", null));
    } catch (Exception e) {
      reason = e.getMessage();
    }
    for (JsonNode test : group.get("tests")) {
      String name =
          file
              + ": "
              + group.get("description").stringValue()
              + ": "
              + test.get("description").stringValue();
      boolean expected = test.get("valid").booleanValue();
      boolean ok = false;
      try {
        ok = validator != null && validator.validate(plain(test.get("data"))).isValid() == expected;
      } catch (Exception e) {
        reason = e.toString();
      }
      outcome.count(name, ok, reason);
    }
  }

  private static Object plain(JsonNode node) {
    return JSON.treeToValue(node, Object.class);
  }

  private static Outcome outcome(String kind) {
    Assumptions.assumeTrue(folder != null, "the suite is not there");
    return OUTCOMES.get(kind);
  }

  @Test
  void everyFailureHasAReason() {
    outcome("mandatory");
    assertThat(OUTCOMES.values())
        .flatExtracting(outcome -> outcome.failures)
        .allSatisfy(failure -> assertThat(REASONS).containsKey(fileOf(failure)));
  }

  @Test
  void everyMandatoryTestPasses() {
    assertThat(outcome("mandatory").failures).isEmpty();
  }

  /** Ajv passes 108 of 118. */
  @Test
  void asManyOptionalTestsPassAsWithTheReference() {
    assertThat(outcome("optional").passed).isGreaterThanOrEqualTo(108);
  }

  /** ajv-formats passes 572 of 676. */
  @Test
  void asManyFormatTestsPassAsWithTheReference() {
    assertThat(outcome("optional/format").passed).isGreaterThanOrEqualTo(572);
  }
}
