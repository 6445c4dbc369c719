package dev.fastjava.assertj;

import dev.fastjava.http.Headers;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about {@link Headers}. Names are found in any case. Not thread-safe.
 *
 * <p>Reference: Guides/Testing.
 */
public final class HeadersAssert extends AbstractAssert<HeadersAssert, Headers> {
  HeadersAssert(@Nullable Headers actual) {
    super(actual, HeadersAssert.class);
  }

  /**
   * Verifies that a header is there.
   *
   * @param name its name
   * @return this
   */
  public HeadersAssert hasHeader(String name) {
    isNotNull();
    if (!actual.has(name)) {
      throw failure("Expecting header %s among %s", name, actual.names());
    }
    return this;
  }

  /**
   * Verifies the value of a header.
   *
   * @param name its name
   * @param value the text expected, of a header with several lines joined by a comma
   * @return this
   */
  public HeadersAssert hasHeader(String name, String value) {
    hasHeader(name);
    if (!value.equals(actual.get(name))) {
      throw failure(
          "Expecting header %s to be%n  %s%nbut was%n  %s", name, value, actual.get(name));
    }
    return this;
  }

  /**
   * Verifies that a header has just these lines.
   *
   * @param name its name
   * @param lines the lines expected, in order
   * @return this
   */
  public HeadersAssert hasHeaderLines(String name, String... lines) {
    hasHeader(name);
    if (!List.of(lines).equals(actual.all(name))) {
      throw failure(
          "Expecting lines of header %s to be%n  %s%nbut were%n  %s",
          name, List.of(lines), actual.all(name));
    }
    return this;
  }

  /**
   * Verifies that a header is not there.
   *
   * @param name its name
   * @return this
   */
  public HeadersAssert doesNotHaveHeader(String name) {
    isNotNull();
    if (actual.has(name)) {
      throw failure("Expecting no header %s but it was%n  %s", name, actual.get(name));
    }
    return this;
  }
}
