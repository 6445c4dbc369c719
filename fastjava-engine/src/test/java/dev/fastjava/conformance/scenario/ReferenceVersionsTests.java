package dev.fastjava.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceVersionsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.x",
        "5",
        "^5.0.0",
        "~5.12.0",
        ">=4",
        ">=4 <6",
        "4.x || 5.x",
        "*",
        "5.12.8",
        ">= 5.1"
      })
  void rangesOfTheRecordedReleaseHoldOurs(String range) {
    assertThat(ReferenceVersions.range(range, "0.1.0")).isEqualTo("^0.1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"^4.0.0", "4.x", "~5.4.0", "<5", ">=6", "3 || 4", "5.0.0", "^6.0.0-alpha"})
  void otherRangesStay(String range) {
    assertThat(ReferenceVersions.range(range, "0.1.0")).isEqualTo(range);
  }
}
