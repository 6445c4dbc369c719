package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggerTests {
  private final RecordedLines recorded = new RecordedLines();
  private final Logger log = recorded.log;

  @Test
  void aLineHasLevelTimeProcessBindingsFieldsAndMessageInThisOrder() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Logger logger = Logger.create(o -> o.stream(bytes).synchronous(true));
    logger.child(Map.of("reqId", "req-1")).info(Map.of("n", 1), "hello");

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .matches(
            "\\{\"level\":30,\"time\":\\d{13},\"pid\":\\d+,\"hostname\":\"[^\"]+\","
                + "\"reqId\":\"req-1\",\"n\":1,\"msg\":\"hello\"}\n");
  }

  @Test
  void everyLevelHasItsNumber() {
    log.trace("t");
    log.debug("d");
    log.info("i");
    log.warn("w");
    log.error("e");
    log.fatal("f");

    assertThat(recorded.all()).extracting("level").containsExactly(10, 20, 30, 40, 50, 60);
    assertThat(recorded.all()).extracting("msg").containsExactly("t", "d", "i", "w", "e", "f");
  }

  @Test
  void linesBelowTheThresholdAreDropped() {
    log.setLevel(LogLevel.WARN);
    log.info("hidden");
    log.warn("shown");
    log.setLevel(LogLevel.SILENT);
    log.fatal("hidden");

    assertThat(recorded.all()).extracting("msg").containsExactly("shown");
    assertThat(log.level()).isEqualTo(LogLevel.SILENT);
    assertThat(log.isLevelEnabled(LogLevel.FATAL)).isFalse();
    assertThat(log.isLevelEnabled(LogLevel.SILENT)).isFalse();
  }

  @Test
  void unknownLevelsAreRefused() {
    assertThatThrownBy(() -> log.setLevel(LogLevel.of("loud")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown level loud");
  }

  @Test
  void fieldsPrecedeTheMessage() {
    log.warn(Map.of("user", Map.of("id", 7)), "with %s", "object");

    assertThat(recorded.lastText()).endsWith(",\"user\":{\"id\":7},\"msg\":\"with object\"}");
  }

  @Test
  void fieldsMayStandAlone() {
    log.info(Map.of("a", 1));

    assertThat(recorded.last()).isEqualTo(Map.of("level", 30, "a", 1));
  }

  @Test
  void aNullMessageIsNoMessage() {
    log.info((String) null);

    assertThat(recorded.last()).isEqualTo(Map.of("level", 30));
  }

  @Test
  void nullFieldsAreWrittenAsNull() {
    log.info(Collections.singletonMap("a", null), "m");

    assertThat(recorded.lastText()).endsWith("\"a\":null,\"msg\":\"m\"}");
  }

  @Test
  void anErrorIsLoggedUnderErrWithItsMessage() {
    log.error(new IllegalStateException("broken"));

    Map<String, Object> line = recorded.last();
    assertThat(line).containsEntry("msg", "broken");
    assertThat(line)
        .extractingByKey("err", org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("type", "IllegalStateException")
        .containsEntry("message", "broken")
        .containsKey("stack");
  }

  @Test
  void anErrorMayHaveAMessageOfTheLine() {
    log.error(new IllegalStateException("broken"), "order %d failed", 7);

    assertThat(recorded.last()).containsEntry("msg", "order 7 failed").containsKey("err");
  }

  @Test
  void anErrorAmongTheFieldsGivesTheMessageWhenThereIsNone() {
    log.error(Map.of("err", new IllegalStateException("broken"), "a", 1));

    assertThat(recorded.last()).containsEntry("msg", "broken").containsEntry("a", 1);
  }

  @Test
  void anErrorBehindTheLastPlaceholderIsLoggedToo() {
    log.error("order %d failed", 7, new IllegalStateException("broken"));

    assertThat(recorded.last()).containsEntry("msg", "order 7 failed").containsKey("err");
  }

  @Test
  void anErrorThatAPlaceholderTakesIsText() {
    log.error("failed: %s", new IllegalStateException("broken"));

    assertThat(recorded.last())
        .containsEntry("msg", "failed: java.lang.IllegalStateException: broken")
        .doesNotContainKey("err");
  }

  @Test
  void aChildAddsBindingsToThoseOfItsParent() {
    log.child(Map.of("a", 1)).child(Map.of("b", "x")).info("m");

    assertThat(recorded.lastText()).endsWith("\"a\":1,\"b\":\"x\",\"msg\":\"m\"}");
  }

  @Test
  void aChildFollowsTheLevelOfItsParentUntilItHasItsOwn() {
    Logger follower = log.child(Map.of());
    Logger independent = log.child(Map.of(), c -> c.level(LogLevel.ERROR));
    log.setLevel(LogLevel.WARN);

    assertThat(follower.level()).isEqualTo(LogLevel.WARN);
    assertThat(independent.level()).isEqualTo(LogLevel.ERROR);

    follower.setLevel(LogLevel.DEBUG);
    assertThat(log.level()).isEqualTo(LogLevel.WARN);
    assertThat(follower.isLevelEnabled(LogLevel.DEBUG)).isTrue();
  }

  @Test
  void aChildMayPrefixItsMessages() {
    Logger child = log.child(Map.of(), c -> c.messagePrefix("[a] "));
    child.child(Map.of(), c -> c.messagePrefix("[b] ")).info("n %d", 1);

    assertThat(recorded.last()).containsEntry("msg", "[a] [b] n 1");
  }

  @Test
  void serializersApplyToFieldsAndBindings() {
    RecordedLines lines = new RecordedLines(o -> o.serializer("user", value -> "user:" + value));
    lines.log.child(Map.of("user", "u1")).info("m");
    lines.log.info(Map.of("user", "u2", "x", "u3"), "m");

    assertThat(lines.all()).extracting("user").containsExactly("user:u1", "user:u2");
    assertThat(lines.last()).containsEntry("x", "u3");
  }

  @Test
  void aChildMayReplaceSerializers() {
    RecordedLines lines = new RecordedLines(o -> o.serializer("user", v -> "root:" + v));
    Logger child =
        lines.log.child(
            Map.of(), c -> c.serializer("user", v -> "child:" + v).serializer("b", v -> 2));
    child.info(Map.of("user", "u", "b", 1));
    assertThat(lines.last()).containsEntry("user", "child:u").containsEntry("b", 2);

    lines.log.info(Map.of("user", "u", "b", 1));
    assertThat(lines.last()).containsEntry("user", "root:u").containsEntry("b", 1);
  }

  @Test
  void aFailingSerializerCostsItsOwnValueOnly() {
    RecordedLines lines =
        new RecordedLines(
            o ->
                o.serializer(
                    "a",
                    value -> {
                      throw new IllegalStateException("secret");
                    }));
    lines.log.info(Map.of("a", 1), "m");

    assertThat(lines.last())
        .containsEntry("a", "[serializer failed: java.lang.IllegalStateException]")
        .containsEntry("msg", "m");
  }

  @Test
  void theErrorSerializerMayBeReplaced() {
    RecordedLines lines =
        new RecordedLines(o -> o.serializer("err", e -> ((Throwable) e).getMessage()));
    lines.log.error(new IllegalStateException("broken"));

    assertThat(lines.last()).containsEntry("err", "broken").containsEntry("msg", "broken");
    assertThat(lines.log.serializers()).containsOnlyKeys("err");
  }

  @Test
  void defaultSerializersDoNotReplaceThoseOfTheUser() {
    LoggerOptions options =
        LoggerOptions.of(l -> l.serializer("req", v -> "user"))
            .withDefaultSerializers(Map.of("req", v -> "default", "res", v -> "default"));

    assertThat(options.serializers()).containsOnlyKeys("req", "res");
    RecordedLines lines = new RecordedLines(o -> o.serializers(options.serializers()));
    lines.log.info(Map.of("req", 1, "res", 1));
    assertThat(lines.last()).containsEntry("req", "user").containsEntry("res", "default");
  }

  @Test
  void noTextCanForgeALine() {
    String forged =
        "ok\n{\"level\":60,\"msg\":\"forged\"}\r\n\u0085\u2028\u2029\u001b[31m\u009b1m\u007f";
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(forged, forged);
    log.child(Map.of("b" + forged, forged))
        .info(fields, forged + " %s %o", forged, List.of(forged));

    assertThat(recorded.lines()).hasSize(1);
    assertThat(recorded.text().chars().filter(c -> c < ' ' || (c >= 0x7f && c < 0xa0)))
        .containsExactly((int) '\n');
    assertThat(recorded.text()).doesNotContain("\u2028", "\u2029");
    assertThat(recorded.last()).containsEntry(forged, forged);
  }

  @Test
  void valuesThatCannotBeWrittenAreTold() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("map", new FailingMap());
    fields.put("after", 1);
    log.info(fields, "m");

    assertThat(recorded.last())
        .containsEntry("map", "[unable to serialize dev.fastjava.logging.LoggerTests$FailingMap]")
        .containsEntry("after", 1)
        .containsEntry("msg", "m");
  }

  @Test
  void fieldsThatFailAsAWholeAreTold() {
    log.info(new FailingMap(), "m");

    assertThat(recorded.last())
        .containsEntry("lost", "[fields lost: java.lang.IllegalStateException]")
        .containsEntry("msg", "m");
  }

  @Test
  void timestampsMayBeTextOrMissing() {
    RecordedLines iso = new RecordedLines(o -> o.timestamp(LogTimestamp.ISO));
    iso.log.info("m");
    assertThat(iso.lastText())
        .matches(
            ".*\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\",\"msg\":\"m\"}");

    RecordedLines none = new RecordedLines(o -> o.timestamp(LogTimestamp.NONE));
    none.log.info("m");
    assertThat(none.lastText()).isEqualTo("{\"level\":30,\"msg\":\"m\"}");
  }

  @Test
  void labelsBaseAndMessageKeyMayBeChosen() {
    RecordedLines lines =
        new RecordedLines(
            o ->
                o.levelLabels(true)
                    .timestamp(LogTimestamp.NONE)
                    .base(Map.of("app", "shop"))
                    .messageKey("message")
                    .messagePrefix("> "));
    lines.log.info("m");

    assertThat(lines.lastText())
        .isEqualTo("{\"level\":\"info\",\"app\":\"shop\",\"message\":\"> m\"}");
  }

  @Test
  void streamAndFileExcludeEachOther() {
    assertThatThrownBy(() -> Logger.create(o -> o.stream(System.out).file(Path.of("app.log"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot specify both logger.stream and logger.file options");
  }

  @Test
  void theSilentLoggerDoesNothing() {
    Logger silent = Logger.silent();
    silent.setLevel(LogLevel.TRACE);
    silent.error(new IllegalStateException());
    silent.child(Map.of("a", 1)).info("x %s", "y");

    assertThat(silent.level()).isEqualTo(LogLevel.SILENT);
    assertThat(silent.isLevelEnabled(LogLevel.FATAL)).isFalse();
    assertThat(silent.child(Map.of())).isSameAs(silent);
  }

  private static final class FailingMap extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1;

    @Override
    public java.util.Set<Map.Entry<String, Object>> entrySet() {
      throw new IllegalStateException("no entries");
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
