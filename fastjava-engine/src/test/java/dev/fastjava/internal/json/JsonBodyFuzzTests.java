package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.option.Poisoning;
import dev.fastjava.testing.Eventually;
import dev.fastjava.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Bodies made to harm: each is parsed, or refused with 400, soon and without exhausting a thread.
 */
class JsonBodyFuzzTests {
  private static final String SAMPLE =
      "{\"id\":12345678901,\"name\":\"Zo\u00eb \\\"x\\\" \\u00e9\\ud83d\\ude00"
          + " \u4e2d\ud83d\ude00\","
          + "\"tags\":[\"a\",\"b\",[],{}],\"price\":-12.5e-3,\"ok\":true,\"no\":false,\"nil\":null,"
          + "\"nested\":{\"a\":{\"b\":[[1,2],[3]]}},\"__proto__\":1,\"constructor\":{\"x\":1}}";

  private final JsonBodyReader parser =
      new JsonBodyReader(new JsonReader(), Poisoning.REMOVE, Poisoning.REMOVE);

  /** Whether the body is JSON; anything but a value or the documented error fails the test. */
  private boolean parses(byte[] body) {
    Throwable failure = catchThrowable(() -> parser.readToBind(body, false));
    if (failure == null) {
      return true;
    }
    assertThat(failure).isInstanceOf(FastjavaException.class);
    assertThat(((FastjavaException) failure).statusCode()).isEqualTo(400);
    return false;
  }

  private boolean parses(String body) {
    return parses(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void randomBytes() {
    Random random = Seeds.random(1);
    for (int i = 0; i < 50_000; i++) {
      byte[] body = new byte[random.nextInt(40)];
      random.nextBytes(body);
      parses(body);
    }
  }

  @Test
  void randomJsonCharacters() {
    String alphabet = "{}[]:,\"\\0123456789.eE+-tfnulrsa \n\u00e9ubdfc/";
    Random random = Seeds.random(2);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder body = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        body.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      parses(body.toString());
    }
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = SAMPLE.getBytes(StandardCharsets.UTF_8);
    assertThat(parses(whole)).isTrue();
    for (int length = 0; length < whole.length; length++) {
      assertThat(parses(Arrays.copyOf(whole, length))).as("first %d bytes", length).isFalse();
    }
  }

  @Test
  void everySingleByteMayBeWrong() {
    byte[] whole = SAMPLE.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < whole.length; i++) {
      for (int value = 0; value < 256; value++) {
        byte[] body = whole.clone();
        body[i] = (byte) value;
        parses(body);
      }
    }
  }

  @Test
  void nesting100000Deep() {
    int depth = 100_000;
    assertThat(parses("[".repeat(depth) + "]".repeat(depth))).isFalse();
    assertThat(parses("[".repeat(depth))).isFalse();
    assertThat(parses("{\"a\":".repeat(depth) + "1" + "}".repeat(depth))).isFalse();
    assertThat(parses("[{\"a\":".repeat(depth))).isFalse();
  }

  @Test
  void nestingUpToTheLimitTakesNoStack() throws InterruptedException {
    int depth = JsonLimits.DEFAULT.maxDepth();
    String body = "[".repeat(depth - 1) + "{\"__proto__\":1}" + "]".repeat(depth - 1);
    boolean[] parsed = new boolean[1];
    Thread small = new Thread(null, () -> parsed[0] = parses(body), "small-stack", 64 << 10);
    small.start();
    Eventually.join(small);

    assertThat(parsed[0]).isTrue();
  }

  @Test
  void numbersOfOneMegabyte() {
    String digits = "7".repeat(1 << 20);
    assertThat(parses(digits)).isFalse();
    assertThat(parses("[" + digits + "]")).isFalse();
    assertThat(parses("{\"a\":-" + digits + "}")).isFalse();
    assertThat(parses("0." + digits)).isFalse();
    assertThat(parses("1e" + digits)).isFalse();
    assertThat(parses("1e999999999")).isTrue();
  }

  @Test
  void stringsOfTenMegabytes() {
    String text = "x".repeat(10 << 20);
    assertThat(parses("\"" + text + "\"")).isFalse();
    assertThat(parses("\"" + text)).isFalse();
    assertThat(parses("{\"" + text + "\":1}")).isFalse();
    assertThat(parses("[\"" + "\\u00e9".repeat(2 << 20) + "\"")).isFalse();
    assertThat(parses("\"" + "\u4e2d".repeat(10 << 20) + "\"")).isFalse();
  }

  @Test
  void aMillionDistinctNamesDoNotStay() {
    // Names are remembered across bodies, up to a bound.
    StringBuilder body = new StringBuilder();
    for (int round = 0; round < 100; round++) {
      body.setLength(0);
      body.append('{');
      for (int i = 0; i < 10_000; i++) {
        body.append(i == 0 ? "" : ",")
            .append("\"k")
            .append(round)
            .append('_')
            .append(i)
            .append("\":0");
      }
      assertThat(parses(body.append('}').toString())).isTrue();
    }
  }
}
