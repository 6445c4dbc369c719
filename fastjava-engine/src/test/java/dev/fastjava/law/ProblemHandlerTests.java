package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

/** What a mapper's handlers of problems make a value of is not refused by a schema before. */
class ProblemHandlerTests {
  enum Level {
    LOW
  }

  @NullUnmarked
  record Inner(int number) {}

  @NullUnmarked
  record Values(
      int number, Integer other, List<Long> list, LocalDate day, Level level, Inner inner) {}

  private static JsonMapper mapper(DeserializationProblemHandler handler) {
    return JsonMapper.builder().addHandler(handler).build();
  }

  @Test
  void aTextThatIsNoNumberIsOneThatTheHandlerKnows() {
    JsonMapper mapper =
        mapper(
            new DeserializationProblemHandler() {
              @Override
              public Object handleWeirdStringValue(
                  DeserializationContext context, Class<?> type, String value, String message) {
                return type == int.class || type == Integer.class
                    ? -1
                    : type == Long.class
                        ? -2L
                        : type == LocalDate.class
                            ? LocalDate.EPOCH
                            : type == Level.class ? Level.LOW : NOT_HANDLED;
              }
            });
    try (BoundAlike bodies = new BoundAlike(mapper, Values.class)) {
      bodies.reads(
          "{\"number\":\"abc\"}",
          "{\"number\":1,\"other\":\"abc\",\"list\":[\"x\"]}",
          "{\"number\":1,\"day\":\"today\",\"level\":\"deep\",\"inner\":{\"number\":\"a\"}}");
      bodies.refuses("{\"number\":1,\"inner\":5}");
    }
  }

  @Test
  void aValueOfAnotherKindIsOneThatTheHandlerKnows() {
    JsonMapper mapper =
        mapper(
            new DeserializationProblemHandler() {
              @Override
              public @Nullable Object handleUnexpectedToken(
                  DeserializationContext context,
                  JavaType type,
                  JsonToken token,
                  JsonParser parser,
                  String message) {
                parser.skipChildren();
                return type.getRawClass() == int.class ? 7 : NOT_HANDLED;
              }
            });
    try (BoundAlike bodies = new BoundAlike(mapper, Values.class)) {
      bodies.reads("{\"number\":{}}", "{\"number\":[],\"inner\":{\"number\":{}}}");
    }
  }

  @Test
  void aHandlerOfOtherProblemsChangesNoSchema() {
    JsonMapper mapper =
        mapper(
            new DeserializationProblemHandler() {
              @Override
              public boolean handleUnknownProperty(
                  DeserializationContext context,
                  JsonParser parser,
                  ValueDeserializer<?> deserializer,
                  Object bean,
                  String name) {
                parser.skipChildren();
                return true;
              }
            });
    try (BoundAlike bodies = new BoundAlike(mapper, Values.class)) {
      bodies.reads("{\"number\":1,\"unknown\":[]}");
      assertThat(bodies.refuses("{\"number\":\"abc\"}")).contains("body/number must be integer");
    }
  }
}
