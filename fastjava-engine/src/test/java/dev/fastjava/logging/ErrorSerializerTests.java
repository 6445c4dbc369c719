package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorSerializerTests {
  private static final class Refused extends RuntimeException implements LoggedProperties {
    private static final long serialVersionUID = 1;

    Refused() {
      super("refused");
    }

    @Override
    public Map<String, ?> loggedProperties() {
      return Map.of("code", "E_REFUSED", "message", "replaced");
    }
  }

  private static Map<String, Object> describe(Throwable error) {
    return ErrorSerializer.describe(error);
  }

  @Test
  void typeMessageAndStackComeFirst() {
    Map<String, Object> fields = describe(new IllegalStateException("x"));

    assertThat(fields.keySet()).containsExactly("type", "message", "stack");
    assertThat((String) fields.get("stack"))
        .startsWith("java.lang.IllegalStateException: x\n\tat ")
        .doesNotEndWith("\n");
  }

  @Test
  void ownPropertiesFollowAndReplaceNothing() {
    Map<String, Object> fields = describe(new Refused());

    assertThat(fields).containsEntry("message", "refused").containsEntry("code", "E_REFUSED");
  }

  @Test
  void messagesOfCausesAreAppendedOnce() {
    Throwable root = new IllegalArgumentException("root");
    assertThat(describe(new IllegalStateException("top", root)))
        .containsEntry("message", "top: root");
    assertThat(describe(new IllegalStateException(root)))
        .containsEntry("message", "java.lang.IllegalArgumentException: root");
    assertThat(describe(new IllegalStateException(null, root))).containsEntry("message", "root");
  }

  @Test
  void circularCausesEnd() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);

    assertThat(describe(one)).containsEntry("message", "one: two");
  }

  @Test
  void anonymousClassesHaveTheirFullName() {
    assertThat(
            describe(
                    new RuntimeException("x") {
                      private static final long serialVersionUID = 1;
                    })
                .get("type"))
        .isEqualTo("dev.fastjava.logging.ErrorSerializerTests$1");
  }

  @Test
  void otherValuesPass() throws Exception {
    assertThat(LogSerializers.error().serialize("text")).isEqualTo("text");
    assertThat(LogSerializers.error().serialize(null)).isNull();
  }
}
