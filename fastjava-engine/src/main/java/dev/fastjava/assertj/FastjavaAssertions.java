package dev.fastjava.assertj;

import dev.fastjava.http.Headers;
import dev.fastjava.inject.InjectResponse;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the assertions for injected requests. It has all of AssertJ's own, so that one
 * static import serves a whole test:
 *
 * <pre>{@code
 * import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
 *
 * assertThat(app.inject("/users"))
 *     .hasStatus(200)
 *     .bodyJson().extractingPath("$[0].name").isEqualTo("Ada");
 * }</pre>
 *
 * <p>Failures print the whole response. Not to be instantiated; may be extended by a test suite
 * with entry points of its own.
 *
 * <p>Reference: Guides/Testing.
 */
public class FastjavaAssertions extends Assertions {
  /** For subclasses, which have static methods only. */
  protected FastjavaAssertions() {}

  /**
   * Begins assertions about a response.
   *
   * @param actual the response
   * @return the assertions
   */
  public static InjectResponseAssert assertThat(@Nullable InjectResponse actual) {
    return new InjectResponseAssert(actual);
  }

  /**
   * Begins assertions about headers.
   *
   * @param actual the headers
   * @return the assertions
   */
  public static HeadersAssert assertThat(@Nullable Headers actual) {
    return new HeadersAssert(actual);
  }
}
