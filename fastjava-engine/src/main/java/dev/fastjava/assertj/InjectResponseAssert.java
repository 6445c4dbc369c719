package dev.fastjava.assertj;

import dev.fastjava.inject.InjectResponse;
import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractByteArrayAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the response to an injected request; made by {@link FastjavaAssertions}. Not
 * thread-safe.
 */
public final class InjectResponseAssert
    extends AbstractAssert<InjectResponseAssert, InjectResponse> {

  InjectResponseAssert(@Nullable InjectResponse actual) {
    super(actual, InjectResponseAssert.class);
  }

  /**
   * Verifies the status code.
   *
   * @param status the status code expected
   * @return this
   */
  public InjectResponseAssert hasStatus(int status) {
    isNotNull();
    if (actual.statusCode() != status) {
      throw failureWithActualExpected(
          actual.statusCode(), status, "%s", expecting("status", status, actual.statusCode()));
    }
    return this;
  }

  /**
   * Verifies that the status code is 200.
   *
   * @return this
   */
  public InjectResponseAssert hasStatusOk() {
    return hasStatus(200);
  }

  /**
   * Verifies that the status code is 200 to 299.
   *
   * @return this
   */
  public InjectResponseAssert hasStatus2xxSuccessful() {
    return hasStatusOfSeries(2);
  }

  /**
   * Verifies that the status code is 300 to 399.
   *
   * @return this
   */
  public InjectResponseAssert hasStatus3xxRedirection() {
    return hasStatusOfSeries(3);
  }

  /**
   * Verifies that the status code is 400 to 499.
   *
   * @return this
   */
  public InjectResponseAssert hasStatus4xxClientError() {
    return hasStatusOfSeries(4);
  }

  /**
   * Verifies that the status code is 500 to 599.
   *
   * @return this
   */
  public InjectResponseAssert hasStatus5xxServerError() {
    return hasStatusOfSeries(5);
  }

  private InjectResponseAssert hasStatusOfSeries(int series) {
    isNotNull();
    if (actual.statusCode() / 100 != series) {
      throw failure("%s", expecting("status", series + "xx", actual.statusCode()));
    }
    return this;
  }

  /**
   * Verifies that a header is there.
   *
   * @param name its name, in any case
   * @return this
   */
  public InjectResponseAssert hasHeader(String name) {
    isNotNull();
    if (actual.header(name) == null) {
      throw failure("%s", expecting("header", name, "absent"));
    }
    return this;
  }

  /**
   * Verifies the value of a header.
   *
   * @param name its name, in any case
   * @param value the text expected, of a header with several lines joined by a comma
   * @return this
   */
  public InjectResponseAssert hasHeader(String name, String value) {
    isNotNull();
    return verifyText("header " + name, value, actual.header(name));
  }

  /**
   * Verifies that a header has just these lines.
   *
   * @param name its name, in any case
   * @param lines the lines expected, in order
   * @return this
   */
  public InjectResponseAssert hasHeaderLines(String name, String... lines) {
    isNotNull();
    Object present = actual.headerLines(name);
    if (!Arrays.asList(lines).equals(present)) {
      throw failureWithActualExpected(
          present,
          Arrays.asList(lines),
          "%s",
          expecting("lines of header " + name, Arrays.asList(lines), present));
    }
    return this;
  }

  /**
   * Verifies that a header is not there.
   *
   * @param name its name, in any case
   * @return this
   */
  public InjectResponseAssert doesNotHaveHeader(String name) {
    isNotNull();
    String present = actual.header(name);
    if (present != null) {
      throw failure("%s", expecting("no header", name, present));
    }
    return this;
  }

  /**
   * Verifies the media type of the body.
   *
   * @param mediaType such as {@code application/json} or {@code text/*}; the response may have more
   *     parameters than this
   * @return this
   */
  public InjectResponseAssert hasContentType(String mediaType) {
    isNotNull();
    String present = actual.header("content-type");
    if (!MediaTypeMatch.includes(mediaType, present)) {
      throw failure("%s", expecting("content type compatible with", mediaType, present));
    }
    return this;
  }

  /**
   * Verifies that the client is sent elsewhere: the status is 300 to 399.
   *
   * @param location the {@code location} header expected
   * @return this
   */
  public InjectResponseAssert redirectsTo(String location) {
    return hasStatus3xxRedirection().hasHeader("location", location);
  }

  /**
   * Verifies the body as text.
   *
   * @param text the text expected
   * @return this
   */
  public InjectResponseAssert hasBody(String text) {
    isNotNull();
    return verifyText("body", text, actual.body());
  }

  /**
   * Verifies the bytes of the body.
   *
   * @param bytes the bytes expected
   * @return this
   */
  public InjectResponseAssert hasBody(byte[] bytes) {
    bodyBytes().isEqualTo(bytes);
    return this;
  }

  /**
   * Verifies that the body has no bytes.
   *
   * @return this
   */
  public InjectResponseAssert hasEmptyBody() {
    return hasBody("");
  }

  /**
   * Verifies that the response sets a cookie.
   *
   * @param name the name of the cookie
   * @return this
   */
  public InjectResponseAssert hasCookie(String name) {
    isNotNull();
    if (actual.cookie(name) == null) {
      throw failure("%s", expecting("cookie", name, actual.cookies()));
    }
    return this;
  }

  /**
   * Verifies that the response sets a cookie to a value.
   *
   * @param name the name of the cookie
   * @param value the value expected, decoded
   * @return this
   */
  public InjectResponseAssert hasCookie(String name, String value) {
    isNotNull();
    InjectResponse.Cookie cookie = actual.cookie(name);
    return verifyText("cookie " + name, value, cookie == null ? null : cookie.value());
  }

  /**
   * Verifies that the response does not set a cookie.
   *
   * @param name the name of the cookie
   * @return this
   */
  public InjectResponseAssert doesNotHaveCookie(String name) {
    isNotNull();
    InjectResponse.Cookie cookie = actual.cookie(name);
    if (cookie != null) {
      throw failure("%s", expecting("no cookie", name, cookie));
    }
    return this;
  }

  /**
   * Verifies a trailer.
   *
   * @param name its lower-case name
   * @param value the value expected
   * @return this
   */
  public InjectResponseAssert hasTrailer(String name, String value) {
    isNotNull();
    return verifyText("trailer " + name, value, actual.trailers().get(name));
  }

  /**
   * Continues with assertions about the body as text.
   *
   * @return AssertJ's own for texts
   */
  public AbstractStringAssert<?> bodyText() {
    isNotNull();
    return Assertions.assertThat(actual.body()).as(() -> "Body of " + response());
  }

  /**
   * Continues with assertions about the bytes of the body.
   *
   * @return AssertJ's own for byte arrays
   */
  public AbstractByteArrayAssert<?> bodyBytes() {
    isNotNull();
    return Assertions.assertThat(actual.bodyBytes()).as(() -> "Body of " + response());
  }

  /**
   * Continues with assertions about the body as JSON; fails when it is not JSON.
   *
   * @return the assertions
   */
  public JsonBodyAssert bodyJson() {
    isNotNull();
    try {
      return new JsonBodyAssert(actual.json(), this::response);
    } catch (IllegalStateException e) {
      throw failure("%s", e.getMessage() + response());
    }
  }

  private InjectResponseAssert verifyText(String what, String expected, @Nullable String present) {
    if (!expected.equals(present)) {
      throw failureWithActualExpected(present, expected, "%s", expecting(what, expected, present));
    }
    return this;
  }

  private String expecting(String what, Object expected, @Nullable Object present) {
    return "%nExpecting %s:%n  %s%nbut was:%n  %s".formatted(what, expected, present) + response();
  }

  private String response() {
    return "%nin response:%n%n%s%n".formatted(actual.toString().indent(2).stripTrailing());
  }
}
