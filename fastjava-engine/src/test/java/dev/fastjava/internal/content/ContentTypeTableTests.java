package dev.fastjava.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContentTypeTableTests {
  private final ContentTypeTable.Builder<String> builder =
      ContentTypeTable.<String>builder(new SeenTypes())
          .addDefault("application/json", "json")
          .addDefault("text/plain", "text");

  private String parserFor(String header) {
    return builder.build().match(header).parser();
  }

  @Test
  void typesAreFoundWhateverTheirCaseAndParameters() {
    assertThat(parserFor("application/json")).isEqualTo("json");
    assertThat(parserFor("Application/JSON; charset=utf-8")).isEqualTo("json");
    assertThat(parserFor("application/xml")).isNull();
  }

  @Test
  void aTypeWithParametersComesBeforeTheBareOne() {
    builder.add("text/html", "bare").add("text/html; charset=utf-8", "exact");

    assertThat(parserFor("text/html;charset=utf-8")).isEqualTo("exact");
    assertThat(parserFor("text/html;charset=latin1")).isEqualTo("bare");
  }

  @Test
  void typesComeBeforeExpressionsAndTheLastExpressionIsTriedFirst() {
    builder
        .add(Pattern.compile("^text/"), "first")
        .add(Pattern.compile("^text/x"), "second")
        .add("text/x-known", "known")
        .add("*", "any");

    assertThat(parserFor("text/x-known")).isEqualTo("known");
    assertThat(parserFor("text/x-other")).isEqualTo("second");
    assertThat(parserFor("text/y")).isEqualTo("first");
    assertThat(parserFor("image/png")).isEqualTo("any");
  }

  @Test
  void bodiesWithoutATypeGoToTheCatchAll() {
    assertThat(builder.build().matchUntyped().parser()).isNull();
    assertThat(builder.add("*", "any").build().matchUntyped().parser()).isEqualTo("any");
  }

  @Test
  void builtInParsersMayBeReplacedOnce() {
    builder.add("application/json", "mine");

    assertThat(parserFor("application/json")).isEqualTo("mine");
    assertThatThrownBy(() -> builder.add("application/json", "again"))
        .hasMessage("Content type parser 'application/json' already present.");
  }

  @Test
  void aChildInheritsReplaceableParsersAndLeavesItsParentAlone() {
    ContentTypeTable<String> parent = builder.build();
    ContentTypeTable<String> child =
        parent.toBuilder().add("application/json", "child").add("a/b", "ab").build();

    assertThat(child.match("application/json").parser()).isEqualTo("child");
    assertThat(child.match("text/plain").parser()).isEqualTo("text");
    assertThat(parent.match("application/json").parser()).isEqualTo("json");
    assertThat(parent.match("a/b").parser()).isNull();
  }

  @Test
  void equalExpressionsAreRefusedAndRemovedByTheirTextAndFlags() {
    Pattern pattern = Pattern.compile("^x/", Pattern.CASE_INSENSITIVE);
    builder.add(pattern, "x");

    assertThat(builder.has(Pattern.compile("^x/"))).isFalse();
    assertThat(builder.has(Pattern.compile("^x/", Pattern.CASE_INSENSITIVE))).isTrue();
    assertThatThrownBy(() -> builder.add(Pattern.compile("^x/", Pattern.CASE_INSENSITIVE), "y"))
        .hasMessage("Content type parser '/^x//i' already present.");
    builder.remove(Pattern.compile("^x/", Pattern.CASE_INSENSITIVE));
    assertThat(builder.has(pattern)).isFalse();
  }

  @Test
  void removingTakesOneTypeOrAll() {
    builder.add("a/b", "ab").add("*", "any").remove("A/B").remove("no/such");
    assertThat(builder.has("a/b")).isFalse();
    assertThat(builder.has("text/plain")).isTrue();

    builder.removeAll();
    assertThat(parserFor("text/plain")).isNull();
    assertThat(builder.build().matchUntyped().parser()).isNull();
  }

  @Test
  void typesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> builder.add(" ", "x"))
        .hasMessage("The content type cannot be an empty string");
    assertThatThrownBy(() -> builder.add("nonsense", "x"))
        .hasMessage("The content type should be a string or a RegExp");
  }

  @Test
  void headersSeenAreRememberedUpToABound() {
    ContentTypeTable<String> table = builder.build();
    ContentTypeTable.Match<String> first = table.match("text/plain; a=0");
    assertThat(table.match("text/plain; a=0")).isSameAs(first);

    for (int i = 0; i < 1_000; i++) {
      assertThat(table.match("text/plain; a=" + i).parser()).isEqualTo("text");
    }
  }

  @Test
  void expressionsThatMatchAnywhereAreTold() {
    assertThat(ContentTypeTable.Builder.looksAtEssence(Pattern.compile("json"))).isFalse();
    assertThat(ContentTypeTable.Builder.looksAtEssence(Pattern.compile("^json"))).isTrue();
    assertThat(ContentTypeTable.Builder.looksAtEssence(Pattern.compile("json;?"))).isTrue();
  }
}
