package dev.fastjava.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.testing.Seeds;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8OutputTests {
  private final Utf8Output out = new Utf8Output(0, 64);

  private String json(String text) {
    out.reset();
    out.writeJsonString(text);
    return out.toText();
  }

  private String number(double value) {
    out.reset();
    out.writeDouble(value);
    return out.toText();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "100.0, 100",
    "-1.5, -1.5",
    "0.1, 0.1",
    "1e21, 1e+21",
    "1e20, 100000000000000000000",
    "123456789012345680000, 123456789012345680000",
    "1e-6, 0.000001",
    "1e-7, 1e-7",
    "1.5e-7, 1.5e-7",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "9007199254740993, 9007199254740992",
    "1e23, 1e+23",
    "2e-3, 0.002",
    "0.05, 0.05",
    "30.95, 30.95",
    "0.3333333333333333, 0.3333333333333333",
    "999999999999.999, 999999999999.999",
    "12345678901234.5, 12345678901234.5",
    "NaN, null",
    "Infinity, null",
    "-Infinity, null"
  })
  void doublesAreWrittenAsJavaScriptWritesThem(double value, String expected) {
    assertThat(number(value)).isEqualTo(expected);
  }

  @Test
  void doublesAreReadBackAsTheSameNumberWithNoDigitToSpare() {
    Random random = Seeds.random(42);
    int finite = 0;
    for (int i = 0; i < 100_000; i++) {
      double value =
          i % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : Math.round(random.nextDouble() * 1e7) / Math.pow(10, random.nextInt(9));
      if (Double.isFinite(value)) {
        finite++;
        String text = number(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        int javaDigits = new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
        assertThat(digits).as(text).isLessThanOrEqualTo(javaDigits);
      }
    }
    assertThat(finite).isGreaterThan(90_000);
  }

  @Test
  void floatsHaveTheDigitsOfFloats() {
    out.writeFloat(0.1f);
    out.writeByte(' ');
    out.writeFloat(3f);
    assertThat(out.toText()).isEqualTo("0.1 3");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        9,
        10,
        99,
        100,
        101,
        12345,
        -1,
        -10,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE + 1L,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void integersKeepAllDigits(long value) {
    out.writeLong(value);
    assertThat(out.toText()).isEqualTo(Long.toString(value));
    out.reset();
    out.writeInt((int) value);
    assertThat(out.toText()).isEqualTo(Integer.toString((int) value));
  }

  @Test
  void stringsEscapeWhatJsonCannotHold() {
    assertThat(json("a\"b\\c/\b\f\n\r\t\u0000\u001f\u007f"))
        .isEqualTo("\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\"");
    assertThat(json("é中😀\u2028")).isEqualTo("\"é中😀\u2028\"");
    assertThat(json("\ud83d x \ude00\ud83d")).isEqualTo("\"\\ud83d x \\ude00\\ud83d\"");
    assertThat(json("")).isEqualTo("\"\"");
  }

  @Test
  void stringsOfEveryLengthAndSpecialPositionSurvive() {
    for (char special : new char[] {'"', '\n', '\u0001', 'é', 'Ā', '中', '\u0141', '\u4141'}) {
      for (int length = 1; length < 70; length++) {
        for (int position = 0; position < length; position++) {
          String text = "x".repeat(position) + special + "y".repeat(length - position - 1);
          String written = json(text);
          String escape =
              switch (special) {
                case '"' -> "\\\"";
                case '\n' -> "\\n";
                case '\u0001' -> "\\u0001";
                default -> String.valueOf(special);
              };
          assertThat(written).isEqualTo('"' + text.replace(String.valueOf(special), escape) + '"');
        }
      }
    }
  }

  @Test
  void textsReplaceLoneSurrogates() {
    out.writeText("aé中😀\ud83d!");
    assertThat(out.toByteArray()).isEqualTo("aé中😀\uFFFD!".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void growsAsNeededAndGivesBackMemoryOnReset() {
    out.writeText("x".repeat(100_000));
    assertThat(out.size()).isEqualTo(100_000);
    out.reset();
    assertThat(out.size()).isZero();
    assertThat(out.array().length).isLessThanOrEqualTo(64);
    out.writeAscii("abc");
    out.writeBytes(new byte[] {'d', 'e', 'f'}, 1, 1);
    assertThat(out.toString()).isEqualTo("abce");
    assertThat(StandardCharsets.UTF_8.decode(out.toByteBuffer()).toString()).isEqualTo("abce");
  }

  @Test
  void truncateTakesBackTheEnd() {
    out.writeAscii("abc");
    out.truncate(1);
    assertThat(out.toText()).isEqualTo("a");
    assertThatThrownBy(() -> out.truncate(2)).isInstanceOf(IllegalArgumentException.class);
  }
}
