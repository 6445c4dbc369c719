package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How large the buffer of a reply is at first follows the replies that the route sends. */
class ReplySizeTests {
  private final ReplySize size = new ReplySize();

  @Test
  void oneLargeReplyDoesNotMakeAllLaterOnesLarge() {
    size.note(58_000);
    assertThat(size.hint()).isGreaterThanOrEqualTo(58_000);
    for (int i = 0; i < 40; i++) {
      size.note(100);
    }
    assertThat(size.hint()).isLessThan(512);
  }

  @Test
  void hintStaysWhileRepliesFit() {
    size.note(10_000);
    int hint = size.hint();
    for (int i = 0; i < 100; i++) {
      size.note(7_000);
    }
    assertThat(size.hint()).isEqualTo(hint).isBetween(10_000, 12_000);
  }

  @Test
  void hintHasABound() {
    size.note(100_000_000);
    assertThat(size.hint()).isEqualTo(1 << 16);
  }

  @Test
  void whatIsExpectedIsTheLargestOfTheLastReplies() {
    assertThat(size.expected()).isEqualTo(ReplySize.UNKNOWN);
    size.sent(0);
    assertThat(size.expected()).isZero();
    size.sent(100_000_000);
    size.sent(60_000_000);
    assertThat(size.expected()).isEqualTo(100_000_000);
    for (int i = 0; i < 100; i++) {
      size.sent(10);
    }
    assertThat(size.expected()).isBetween(10_000_000L, 50_000_000L);
    for (int i = 0; i < 2_000; i++) {
      size.sent(10);
    }
    assertThat(size.expected()).isLessThan(1_000);
  }
}
