package dev.fastjava.user;

import dev.fastjava.assertj.FastjavaAssertions;
import dev.fastjava.assertj.HeadersAssert;
import dev.fastjava.assertj.InjectResponseAssert;
import dev.fastjava.assertj.JsonBodyAssert;
import dev.fastjava.assertj.JsonValueAssert;
import dev.fastjava.inject.InjectResponse;

/** What tests of the shop say of answers. */
final class Expectations {
  private Expectations() {}

  static void ordered(InjectResponse response) {
    InjectResponseAssert that = FastjavaAssertions.assertThat(response);
    that.hasStatus(201);
    JsonBodyAssert body = that.bodyJson();
    JsonValueAssert customer = body.extractingPath("$.customer");
    customer.isEqualTo("Ada");
    HeadersAssert headers = FastjavaAssertions.assertThat(response.headers());
    headers.isNotNull();
  }
}
