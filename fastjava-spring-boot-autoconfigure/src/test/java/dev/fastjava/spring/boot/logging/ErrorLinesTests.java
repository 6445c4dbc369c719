package dev.fastjava.spring.boot.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.logging.Logger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ErrorLinesTests {
  @Test
  void bindingsAreThoseOfTheLoggerThatTakesTheLines() {
    Logger plain = Logger.slf4j(LoggerFactory.getLogger("lines")).child(Map.of("shop", "a"));
    assertThat(plain.bindings()).containsEntry("shop", "a");
    assertThat(ErrorLines.of(plain).bindings()).isEqualTo(plain.bindings());
    assertThat(ErrorLines.of(plain).child(Map.of("desk", 7)).bindings())
        .isEqualTo(plain.child(Map.of("desk", 7)).bindings())
        .hasSize(2);
  }
}
