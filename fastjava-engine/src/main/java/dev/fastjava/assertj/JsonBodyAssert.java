package dev.fastjava.assertj;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the body of a response as JSON; made by {@link InjectResponseAssert#bodyJson()}.
 * What is expected of the whole body is given as JSON text, or as an object. Not thread-safe.
 */
public final class JsonBodyAssert extends JsonValueAssert {

  JsonBodyAssert(@Nullable Object actual, Supplier<String> response) {
    super(actual, "$", response);
  }

  /**
   * Verifies that the body is equal to JSON.
   *
   * @param expected JSON text, or a plain Java value, record or bean
   * @return this
   */
  @Override
  public JsonBodyAssert isEqualTo(@Nullable Object expected) {
    super.isEqualTo(expected);
    return this;
  }

  /**
   * Verifies that the body is equal to JSON, where objects may have more properties than expected
   * and arrays may be in another order.
   *
   * @param expected JSON text, or a plain Java value, record or bean
   * @return this
   */
  @Override
  public JsonBodyAssert isLenientlyEqualTo(@Nullable Object expected) {
    super.isLenientlyEqualTo(expected);
    return this;
  }

  @Override
  @Nullable Object plain(@Nullable Object expected) {
    return expected instanceof String json ? PlainJson.read(json) : super.plain(expected);
  }
}
