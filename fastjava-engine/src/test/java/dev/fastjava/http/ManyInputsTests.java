package dev.fastjava.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing that clients choose, and no schema that a handler makes for a request, stays in memory
 * for good: each kind has a server of its own with a small heap, which ends when that is full.
 */
class ManyInputsTests {
  private static final int HEAP = 48;
  private static final int GROWTH_KILOBYTES = 6_000;

  @ParameterizedTest
  @CsvSource({"short, 100000", "long, 6000", "schemas, 4000"})
  void manyInputsOfAKindDoNotFillTheHeap(String kind, int inputs) throws Exception {
    SmallHeapServer server =
        SmallHeapServer.start(ManyInputsProgram.class, HEAP, kind, Integer.toString(inputs));
    try {
      assertThat(Long.parseLong(server.firstLine()))
          .as("kilobytes by which the heap grew")
          .isLessThan(GROWTH_KILOBYTES);
    } finally {
      server.stop();
    }
  }
}
