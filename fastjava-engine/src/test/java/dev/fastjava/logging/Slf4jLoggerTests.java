package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class Slf4jLoggerTests {
  private final ch.qos.logback.classic.Logger target =
      (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("test.slf4j");
  private final ListAppender<ILoggingEvent> events =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          // Taken from the stack, so it has to be asked for during the call.
          event.getCallerData();
          super.append(event);
        }
      };
  private final Logger log = Logger.slf4j(target);

  @BeforeEach
  void record() {
    target.setLevel(Level.TRACE);
    target.setAdditive(false);
    events.start();
    target.addAppender(events);
  }

  @AfterEach
  void stop() {
    target.detachAppender(events);
  }

  private ILoggingEvent last() {
    return events.list.get(events.list.size() - 1);
  }

  private Object value(String key) {
    return last().getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals(key))
        .findFirst()
        .orElseThrow()
        .value;
  }

  @Test
  void levelsAreThoseOfSlf4j() {
    log.trace("m");
    log.debug("m");
    log.info("m");
    log.warn("m");
    log.error("m");
    log.fatal("m");

    assertThat(events.list)
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(
            Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR, Level.ERROR);
    assertThat(last().getMarkerList()).extracting(Object::toString).containsExactly("FATAL");
  }

  @Test
  void fieldsAndBindingsAreKeyValuePairs() {
    log.child(Map.of("reqId", "req-1")).info(Map.of("n", 1), "hello %s", "world {}");

    assertThat(last().getFormattedMessage()).isEqualTo("hello world {}");
    assertThat(value("reqId")).isEqualTo("req-1");
    assertThat(value("n")).isEqualTo(1);
  }

  @Test
  void aFieldReplacesTheBindingOfItsName() {
    log.child(Map.of("a", 1)).info(Map.of("a", 2));

    assertThat(last().getKeyValuePairs()).hasSize(1);
    assertThat(value("a")).isEqualTo(2);
  }

  @Test
  void anErrorIsTheThrowable() {
    IllegalStateException error = new IllegalStateException("broken");
    log.error(error);

    assertThat(last().getMessage()).isEqualTo("broken");
    assertThat(((ThrowableProxy) last().getThrowableProxy()).getThrowable()).isSameAs(error);
    assertThat(last().getKeyValuePairs()).isNullOrEmpty();
  }

  @Test
  void slf4jDecidesWhatIsEnabledAndOwnLevelsRaiseTheThreshold() {
    target.setLevel(Level.INFO);
    Logger child = log.child(Map.of(), c -> c.level(LogLevel.WARN));
    log.debug("hidden");
    child.info("hidden");
    child.warn("shown");

    assertThat(events.list).hasSize(1);
    assertThat(log.level()).isEqualTo(LogLevel.INFO);
    assertThat(child.level()).isEqualTo(LogLevel.WARN);

    child.setLevel(LogLevel.SILENT);
    assertThat(child.level()).isEqualTo(LogLevel.SILENT);
    target.setLevel(Level.OFF);
    assertThat(log.level()).isEqualTo(LogLevel.SILENT);
  }

  @Test
  void serializersAndRedactionApply() {
    Logger child =
        log.child(
            Map.of(),
            c ->
                c.serializer("req", v -> Map.of("url", v, "headers", Map.of("cookie", "c")))
                    .redact(Redaction.of("req.headers.cookie", "list[*].k")));
    child.info(Map.of("req", "/x", "list", List.of(Map.of("k", 1))), "m");

    assertThat(value("req"))
        .isEqualTo(Map.of("url", "/x", "headers", Map.of("cookie", "[Redacted]")));
    assertThat(value("list")).isEqualTo(List.of(Map.of("k", "[Redacted]")));
    assertThat(value("list")).hasToString("[{\"k\":\"[Redacted]\"}]");
  }

  @Test
  void noTextCanForgeALine() {
    String evil = "a\nb\r\u001b[1m";
    log.child(Map.of("b" + evil, evil)).info(Map.of("m", Map.of("x", evil)), evil + "%s", evil);

    String expected = "a\\nb\\r\\u001b[1m";
    assertThat(last().getFormattedMessage()).isEqualTo(expected + expected);
    assertThat(value("b" + expected)).isEqualTo(expected);
    assertThat(value("m").toString()).isEqualTo("{\"x\":\"a\\nb\\r\\u001b[1m\"}");
  }

  @Test
  void theCallerIsTheOneWhoLogs() {
    log.info("m");

    assertThat(last().getCallerData()[0].getMethodName()).isEqualTo("theCallerIsTheOneWhoLogs");
  }

  @Test
  void theDiagnosticContextIsLeftAlone() {
    MDC.put("requestId", "r1");
    try {
      log.child(Map.of("reqId", "r2")).info("m");
      assertThat(last().getMDCPropertyMap()).isEqualTo(Map.of("requestId", "r1"));
      assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("requestId", "r1"));
    } finally {
      MDC.remove("requestId");
    }
  }

  @Test
  void aFailingValueDoesNotEscape() {
    log.info(
        Map.of(
            "a",
            new java.util.AbstractMap<String, Object>() {
              @Override
              public java.util.Set<Entry<String, Object>> entrySet() {
                throw new IllegalStateException();
              }
            }),
        "m");

    assertThat(last().getMessage()).isEqualTo("m");
    assertThat(value("a").toString()).startsWith("[unable to serialize ");
  }
}
