package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JsonValuesTests {
  enum Color {
    RED {
      @Override
      public String toString() {
        return "rouge";
      }
    }
  }

  record Point(int x, double y) {}

  /** A bean that leads to itself. */
  public static final class Node {
    public Node getSelf() {
      return this;
    }
  }

  private static String json(Object value) {
    Utf8Output out = new Utf8Output();
    JsonValues.write(out, value, null, Ancestors.NONE);
    return out.toText();
  }

  @Test
  void scalars() {
    assertThat(json(null)).isEqualTo("null");
    assertThat(json(true)).isEqualTo("true");
    assertThat(json("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    assertThat(json('c')).isEqualTo("\"c\"");
    assertThat(json(CharBuffer.wrap("sb"))).isEqualTo("\"sb\"");
    assertThat(json(Color.RED)).isEqualTo("\"RED\"");
  }

  @Test
  void numbersAreWrittenAsJavaScriptDoes() {
    assertThat(json(List.of(1, 2L, (short) 3, (byte) 4, new AtomicLong(5))))
        .isEqualTo("[1,2,3,4,5]");
    assertThat(json(List.of(1.0, 0.1, 1e21, 0.1f))).isEqualTo("[1,0.1,1e+21,0.1]");
    assertThat(json(List.of(new BigInteger("12345678901234567890"), new BigDecimal("1.50"))))
        .isEqualTo("[12345678901234567890,1.50]");
    assertThat(json(List.of(Double.NaN, Double.NEGATIVE_INFINITY))).isEqualTo("[null,null]");
  }

  @Test
  void commonTypesAreTexts() {
    assertThat(json(Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
    assertThat(json(Date.from(Instant.EPOCH))).isEqualTo("\"1970-01-01T00:00:00Z\"");
    assertThat(json(new UUID(0, 1))).isEqualTo("\"00000000-0000-0000-0000-000000000001\"");
    assertThat(json(Path.of("/a/b"))).isEqualTo("\"/a/b\"");
    assertThat(json(String.class)).isEqualTo("\"class java.lang.String\"");
  }

  @Test
  void containersAndOptionals() {
    assertThat(json(Optional.of(Map.of("a", List.of(1))))).isEqualTo("{\"a\":[1]}");
    assertThat(json(Optional.empty())).isEqualTo("null");
    assertThat(json(Map.of(1, 2))).isEqualTo("{\"1\":2}");
    assertThat(json(new Object[] {1, "a"})).isEqualTo("[1,\"a\"]");
    assertThat(json(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(json(new boolean[] {true})).isEqualTo("[true]");
    assertThat(json(new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
  }

  @Test
  void recordsAndBeansAreObjects() {
    assertThat(json(new Point(1, 2.0))).isEqualTo("{\"x\":1,\"y\":2}");
    assertThat(json(List.of(new Point(0, 0.5)))).isEqualTo("[{\"x\":0,\"y\":0.5}]");
  }

  @Test
  void errorsAreDescribedWhereverTheyAre() {
    assertThat(json(Map.of("failure", new IllegalStateException("x"))))
        .startsWith(
            "{\"failure\":{\"type\":\"IllegalStateException\",\"message\":\"x\",\"stack\":\"");
  }

  @Test
  void circlesAreCut() {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> list = new ArrayList<>();
    map.put("list", list);
    list.add(map);
    list.add(list);

    assertThat(json(map)).isEqualTo("{\"list\":[\"[Circular]\",\"[Circular]\"]}");
    assertThat(json(new Node()))
        .isEqualTo("\"[unable to serialize dev.fastjava.logging.JsonValuesTests$Node]\"");
  }

  @Test
  void sharedValuesAreNoCircles() {
    List<Object> shared = List.of(1);

    assertThat(json(List.of(shared, shared))).isEqualTo("[[1],[1]]");
  }

  @Test
  void depthIsCut() {
    Object deep = "end";
    for (int i = 0; i < 100_000; i++) {
      deep = List.of(deep);
    }

    assertThat(json(deep)).endsWith("\"[Array]\"" + "]".repeat(65));
  }

  @Test
  void whatGrowsWithoutBoundIsCut() {
    // Each level holds the one below twice: 2^60 values.
    Object value = "x";
    for (int i = 0; i < 60; i++) {
      value = List.of(value, value);
    }

    assertThat(json(value)).hasSizeLessThan(5 << 20);
  }
}
