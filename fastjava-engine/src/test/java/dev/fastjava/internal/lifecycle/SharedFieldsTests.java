package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What segments write of a request and the event loop, timers or watchdogs read is volatile. */
class SharedFieldsTests {
  @ParameterizedTest
  @CsvSource({
    "Call, segments",
    "Call, context",
    "RequestCycle, body",
    "BodyReading, turn",
    "ResponseEnd, reply",
    "ResponseEnd, stage",
    "ResponseEnd, timeout",
    "ResponseEnd, recording",
    "Call, waitsFor",
    "ResponseEnd, completion"
  })
  void fieldsReadAcrossThreadsAreVolatile(String type, String name) throws Exception {
    Field field = Class.forName(Call.class.getPackageName() + '.' + type).getDeclaredField(name);
    assertThat(Modifier.isVolatile(field.getModifiers())).as(field.toString()).isTrue();
  }
}
