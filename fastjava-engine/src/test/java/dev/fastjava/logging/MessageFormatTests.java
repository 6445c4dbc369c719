package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageFormatTests {
  private static String format(String format, Object... args) {
    return MessageFormat.apply(format, args, null);
  }

  @Test
  void textPlaceholders() {
    assertThat(format("a %s b %s", "x", 7)).isEqualTo("a x b 7");
    assertThat(format("%s %s", null, true)).isEqualTo("null true");
    assertThat(format("%s %s", 1.0, 1e21)).isEqualTo("1 1e+21");
  }

  @Test
  void numberPlaceholders() {
    assertThat(format("%d %d %d", 5, "42", 1.5)).isEqualTo("5 42 1.5");
    assertThat(format("%d %f", "x", true)).isEqualTo("NaN 1");
    assertThat(format("%d", Double.NaN)).isEqualTo("NaN");
    assertThat(format("%i %i %i", 3.9, "7.2", new BigDecimal("8.8"))).isEqualTo("3 7 8");
    assertThat(format("%i", 12345678901L)).isEqualTo("12345678901");
  }

  @Test
  void jsonPlaceholders() {
    assertThat(format("%o %O %j", Map.of("a", 1), List.of("x"), 3))
        .isEqualTo("{\"a\":1} [\"x\"] 3");
    assertThat(format("%o %o", "text", null)).isEqualTo("'text' null");
  }

  @Test
  void aPercentSignIsDoubled() {
    assertThat(format("%d%% of %s", 5, "x")).isEqualTo("5% of x");
  }

  @Test
  void aTextWithoutValuesIsTakenAsItIs() {
    assertThat(format("100%% %s %d")).isEqualTo("100%% %s %d");
  }

  @Test
  void whatDoesNotFitStaysOrIsLeftOut() {
    assertThat(format("%s %s", "a")).isEqualTo("a %s");
    assertThat(format("%s", "a", "b")).isEqualTo("a");
    assertThat(format("%x %s", "a")).isEqualTo("%x a");
    assertThat(format("%d", new Object[] {null})).isEqualTo("%d");
    assertThat(format("end %", "a")).isEqualTo("end %");
    assertThat(format("no placeholder", Arrays.asList(1))).isEqualTo("no placeholder");
  }

  @Test
  void theErrorThatNoPlaceholderTakesIsFound() {
    Throwable error = new IllegalStateException();

    assertThat(MessageFormat.unplacedError("%s", new Object[] {"a", error})).isSameAs(error);
    assertThat(MessageFormat.unplacedError("100%%", new Object[] {error})).isSameAs(error);
    assertThat(MessageFormat.unplacedError("%s", new Object[] {error})).isNull();
    assertThat(MessageFormat.unplacedError("", new Object[] {})).isNull();
  }
}
