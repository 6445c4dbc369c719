package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class JsonWriterTests {
  private final JsonWriter writer = new JsonWriter();

  private String write(@Nullable Object value) {
    Utf8Output out = new Utf8Output();
    writer.serialize(value, out);
    return out.toText();
  }

  enum Color {
    RED,
    @JsonProperty("blue")
    BLUE
  }

  record User(int id, @JsonProperty("full_name") String name, double score, List<String> tags) {}

  @Test
  void plainValuesLookAsInJavaScript() {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("text", "a\"b");
    value.put("integer", 1);
    value.put("whole", 1.0);
    value.put("real", 1.5);
    value.put("nan", Double.NaN);
    value.put("flag", true);
    value.put("none", null);
    value.put("list", Arrays.asList(1L, "x", null, List.of()));
    value.put("map", Map.of());
    assertThat(write(value))
        .isEqualTo(
            "{\"text\":\"a\\\"b\",\"integer\":1,\"whole\":1,\"real\":1.5,\"nan\":null,"
                + "\"flag\":true,\"none\":null,\"list\":[1,\"x\",null,[]],\"map\":{}}");
  }

  @Test
  void numbersOfEveryKindAreWritten() {
    assertThat(
            write(
                List.of(
                    (byte) 1,
                    (short) 2,
                    3f,
                    0.1f,
                    new BigInteger("12345678901234567890123"),
                    new BigDecimal("1.10"),
                    new AtomicInteger(7),
                    Long.MAX_VALUE)))
        .isEqualTo("[1,2,3,0.1,12345678901234567890123,1.10,7,9223372036854775807]");
  }

  @Test
  void commonTypesBecomeTexts() {
    UUID id = new UUID(1, 2);
    assertThat(write(List.of('c', CharBuffer.wrap("sb"), Color.RED, Color.BLUE, id)))
        .isEqualTo("[\"c\",\"sb\",\"RED\",\"blue\",\"" + id + "\"]");
    assertThat(write(List.of(URI.create("http://x/y"), Duration.ofSeconds(61), Year.of(2024))))
        .isEqualTo("[\"http://x/y\",\"PT1M1S\",\"2024\"]");
    assertThat(write(new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29T12:34:56.789Z, 2024-02-29T12:34:56.789Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000Z",
    "2024-01-01T00:00:00.000001Z, 2024-01-01T00:00:00.000001Z",
    "2024-01-01T00:00:00.000000001Z, 2024-01-01T00:00:00.000000001Z",
    "+10000-01-01T00:00:00Z, +010000-01-01T00:00:00.000Z",
    "-0001-06-15T01:02:03.004Z, -000001-06-15T01:02:03.004Z",
    "0099-01-01T00:00:00Z, 0099-01-01T00:00:00.000Z"
  })
  void instantsAreWrittenInUtcWithMilliseconds(Instant value, String expected) {
    assertThat(write(value)).isEqualTo('"' + expected + '"');
    assertThat(write(Date.from(value))).startsWith("\"" + expected.substring(0, 19));
  }

  @Test
  void timesKeepWhatTheyHold() {
    assertThat(write(LocalDate.of(2024, 5, 6))).isEqualTo("\"2024-05-06\"");
    assertThat(write(LocalTime.of(7, 8))).isEqualTo("\"07:08:00\"");
    assertThat(write(LocalDateTime.of(2024, 5, 6, 7, 8, 9, 500_000_000)))
        .isEqualTo("\"2024-05-06T07:08:09.500\"");
    assertThat(write(OffsetDateTime.parse("2024-05-06T07:08:09+02:00")))
        .isEqualTo("\"2024-05-06T07:08:09.000+02:00\"");
    assertThat(write(ZonedDateTime.parse("2024-05-06T07:08:09Z")))
        .isEqualTo("\"2024-05-06T07:08:09.000Z\"");
    assertThat(write(OffsetTime.parse("07:08:09-01:00"))).isEqualTo("\"07:08:09-01:00\"");
  }

  @Test
  void arraysStreamsAndOptionalsAreWrittenAsWhatTheyHold() {
    assertThat(write(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(write(new String[] {"a", "b"})).isEqualTo("[\"a\",\"b\"]");
    assertThat(write(new double[][] {{1.5}, {}})).isEqualTo("[[1.5],[]]");
    assertThat(write(Stream.of(1, "x"))).isEqualTo("[1,\"x\"]");
    assertThat(write(List.of(Optional.of("x"), Optional.empty(), OptionalInt.of(3))))
        .isEqualTo("[\"x\",null,3]");
  }

  @Test
  void keysBecomeTexts() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, "a");
    map.put(Color.BLUE, "b");
    map.put(LocalDate.of(2024, 1, 2), "c");
    assertThat(write(map)).isEqualTo("{\"1\":\"a\",\"blue\":\"b\",\"2024-01-02\":\"c\"}");
    assertThat(write(new TreeMap<>(Map.of(2, true)))).isEqualTo("{\"2\":true}");
    Map<@Nullable String, Object> withNull = new HashMap<>();
    withNull.put(null, 1);
    assertThatThrownBy(() -> write(withNull)).isInstanceOf(SerializationException.class);
  }

  @Test
  void recordsAndNodesAreWrittenByJackson() {
    User user = new User(1, "Ada", 1.5, List.of("x"));
    assertThat(write(Map.of("user", user)))
        .isEqualTo("{\"user\":{\"id\":1,\"full_name\":\"Ada\",\"score\":1.5,\"tags\":[\"x\"]}}");
    assertThat(write(JsonNodeFactory.instance.objectNode().put("a", 1))).isEqualTo("{\"a\":1}");
  }

  @Test
  void aValueThatContainsItselfIsRefused() {
    Map<String, Object> map = new HashMap<>();
    map.put("self", List.of(map));
    assertThatThrownBy(() -> write(map))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("contains itself");
    Object[] array = new Object[1];
    array[0] = Optional.of(array);
    assertThatThrownBy(() -> write(array)).isInstanceOf(SerializationException.class);
    Node node = new Node();
    node.next = node;
    assertThatThrownBy(() -> write(node)).isInstanceOf(RuntimeException.class);
  }

  static final class Node {
    public @Nullable Node next;
  }

  @Test
  void veryDeepValuesAreWritten() {
    Object value = "leaf";
    for (int i = 0; i < 20_000; i++) {
      value = i % 2 == 0 ? List.of(value, 1) : Map.of("k", value);
    }
    Object deep = value;
    assertThat(write(deep))
        .startsWith("{\"k\":[{\"k\":[")
        .contains("[\"leaf\",1]")
        .endsWith("},1]}");
  }

  @Test
  void agreesWithJacksonOnPlainTrees() {
    List<Object> value = new ArrayList<>();
    value.add(Map.of("a", List.of(1, 2L, "é😀\n")));
    value.add(List.of(1.25, true));
    assertThat(write(value)).isEqualTo(JsonMapper.shared().writeValueAsString(value));
  }
}
