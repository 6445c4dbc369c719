package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.fastjava.testing.Seeds;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** No value can end a line, begin another, or steer the terminal that shows it. */
class ForgedLinesTests {
  private static final int CALLS = 200;
  private static final Pattern LINE_ENDS =
      Pattern.compile("\\r\\n|[\\n\\u000b\\f\\r\\u0085\\u2028\\u2029]");
  private static final String[] PARTS = {
    "\n",
    "\r",
    "\r\n",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u000b",
    "\f",
    "\u001b[2J",
    "\u001b]0;t\u0007",
    "\u009b31m",
    "\b\b\b",
    "\u0000",
    "\u007f",
    "\u202e",
    "\u2066",
    "\ud83d",
    "\ude00",
    "\ud83d\ude00",
    "12:00:00.000 INFO  forged",
    "{\"level\":30,\"msg\":\"forged\"}",
    "\"}",
    "\\n",
    "\\",
    "\"",
    "%s",
    "text",
    "ä",
    "",
    "    ",
    "\tat forged.Frame(Forged.java:1)",
    "Caused by: forged"
  };

  private final Random random = Seeds.random(0);

  private String evil() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      text.append(
          random.nextInt(4) == 0
              ? String.valueOf((char) random.nextInt(0x10000))
              : PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  private Throwable error() {
    RuntimeException error =
        new IllegalStateException(
            evil(), random.nextBoolean() ? null : new IllegalArgumentException(evil()));
    if (random.nextInt(3) == 0) {
      error.addSuppressed(new Exception(evil()));
    }
    return error;
  }

  private Object value() {
    return switch (random.nextInt(5)) {
      case 0 -> Map.of(evil(), List.of(evil(), evil()));
      case 1 -> List.of(evil(), Map.of(evil(), evil()));
      case 2 -> CharBuffer.wrap(evil());
      case 3 -> error();
      default -> evil();
    };
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new HashMap<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      fields.put(evil(), value());
    }
    return fields;
  }

  private void call(Logger log) {
    switch (random.nextInt(7)) {
      case 0 -> log.info(evil());
      case 1 -> log.warn("%s %j %o " + evil(), evil(), value(), value());
      case 2 -> log.error(error());
      case 3 -> log.error(error(), evil());
      case 4 -> log.info(fields(), evil());
      case 5 -> log.child(fields()).info(fields());
      default -> log.child(fields(), c -> c.messagePrefix(evil())).error(evil(), evil(), error());
    }
  }

  private long seed(RepetitionInfo repetition) {
    long seed = Seeds.of(repetition.getCurrentRepetition());
    random.setSeed(seed);
    return seed;
  }

  private static void assertHarmless(String text, long seed) {
    assertThat(text.chars().filter(c -> c != '\n' && isControl(c)))
        .as("control characters, seed %d", seed)
        .isEmpty();
  }

  private static boolean isControl(int c) {
    return c < ' '
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  @RepeatedTest(5)
  void inJsonEachCallIsOneObject(RepetitionInfo repetition) {
    long seed = seed(repetition);
    RecordedLines recorded = new RecordedLines();
    for (int i = 0; i < CALLS; i++) {
      call(recorded.log);
    }
    assertHarmless(recorded.text(), seed);
    assertThat(LINE_ENDS.split(recorded.text(), 0)).as("seed %d", seed).hasSize(CALLS);
    assertThat(recorded.all())
        .as("seed %d", seed)
        .hasSize(CALLS)
        .allSatisfy(line -> assertThat(line).containsKey("level"));
  }

  @RepeatedTest(5)
  void inPrettyEachCallHasOneLineThatIsNotIndented(RepetitionInfo repetition) {
    long seed = seed(repetition);
    RecordedLines recorded = new RecordedLines(o -> o.format(LogFormat.PRETTY).colored(false));
    for (int i = 0; i < CALLS; i++) {
      call(recorded.log);
    }
    assertHarmless(recorded.text(), seed);
    List<String> heads =
        LINE_ENDS.splitAsStream(recorded.text()).filter(line -> !line.startsWith("    ")).toList();
    assertThat(heads).as("seed %d", seed).hasSize(CALLS);
    assertThat(heads)
        .as("seed %d", seed)
        .allMatch(line -> line.matches("(?s)\\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]{4,5} .*"));
  }

  @RepeatedTest(5)
  void inSlf4jNothingThatALayoutPrintsBreaksALine(RepetitionInfo repetition) {
    long seed = seed(repetition);
    List<String> printed = new ArrayList<>();
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern("%m %kvp%n%ex");
    layout.start();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            printed.add(layout.doLayout(event));
          }
        };
    appender.start();
    ch.qos.logback.classic.Logger target = context.getLogger("forged");
    target.setLevel(Level.TRACE);
    target.addAppender(appender);
    Logger log = Logger.slf4j(target);
    for (int i = 0; i < CALLS; i++) {
      call(log);
    }

    assertThat(printed).as("seed %d", seed).hasSize(CALLS);
    for (String entry : printed) {
      // The tabs at the beginning of its lines are those of a stack trace.
      assertHarmless(entry.replaceAll("(?m)^\\t+", ""), seed);
      List<String> lines = LINE_ENDS.splitAsStream(entry).toList();
      // Behind the first line there are only the lines of a stack trace.
      assertThat(lines.subList(1, lines.size()))
          .as("seed %d", seed)
          .hasSize(lines.size() - 1)
          .allMatch(
              line ->
                  line.startsWith("\t")
                      || line.startsWith("java.lang.")
                      || line.startsWith(OneLineThrowable.class.getName() + ": java.lang.")
                      || line.startsWith("Caused by: java.lang.")
                      || line.startsWith(
                          "Caused by: " + OneLineThrowable.class.getName() + ": java.lang."));
    }
  }

  @Test
  void harmlessErrorsReachSlf4jAsTheyAre() {
    Exception error = new IllegalStateException("plain", new Exception("cause"));
    assertThat(OneLineThrowable.of(error)).isSameAs(error);
  }

  @Test
  void anErrorWithLineEndsKeepsItsStackItsCausesAndItsType() {
    Exception cause = new IllegalArgumentException("fine");
    Exception error = new IllegalStateException("one\ntwo", cause);
    error.addSuppressed(new Exception("s\r"));
    Throwable printed = OneLineThrowable.of(error);

    assertThat(printed)
        .hasMessage("java.lang.IllegalStateException: one\\ntwo")
        .hasToString("java.lang.IllegalStateException: one\\ntwo");
    assertThat(printed.getStackTrace()).isEqualTo(error.getStackTrace());
    assertThat(printed.getCause()).hasMessage("java.lang.IllegalArgumentException: fine");
    assertThat(printed.getSuppressed()[0]).hasMessage("java.lang.Exception: s\\r");
    assertThat(ErrorSerializer.describe(printed))
        .containsEntry("type", "IllegalStateException")
        .containsEntry("message", "one\ntwo: fine");
  }

  @Test
  void circularCausesOfUnsafeErrorsEnd() {
    Exception one = new Exception("one\n");
    Exception two = new Exception("two", one);
    one.initCause(two);

    assertThat(OneLineThrowable.of(one).getCause().getCause()).isNull();
  }
}
