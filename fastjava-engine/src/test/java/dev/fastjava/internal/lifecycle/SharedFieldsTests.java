package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What segments write of a request and the event loop, timers or watchdogs read is volatile. */
class SharedFieldsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "segments",
        "timeout",
        "recording",
        "bodyTurn",
        "waited",
        "waitsFor",
        "finished",
        "state",
        "context"
      })
  void fieldsReadAcrossThreadsAreVolatile(String name) throws Exception {
    Field field;
    try {
      field = RequestCycle.class.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      field = ReplyPipeline.class.getDeclaredField(name);
    }
    assertThat(Modifier.isVolatile(field.getModifiers())).as(field.toString()).isTrue();
  }
}
