package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.option.Poisoning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonBodyReaderTests {
  private static final String INVALID =
      "Body is not valid JSON but content-type is set to 'application/json'";

  private static JsonBodyReader parser(Poisoning proto, Poisoning constructor) {
    return new JsonBodyReader(new JsonReader(), proto, constructor);
  }

  private final JsonBodyReader strict = parser(Poisoning.ERROR, Poisoning.ERROR);

  private static @Nullable Object read(JsonBodyReader parser, String body) {
    return parser.readToBind(body.getBytes(StandardCharsets.UTF_8), false);
  }

  @Test
  void anEmptyBodyHasItsOwnError() {
    assertThatThrownBy(() -> read(strict, ""))
        .isInstanceOf(FastjavaException.class)
        .hasMessage("Body cannot be empty when content-type is set to 'application/json'");
  }

  @Test
  void theErrorTellsNothingOfTheBody() {
    assertThatThrownBy(() -> read(strict, "{\"secret\":")).hasMessage(INVALID).hasNoCause();
  }

  @Test
  void poisonIsFoundInEscapes() {
    String body = "[{\"a\":{\"\\u005f_proto__\":1}}]";
    assertThatThrownBy(() -> read(strict, body)).hasMessage(INVALID);
  }

  @Test
  void whatIsRemovedIsNotLookedInto() {
    JsonBodyReader parser = parser(Poisoning.REMOVE, Poisoning.ERROR);

    assertThat(read(parser, "{\"__proto__\":{\"constructor\":{\"prototype\":1}},\"a\":1}"))
        .isEqualTo(Map.of("a", 1));
  }

  @Test
  void ignoredPoisonStays() {
    assertThat(read(parser(Poisoning.IGNORE, Poisoning.IGNORE), "{\"__proto__\":[1]}"))
        .isEqualTo(Map.of("__proto__", List.of(1)));
  }

  @Test
  void bytesThatAreNotUtf8BecomeReplacementCharacters() {
    byte[] body = {'[', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'x', (byte) 0xc3, '"', ']'};

    assertThat(strict.readToBind(body, false)).isEqualTo(List.of("\ufffd\ufffd\ufffdx\ufffd"));
  }
}
