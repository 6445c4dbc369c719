package dev.fastjava.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTypesTests {
  private final SeenTypes seen = new SeenTypes();
  private final ContentTypeTable<String> table =
      ContentTypeTable.<String>builder(seen).add("text/plain", "text").add("*", "any").build();

  @Test
  void longTypesAndBoundariesAreNotRemembered() {
    table.match("text/plain; a=" + "x".repeat(SeenTypes.MAX_LENGTH));
    table.match("multipart/form-data; boundary=abc");
    table.match("text/plain; charset=utf-8"); // known from the start
    assertThat(seen.bytes()).isZero();
  }

  @Test
  void allTablesShareOneBoundInBytes() {
    int most = 0;
    for (int i = 0; i < 2_000; i++) {
      ContentTypeTable<String> own = table.toBuilder().build();
      assertThat(own.match("a/b" + i).parser()).isEqualTo("any");
      table.match("a/c" + i);
      most = Math.max(most, seen.bytes());
    }
    assertThat(most).isBetween(SeenTypes.MAX_BYTES / 2, SeenTypes.MAX_BYTES);
  }
}
