package dev.fastjava.assertj;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractBigDecimalAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.MapAssert;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Assertions about a JSON value in the body of a response. Numbers are compared by value, objects
 * without regard to the order of their properties. Not thread-safe.
 */
public class JsonValueAssert extends AbstractAssert<JsonValueAssert, Object> {
  private final String path;
  private final Supplier<String> response;

  JsonValueAssert(@Nullable Object actual, String path, Supplier<String> response) {
    super(actual, JsonValueAssert.class);
    this.path = path;
    this.response = response;
    as(() -> "JSON at " + path + response.get());
  }

  /**
   * Continues with the value at a path. A path is {@code $}, followed by steps {@code .name},
   * {@code ['name']}, {@code [n]} (an element; from the end when negative) or {@code [*]} (each
   * element or property; the value is then the list of all that was found). Fails when there is no
   * such value.
   *
   * @param jsonPath such as {@code $.orders[0].id}
   * @return assertions about that value, which may be null
   */
  public JsonValueAssert extractingPath(String jsonPath) {
    JsonPath.Result result = JsonPath.parse(jsonPath).in(actual);
    if (!result.found()) {
      throw failure(
          "%nExpecting a value at:%n  %s%nbut there is none%s",
          fullPath(jsonPath), result.reason());
    }
    return new JsonValueAssert(result.value(), fullPath(jsonPath), response);
  }

  /**
   * Verifies that there is a value at a path, be it null; with a wildcard, at least one.
   *
   * @param jsonPath see {@link #extractingPath}
   * @return this
   */
  public JsonValueAssert hasPath(String jsonPath) {
    if (!JsonPath.parse(jsonPath).existsIn(actual)) {
      throw failure(
          "%nExpecting a value at:%n  %s%nbut there is none in:%n  %s",
          fullPath(jsonPath), PlainJson.write(actual));
    }
    return this;
  }

  /**
   * Verifies that there is no value at a path.
   *
   * @param jsonPath see {@link #extractingPath}
   * @return this
   */
  public JsonValueAssert doesNotHavePath(String jsonPath) {
    JsonPath parsed = JsonPath.parse(jsonPath);
    if (parsed.existsIn(actual)) {
      throw failure(
          "%nExpecting no value at:%n  %s%nbut there is:%n  %s",
          fullPath(jsonPath), PlainJson.write(parsed.in(actual).value()));
    }
    return this;
  }

  private String fullPath(String jsonPath) {
    return path + jsonPath.substring(1);
  }

  /**
   * Verifies that the value is equal to another one, which may be given as plain Java value, record
   * or bean.
   *
   * @param expected the value expected; a text is compared as it is
   * @return this
   */
  @Override
  public JsonValueAssert isEqualTo(@Nullable Object expected) {
    return verify(JsonComparison.STRICT, plain(expected));
  }

  /**
   * Verifies that the value is equal to JSON.
   *
   * @param json the JSON text expected
   * @return this
   */
  public JsonValueAssert isEqualToJson(String json) {
    return verify(JsonComparison.STRICT, PlainJson.read(json));
  }

  /**
   * Verifies that the value is equal to another one, where objects may have more properties than
   * expected and arrays may be in another order.
   *
   * @param expected the value expected; a text is compared as it is
   * @return this
   */
  public JsonValueAssert isLenientlyEqualTo(@Nullable Object expected) {
    return verify(JsonComparison.LENIENT, plain(expected));
  }

  /** Turns an expected value into a plain one. */
  @Nullable Object plain(@Nullable Object expected) {
    return PlainJson.of(expected);
  }

  private JsonValueAssert verify(JsonComparison comparison, @Nullable Object expected) {
    List<String> differences = comparison.differences(path, expected, actual);
    if (!differences.isEmpty()) {
      throw failureWithActualExpected(
          PlainJson.write(actual),
          PlainJson.write(expected),
          "%nExpecting JSON:%n  %s%nbut was:%n  %s%ndifferences:%n  %s",
          PlainJson.write(expected),
          PlainJson.write(actual),
          String.join(System.lineSeparator() + "  ", differences));
    }
    return this;
  }

  /**
   * Binds the value to a type; fails when it does not fit.
   *
   * @param <T> the type
   * @param type a record, bean or other type
   * @return AssertJ's own assertions about the object
   */
  public <T> ObjectAssert<T> convertTo(Class<T> type) {
    try {
      return Assertions.assertThat(PlainJson.bind(actual, type)).as(info.description());
    } catch (JacksonException e) {
      throw failure(
          "%nExpecting JSON for:%n  %s%nbut was:%n  %s%nbecause:%n  %s",
          type.getName(), PlainJson.write(actual), e.getOriginalMessage());
    }
  }

  /**
   * Verifies that the value is a text.
   *
   * @return AssertJ's own assertions about it
   */
  @Override
  public AbstractStringAssert<?> asString() {
    return Assertions.assertThat(as(String.class, "a text")).as(info.description());
  }

  /**
   * Verifies that the value is a number.
   *
   * @return AssertJ's own assertions about it
   */
  public AbstractBigDecimalAssert<?> asNumber() {
    Number number = as(Number.class, "a number");
    return Assertions.assertThat(new BigDecimal(number.toString())).as(info.description());
  }

  /**
   * Verifies that the value is an array.
   *
   * @return AssertJ's own assertions about its elements
   */
  @SuppressWarnings("unchecked") // elements of a JSON array are of any type
  public ListAssert<Object> asArray() {
    return Assertions.assertThat((List<Object>) as(List.class, "an array")).as(info.description());
  }

  /**
   * Verifies that the value is an object.
   *
   * @return AssertJ's own assertions about its properties
   */
  @SuppressWarnings("unchecked") // keys of a JSON object are texts
  public MapAssert<String, Object> asObject() {
    return Assertions.assertThat((Map<String, Object>) as(Map.class, "an object"))
        .as(info.description());
  }

  /**
   * Verifies that the value is true.
   *
   * @return this
   */
  public JsonValueAssert isTrue() {
    return isEqualTo(true);
  }

  /**
   * Verifies that the value is false.
   *
   * @return this
   */
  public JsonValueAssert isFalse() {
    return isEqualTo(false);
  }

  private <T> T as(Class<T> type, String kind) {
    if (!type.isInstance(actual)) {
      throw failure("%nExpecting %s but was:%n  %s", kind, PlainJson.write(actual));
    }
    return type.cast(actual);
  }
}
