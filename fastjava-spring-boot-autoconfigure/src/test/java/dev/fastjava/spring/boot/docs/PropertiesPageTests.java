package dev.fastjava.spring.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.spring.boot.RegisterHook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page {@code docs/spring/Properties.md} is made of the metadata of the properties. Run with
 * {@code -Dfastjava.properties.write=true} it is written anew.
 */
public class PropertiesPageTests {
  private static final Path PAGE = Path.of("../docs/spring/Properties.md");

  private static final String HEAD =
      """
      # Properties

      All properties of FastJava, made from the metadata that IDEs read: do not edit. `PropertiesPageTests` checks
      it; run with `-Dfastjava.properties.write=true`, it writes it anew.

      Times are written as `10s`, `500ms` or in ISO-8601 form, sizes as `16KB` or `1MB`, names of enums in any case.
      `server.*`, `spring.ssl.*`, `spring.web.*` and other properties of Boot that hold here are on the pages of
      their topics; those of other servers that do nothing are warned of, with what to use instead.

      A property that gets another name stays in the metadata for a minor version, as deprecated and with its replacement:
      IDEs show that, and `spring-boot-properties-migrator` reports it and sets the new one.

      """;

  @Test
  void thePageHasAllProperties() throws IOException {
    String page = page();
    if (Boolean.getBoolean("fastjava.properties.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run with -Dfastjava.properties.write=true to write the page anew")
        .isEqualTo(page);
  }

  @Test
  void everyPropertyIsDescribedAndHasAType() throws IOException {
    List<JsonNode> properties = properties();
    assertThat(properties).hasSizeGreaterThan(80);
    assertThat(properties)
        .allSatisfy(
            property -> {
              assertThat(property.path("description").asString(""))
                  .as(name(property))
                  .hasSizeGreaterThan(3)
                  .endsWith(".");
              assertThat(property.path("type").asString("")).as(name(property)).isNotEmpty();
            });
  }

  @Test
  void hintsAreForPropertiesThatAreThere() throws IOException {
    Set<String> names =
        properties().stream().map(PropertiesPageTests::name).collect(Collectors.toSet());
    List<String> hinted =
        metadata().get("hints").valueStream().map(PropertiesPageTests::name).toList();
    assertThat(hinted).contains("fastjava.trust-proxy");
    assertThat(names).containsAll(hinted);
  }

  @Test
  void whatIsDeprecatedNamesAPropertyThatIsThere() throws IOException {
    Set<String> names =
        properties().stream().map(PropertiesPageTests::name).collect(Collectors.toSet());
    List<String> replacements =
        properties().stream()
            .filter(each -> each.has("deprecation"))
            .map(each -> each.get("deprecation").path("replacement").asString("none"))
            .toList();
    assertThat(names).containsAll(replacements).doesNotContain("none");
  }

  private static String page() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    String group = null;
    for (JsonNode each : properties()) {
      String own = group(name(each));
      if (!own.equals(group)) {
        page.append(group == null ? "" : "\n").append("## ").append(own).append("\n\n");
        page.append("| property | type | default | |\n|---|---|---|---|\n");
        group = own;
      }
      String value = value(each.get("defaultValue"));
      page.append("| `").append(name(each)).append("` | ").append(type(each)).append(" | ");
      page.append(value.isEmpty() ? "" : "`" + value + "`").append(" | ");
      page.append(text(each)).append(" |\n");
    }
    return page.toString();
  }

  private static String text(JsonNode property) {
    String text = property.path("description").asString("").replace("|", "\\|");
    JsonNode deprecation = property.get("deprecation");
    return deprecation == null
        ? text
        : "Deprecated: use `" + deprecation.path("replacement").asString("") + "`. " + text;
  }

  private static String value(JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
        : value.asString();
  }

  /** The first two names of a property; the own ones of the application have one. */
  private static String group(String name) {
    String[] names = name.split("\\.", -1);
    return names.length > 2 ? names[0] + "." + names[1] : names[0];
  }

  /** What can be written: the simple name of a type, or the constants of an enum. */
  private static String type(JsonNode property) {
    String type = property.get("type").asString();
    try {
      Class<?> found = ClassUtils.forName(type, PropertiesPageTests.class.getClassLoader());
      if (found.isEnum()) {
        return Stream.of(found.getEnumConstants())
            .map(each -> "`" + kebab(each.toString()) + "`")
            .collect(Collectors.joining(", "));
      }
    } catch (ClassNotFoundException | LinkageError generic) {
      // A list, of which the text tells more than a class.
    }
    String plain = type.replaceAll("[a-zA-Z0-9_]+\\.|[a-zA-Z0-9_]+\\$", "");
    return plain.replace("<", " of ").replace(">", "");
  }

  private static String kebab(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(JsonNode property) {
    return property.get("name").asString();
  }

  private static List<JsonNode> properties() throws IOException {
    Comparator<JsonNode> byGroup = Comparator.comparing(each -> group(name(each)));
    return metadata()
        .get("properties")
        .valueStream()
        // Those of endpoints are Boot's to tell of.
        .filter(each -> name(each).startsWith("fastjava."))
        .sorted(byGroup.thenComparing(PropertiesPageTests::name))
        .toList();
  }

  /** That of the module; endpoints of tests have one of their own beside it. */
  public static JsonNode metadata() throws IOException {
    URL module = RegisterHook.class.getProtectionDomain().getCodeSource().getLocation();
    URL metadata = new URL(module, "META-INF/spring-configuration-metadata.json");
    try (InputStream content = metadata.openStream()) {
      return JsonMapper.shared().readTree(content);
    }
  }
}
