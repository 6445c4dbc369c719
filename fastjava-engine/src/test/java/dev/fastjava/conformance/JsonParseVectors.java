package dev.fastjava.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.internal.json.JsonBodyReader;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.option.Poisoning;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replays {@code json-parse.json} against the built-in JSON body parser. */
final class JsonParseVectors implements VectorFamily {
  private final JsonReader reader = new JsonReader();

  @Override
  public String name() {
    return "json-parse";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return file.cases()
        .map(each -> new VectorCase(each.id(), each.group(), each.tags(), () -> check(each)));
  }

  private void check(VectorFile.Fields recorded) {
    byte[] body =
        recorded.has("bodyBase64")
            ? Base64.getDecoder().decode(recorded.text("bodyBase64"))
            : utf8(recorded.text("body"));
    JsonBodyReader parser =
        new JsonBodyReader(
            reader,
            poisoning(recorded, "onProtoPoisoning"),
            poisoning(recorded, "onConstructorPoisoning"));
    VectorFile.Fields expected = recorded.expect();
    if (expected.flag("ok")) {
      Object read = parser.readToBind(body, false);
      Object value = read instanceof ReadBody inexact ? inexact.values() : read;
      if (expected.has("valueOmitted")) {
        assertThat(depth(value)).isEqualTo(expected.get("depth"));
      } else {
        VectorValues.assertSame(expected.get("value"), asDoubles(value));
      }
    } else {
      FastjavaException error =
          catchThrowableOfType(FastjavaException.class, () -> parser.readToBind(body, false));
      assertThat(error).isNotNull();
      assertThat(error.statusCode()).isEqualTo(expected.get("statusCode"));
      assertThat(error.code()).isEqualTo(expected.get("code"));
      assertThat(error).hasMessage(expected.text("message"));
    }
  }

  /** Sends a lone surrogate as U+FFFD, as the recorder did. */
  private static byte[] utf8(String text) {
    StringBuilder repaired = new StringBuilder();
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(repaired::appendCodePoint);
    return repaired.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Poisoning poisoning(VectorFile.Fields recorded, String option) {
    return recorded.has(option)
        ? Poisoning.valueOf(recorded.text(option).toUpperCase(Locale.ROOT))
        : Poisoning.ERROR;
  }

  /** Whole numbers of any size as what they are in JavaScript, which the recordings hold. */
  private static @Nullable Object asDoubles(@Nullable Object value) {
    if (value instanceof BigInteger || value instanceof Long) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, entry) -> copy.put(key, asDoubles(entry)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(asDoubles(element)));
      return copy;
    }
    return value;
  }

  private static int depth(@Nullable Object root) {
    int depth = -1;
    List<@Nullable Object> level = new ArrayList<>();
    level.add(root);
    while (!level.isEmpty()) {
      depth++;
      List<@Nullable Object> next = new ArrayList<>();
      for (Object value : level) {
        if (value instanceof Map<?, ?> map) {
          next.addAll(map.values());
        } else if (value instanceof List<?> list) {
          next.addAll(list);
        }
      }
      level = next;
    }
    return depth;
  }
}
