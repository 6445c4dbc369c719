package dev.fastjava.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the values of recorded cases, where one-key objects stand for what JSON cannot hold, and
 * compares values as the recordings ask for: numbers by value, objects without regard to order.
 */
public final class VectorValues {

  /** No value at all, as opposed to {@code null}. */
  public static final Object UNDEFINED =
      new Object() {
        @Override
        public String toString() {
          return "undefined";
        }
      };

  private static final long LARGEST_EXACT_DOUBLE = 1L << 53;

  private VectorValues() {}

  /**
   * A regular expression in JavaScript syntax.
   *
   * @param source the text between the slashes
   * @param flags the letters after them
   */
  public record Regex(String source, String flags) {}

  /**
   * Turns a JSON tree into plain values: {@code LinkedHashMap}, {@code ArrayList}, {@code String},
   * {@code Boolean}, {@code Integer}, {@code Long}, {@code Double}, and for tagged values {@code
   * Double}, {@code BigInteger}, {@code Instant}, {@link Regex}, {@code byte[]}, {@code String},
   * {@code List} or {@link #UNDEFINED}.
   */
  public static @Nullable Object decode(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      return number(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>(node.size());
      for (JsonNode element : node) {
        list.add(decode(element));
      }
      return list;
    }
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      Object tagged = tagged(only.getKey(), only.getValue());
      if (tagged != null) {
        return tagged;
      }
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      map.put(property.getKey(), decode(property.getValue()));
    }
    return map;
  }

  private static @Nullable Object tagged(String key, JsonNode value) {
    return switch (key) {
      case "$number" ->
          switch (value.stringValue()) {
            case "-0" -> -0.0;
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("unknown number " + value);
          };
      case "$bigint" -> new BigInteger(value.stringValue());
      case "$date" -> Instant.parse(value.stringValue());
      case "$regex" ->
          new Regex(
              value.get("source").stringValue(),
              value.has("flags") ? value.get("flags").stringValue() : "");
      case "$base64" -> Base64.getDecoder().decode(value.stringValue());
      case "$repeat" -> {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : value) {
          text.append(part.get(0).stringValue().repeat(part.get(1).intValue()));
        }
        yield text.toString();
      }
      case "$fill" ->
          new ArrayList<>(Collections.nCopies(value.get(1).intValue(), decode(value.get(0))));
      case "$undefined" -> UNDEFINED;
      default -> null;
    };
  }

  /** Recorded numbers are doubles; those that are small whole numbers come as integers. */
  private static Number number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      long value = node.longValue();
      if (value == (int) value) {
        return (int) value;
      }
      if (Math.abs(value) <= LARGEST_EXACT_DOUBLE) {
        return value;
      }
    }
    return node.doubleValue();
  }

  /** Whether two values are the same: numbers by value, objects in any order of their keys. */
  public static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    if (expected instanceof Number left && actual instanceof Number right) {
      return sameNumber(left, right);
    }
    if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
      return left.size() == right.size()
          && left.entrySet().stream()
              .allMatch(
                  entry ->
                      right.containsKey(entry.getKey())
                          && same(entry.getValue(), right.get(entry.getKey())));
    }
    if (expected instanceof List<?> left && actual instanceof List<?> right) {
      boolean equal = left.size() == right.size();
      for (int i = 0; equal && i < left.size(); i++) {
        equal = same(left.get(i), right.get(i));
      }
      return equal;
    }
    if (expected instanceof byte[] left && actual instanceof byte[] right) {
      return Arrays.equals(left, right);
    }
    return expected.equals(actual);
  }

  private static boolean sameNumber(Number left, Number right) {
    if (isFloating(left) && isFloating(right)) {
      return Double.compare(left.doubleValue(), right.doubleValue()) == 0;
    }
    double one = left.doubleValue();
    double other = right.doubleValue();
    if (!Double.isFinite(one) || !Double.isFinite(other)) {
      return Double.compare(one, other) == 0;
    }
    if (left instanceof BigInteger || right instanceof BigInteger) {
      return exact(left).compareTo(exact(right)) == 0;
    }
    return one == other;
  }

  private static boolean isFloating(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  private static BigDecimal exact(Number number) {
    return isFloating(number)
        ? new BigDecimal(number.doubleValue())
        : new BigDecimal(number.toString());
  }

  /** Fails with both values when they are not the same. */
  public static void assertSame(@Nullable Object expected, @Nullable Object actual) {
    if (!same(expected, actual)) {
      assertThat(describe(actual)).isEqualTo(describe(expected));
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }

  /** A text that shows the structure of a value and the kinds of its numbers. */
  public static String describe(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> parts = new ArrayList<>();
      map.forEach((key, entry) -> parts.add(key + ": " + describe(entry)));
      return "{" + String.join(", ", parts) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(VectorValues::describe).toList()) + "]";
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof byte[] bytes) {
      return "bytes " + Base64.getEncoder().encodeToString(bytes);
    }
    return String.valueOf(value);
  }
}
