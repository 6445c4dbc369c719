package dev.fastjava.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing that clients choose, and no schema that a handler makes for a request, stays in memory
 * for good: servers with a small heap, which end when that is full.
 *
 * <p>The short ones are 100,000 of each: paths, hosts, names and values of queries and of fields,
 * content types, names and expressions in JSON, request ids, versions and other constraints,
 * forwarded addresses, paths without a route, messages of errors, and schemas that the handler
 * makes to validate and to write something, with their names. The long ones are as large as a head
 * admits, so that there are fewer for as many bytes; the dear schemas have ids, expressions and
 * another dialect, which take a millisecond each.
 */
class ManyInputsTests {
  private static final int HEAP = 48;
  private static final int GROWTH_KILOBYTES = 6_000;

  @Execution(CONCURRENT)
  @ParameterizedTest
  @CsvSource({"short, 50000", "long, 4000", "dear schemas, 3000"})
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
