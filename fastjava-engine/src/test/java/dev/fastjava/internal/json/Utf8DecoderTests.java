package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8DecoderTests {
  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** What the decoder of the reference gives: U+FFFD written as a question mark. */
  @ParameterizedTest
  @CsvSource({
    "61ff62, a?b",
    "c3, ?",
    "c328, ?(",
    "c080, ??",
    "c1bf, ??",
    "e28261, ?a",
    "e282, ?",
    "e0809f, ???",
    "eda080, ???",
    "edbfbf61, ???a",
    "f0808080, ????",
    "f09f98, ?",
    "f09f61, ?a",
    "f4908080, ????",
    "f8888080, ????",
    "80, ?",
    "6180bf61, a??a",
    "e18080e1, \u1000?"
  })
  void malformedPartsAreReplacedOneByOne(String hex, String expected) {
    byte[] bytes = bytes(hex);

    assertThat(Utf8Decoder.isValid(bytes, 0, bytes.length)).isFalse();
    assertThat(Utf8Decoder.decode(bytes)).isEqualTo(expected.replace('?', '\ufffd'));
  }

  @Test
  void everyCodePointPasses() {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        text.appendCodePoint(c);
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);

    assertThat(Utf8Decoder.isValid(bytes, 0, bytes.length)).isTrue();
    assertThat(Utf8Decoder.decode(bytes).contentEquals(text)).isTrue();
  }

  @Test
  void onlyTheGivenPartCounts() {
    byte[] bytes = bytes("ff616263646566676869c3a9ff");

    assertThat(Utf8Decoder.isValid(bytes, 1, 11)).isTrue();
    assertThat(Utf8Decoder.decode(bytes, 1, 11)).isEqualTo("abcdefghi\u00e9");
    assertThat(Utf8Decoder.isValid(bytes, 1, 10)).isFalse();
  }

  @Test
  void repairedBytesAreThoseOfTheText() {
    Random random = Seeds.random(3);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      assertThat(Utf8Decoder.repaired(bytes, 0, bytes.length))
          .isEqualTo(Utf8Decoder.decode(bytes).getBytes(StandardCharsets.UTF_8));
    }
  }
}
