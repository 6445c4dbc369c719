package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTests {
  private final JsonReader reader = new JsonReader();

  private Object read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Object value = reader.read(bytes);
    assertThat(reader.read(json)).as("from text").isEqualTo(value);
    return value;
  }

  @Test
  void valuesArePlainJava() {
    Object value = read("{\"a\":[1,true,false,null,\"x\",1.5],\"b\":{\"c\":{}}}");

    assertThat(value).isInstanceOf(LinkedHashMap.class);
    assertThat(((Map<?, ?>) value).get("a")).isInstanceOf(ArrayList.class);
    assertThat(value).hasToString("{a=[1, true, false, null, x, 1.5], b={c={}}}");
  }

  @Test
  void wholeNumbersAreTheSmallestTypeThatHoldsThem() {
    assertThat(read("[0,2147483647,2147483648,-9223372036854775808,9223372036854775808]"))
        .isEqualTo(
            List.of(
                0,
                Integer.MAX_VALUE,
                2147483648L,
                Long.MIN_VALUE,
                new BigInteger("9223372036854775808")));
  }

  @Test
  void numbersWithFractionOrExponentAreDoubles() {
    assertThat(read("[1.0,1e2,-0.5,1e400]"))
        .isEqualTo(List.of(1.0, 100.0, -0.5, Double.POSITIVE_INFINITY));
  }

  @Test
  void minusZeroKeepsItsSign() {
    assertThat(read("[-0,0,[-0]]")).isEqualTo(List.of(-0.0, 0, List.of(-0.0)));
  }

  @Test
  void ofEqualNamesTheLastValueCountsAtThePlaceOfTheFirst() {
    assertThat(read("{\"a\":1,\"b\":2,\"a\":{\"x\":[]}}")).hasToString("{a={x=[]}, b=2}");
  }

  @Test
  void containersMayCloseAndOpenInAnyOrder() {
    assertThat(read("[[],[[]],{},[{\"a\":[{}]},{\"b\":{}}],1]"))
        .hasToString("[[], [[]], {}, [{a=[{}]}, {b={}}], 1]");
  }

  @Test
  void loneSurrogatesAreKept() {
    assertThat(read("{\"\\ud83d\":\"\\ude00\\ud83d\"}"))
        .isEqualTo(Map.of("\ud83d", "\ude00\ud83d"));
  }

  @Test
  void aByteOrderMarkIsSkippedOnce() {
    assertThat(read("\ufeff[1]")).isEqualTo(List.of(1));
    assertThatThrownBy(() -> read("\ufeff\ufeff[1]")).isInstanceOf(InvalidJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "]",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "'a'",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "- 1",
        "NaN",
        "Infinity",
        "nul",
        "nullx",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a",
        "\"a\nb\"",
        "\"\t\"",
        "1 2",
        "{} {}",
        "[1]]",
        "/* */1",
        "// x\n1",
        "\u00a01",
        "[1}"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> reader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidJsonException.class);
    assertThatThrownBy(() -> reader.read(text)).isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void otherEncodingsThanUtf8AreRefused() {
    for (var charset :
        List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE,
            java.nio.charset.Charset.forName("UTF-32"))) {
      assertThatThrownBy(() -> reader.read("{\"a\":1}".getBytes(charset)))
          .as(charset.name())
          .isInstanceOf(InvalidJsonException.class);
    }
  }

  @Test
  void onlyTheGivenPartIsRead() {
    byte[] bytes = "xx[1]yy".getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(bytes, 2, 3)).isEqualTo(List.of(1));
  }

  @Test
  void limitsAreMet() {
    JsonReader strict = new JsonReader(new JsonLimits(3, 5, 10));

    assertThat(strict.read("[[[]]]")).isNotNull();
    assertThatThrownBy(() -> strict.read("[[[[]]]]")).isInstanceOf(InvalidJsonException.class);
    assertThat(strict.read("12345")).isEqualTo(12345);
    assertThatThrownBy(() -> strict.read("123456")).isInstanceOf(InvalidJsonException.class);
    assertThatThrownBy(() -> strict.read("1.234567")).isInstanceOf(InvalidJsonException.class);
    String longText = "\"" + "x".repeat(100_000) + "\"";
    assertThatThrownBy(() -> strict.read(longText)).isInstanceOf(InvalidJsonException.class);
    assertThatThrownBy(() -> strict.read(("{" + longText + ":1}").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidJsonException.class);
  }
}
