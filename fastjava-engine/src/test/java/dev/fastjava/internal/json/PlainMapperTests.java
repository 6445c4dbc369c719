package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.chrono.JapaneseDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.Base64Variants;
import tools.jackson.databind.json.JsonMapper;

class PlainMapperTests {
  /** What replies without a schema are, one after the other. */
  private static List<String> replies(JsonMapper mapper, Object... values) {
    List<String> bodies = new ArrayList<>();
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.get(
          "/:index",
          (request, reply) -> Map.of("value", values[Integer.parseInt(request.param("index"))]));
      for (int i = 0; i < values.length; i++) {
        bodies.add(app.inject().get("/" + i).body());
      }
    }
    return bodies;
  }

  private static List<String> written(JsonMapper mapper, Object... values) {
    List<String> bodies = new ArrayList<>();
    for (Object value : values) {
      bodies.add(mapper.writeValueAsString(Map.of("value", value)));
    }
    return bodies;
  }

  @Test
  void theFirstValueOfAClassDecidesNothing() {
    JsonMapper mapper =
        JsonMapper.builder().defaultBase64Variant(Base64Variants.MODIFIED_FOR_URL).build();
    Object[] values = {new byte[] {1, 2, 3}, new byte[] {-5, -1, -2}, new byte[] {1}};
    assertThat(replies(mapper, values)).isEqualTo(written(mapper, values));
    JsonMapper lines = JsonMapper.builder().defaultBase64Variant(Base64Variants.MIME).build();
    Object[] longer = {new byte[3], new byte[200]};
    assertThat(replies(lines, longer)).isEqualTo(written(lines, longer));
  }

  @Test
  void whatNoSampleStandsForIsWrittenByJackson() throws UnknownHostException {
    JsonMapper mapper = JsonMapper.builder().build();
    Object[] values = {
      InetAddress.getByAddress(new byte[] {1, 2, 3, 4}),
      InetAddress.getByAddress("a.example", new byte[] {1, 2, 3, 4}),
      "letters".toCharArray(),
      JapaneseDate.of(2026, 1, 2)
    };
    assertThat(replies(mapper, values)).isEqualTo(written(mapper, values));
  }
}
