package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.CustomErrorCode;
import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarnTests {
  private static final CustomWarningCode OLD = CustomWarningCode.of("SHOP001", "%s is old");

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  private Fastjava app() {
    return Fastjava.create(o -> o.warningListener((code, text) -> warnings.add(code + ' ' + text)));
  }

  @Test
  void warningOfAPluginNamesThePluginWhileItIsLoaded() {
    try (Fastjava app = app()) {
      app.register(
          Plugins.named(
              "shop",
              (shop, o) ->
                  shop.register(Plugins.shared("cart", (cart, p) -> cart.warn(OLD, "basket")))));
      Eventually.join(app.ready());
    }
    assertThat(warnings).containsExactly("SHOP001 basket is old (in root -> shop -> cart)");
  }

  @Test
  void warningsAreGivenWhateverTheirArgumentsAre() {
    CustomWarningCode two =
        CustomWarningCode.of("SHOP002", "%s of %s, 5%% and 7% more").unlimited();
    try (Fastjava app = app()) {
      app.warn(two, "1");
      app.warn(two, "%s", 2, 3);
    }
    assertThat(warnings)
        .containsExactly(
            "SHOP002 1 of %s, 5% and 7% more (in root)",
            "SHOP002 %s of 2, 5% and 7% more (in root)");
  }

  @Test
  void codesAreWordsAndNotThoseOfTheFramework() {
    for (String code : List.of("", "a b", "a\r\n", "\u0000")) {
      assertThatThrownBy(() -> CustomWarningCode.of(code, "x"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> CustomErrorCode.of(code, 409, "x"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> CustomErrorCode.of("FST_ERR_VALIDATION", 409, "x"))
        .hasMessageContaining("framework's own");
    assertThatThrownBy(() -> CustomWarningCode.of("FJVWRN007", "x"))
        .hasMessageContaining("framework's own");
    assertThat(CustomErrorCode.of("FST_JWT_BAD", 409, "x").code()).isEqualTo("FST_JWT_BAD");
  }

  @Test
  void warningIsGivenOnceByEachServer() {
    for (int server = 0; server < 2; server++) {
      try (Fastjava app = app()) {
        app.warn(OLD, "a");
        app.warn(OLD, "b");
      }
    }
    assertThat(warnings)
        .containsExactly("SHOP001 a is old (in root)", "SHOP001 a is old (in root)");
  }

  @Test
  void unlimitedWarningIsGivenEachTimeAlsoByHandlers() {
    try (Fastjava app = app()) {
      app.register(
          Plugins.named(
              "shop",
              (shop, o) ->
                  shop.get(
                      "/",
                      (request, reply) -> {
                        request.server().warn(OLD.unlimited(), "order");
                        return "x";
                      })));
      app.inject().get("/");
      app.inject().get("/");
    }
    assertThat(warnings).hasSize(2).containsOnly("SHOP001 order is old (in root -> shop)");
  }

  @Test
  void codeIsNotEmpty() {
    assertThatThrownBy(() -> CustomWarningCode.of("", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoLambdasOfOneClassDoNotShareAName() {
    List<String> names = new ArrayList<>();
    try (Fastjava app = app()) {
      Plugin twice = (child, o) -> names.add(child.pluginName());
      app.register(twice).register((child, o) -> names.add(child.pluginName())).register(twice);
      Eventually.join(app.ready());
      assertThat(app.printPlugins()).contains("WarnTests lambda 2 ");
    }
    assertThat(names).containsExactly("WarnTests lambda", "WarnTests lambda 2", "WarnTests lambda");
  }

  @Test
  void optionsOfASharedPluginThatNeedAContextAreWarnedAbout() {
    try (Fastjava app = app()) {
      app.register(
          Plugins.shared("db", (db, o) -> db.get("/a", (request, reply) -> "a")),
          o ->
              o.prefix("/p")
                  .logLevel(LogLevel.DEBUG)
                  .execution(Execution.EVENT_LOOP)
                  .logSerializers(Map.of("secret", value -> "x")));
      app.register(Plugins.shared("quiet", (quiet, o) -> {}), o -> o.prefix("").set("size", 5));
      app.register(Plugins.named("own", (own, o) -> {}), o -> o.prefix("/own"));
      assertThat(app.inject("/a").statusCode()).isEqualTo(200);
      assertThat(app.inject("/p/a").statusCode()).isEqualTo(404);
    }
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("FJVWRN007 The plugin db is shared")
        .contains("the prefix '/p'", "the logLevel DEBUG", "the execution EVENT_LOOP", "[secret]");
  }

  record Ids(int idd) {}

  record Defaulted(@com.fasterxml.jackson.annotation.JsonProperty(defaultValue = "1") int page) {}

  @Test
  void parametersThatThePathDoesNotHaveAreWarnedAbout() {
    try (Fastjava app = app()) {
      app.get(
          "/typed/:id", r -> r.params(Ids.class).handle((ids, request, reply) -> ids.toString()));
      app.get("/named/:idd", r -> r.schema(s -> s.params(Ids.class)), (request, reply) -> "ok");
      app.get("/maybe/:idd?", r -> r.schema(s -> s.params(Ids.class)), (request, reply) -> "ok");
      app.get("/x/:id", r -> r.schema(s -> s.params(Defaulted.class)), (request, reply) -> "ok");
      app.post(
          "/hand/:a-:b",
          r ->
              r.schema(s -> s.params(Map.of("type", "object", "required", List.of("a", "b", "c")))),
          (request, reply) -> "ok");
      assertThat(app.inject("/typed/1").statusCode()).isEqualTo(400);
    }
    assertThat(warnings.stream().filter(each -> each.startsWith("FJVWRN008")))
        .hasSize(2)
        .anyMatch(each -> each.contains("/typed/:id requires idd,"))
        .anyMatch(each -> each.contains("POST:/hand/:a-:b requires c,"));
  }

  @Test
  void schemasOfHeadersThatReferToOthersAreWarnedAbout() {
    try (Fastjava app = app()) {
      app.addSchema("{\"$id\":\"https://a.example/h\",\"type\":\"object\"}");
      app.get(
          "/other",
          r -> r.schema(s -> s.headers("{\"$ref\":\"https://a.example/h#\"}")),
          (request, reply) -> "x");
      app.get(
          "/names",
          r ->
              r.schema(
                  s ->
                      s.headers(
                          "{\"type\":\"object\",\"definitions\":{\"n\":{\"type\":\"string\"}},"
                              + "\"propertyNames\":{\"$ref\":\"#/definitions/n\"}}")),
          (request, reply) -> "x");
      app.get(
          "/body",
          r -> r.schema(s -> s.querystring("{\"$ref\":\"https://a.example/h#\"}")),
          (request, reply) -> "x");
      Eventually.join(app.ready());
    }
    assertThat(warnings)
        .filteredOn(each -> each.startsWith("FSTSEC") && !each.contains("HEAD:"))
        .hasSize(2)
        .anyMatch(each -> each.startsWith("FSTSEC002") && each.contains("GET:/other"))
        .anyMatch(each -> each.startsWith("FSTSEC003") && each.contains("GET:/names"));
  }

  @Test
  void thePageOnErrorsHasEveryWarningOfTheEngine() throws IOException {
    Pattern code = Pattern.compile("\"((?:FST(?:WRN|SEC|DEP)|FJVWRN)\\d{3})\"");
    Set<String> given = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        code.matcher(Files.readString(source)).results().forEach(m -> given.add(m.group(1)));
      }
    }
    Set<String> told = new TreeSet<>();
    Pattern.compile("(?m)^\\| `((?:FST(?:WRN|SEC|DEP)|FJVWRN)\\d{3})` \\|")
        .matcher(Files.readString(Path.of("../docs/Errors.md")))
        .results()
        .forEach(m -> told.add(m.group(1)));
    assertThat(given).hasSizeGreaterThan(10).isEqualTo(told);
  }
}
