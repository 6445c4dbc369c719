package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.CharBuffer;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** A log call returns normally and in bounded time and memory, whatever it is given. */
@SuppressWarnings("DoNotCallSuggester") // a bean that fails is what the test wants
class HostileValuesTests {

  /** Throws from everything that can be called on it. */
  private static final class Failing extends RuntimeException
      implements LoggedProperties, CharSequence {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new AssertionError("message");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("cause");
    }

    @Override
    public Map<String, ?> loggedProperties() {
      throw new LinkageError("properties");
    }

    @Override
    public String toString() {
      throw new AssertionError("text");
    }

    @Override
    public int length() {
      throw new AssertionError("length");
    }

    @Override
    public char charAt(int index) {
      throw new AssertionError("charAt");
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new AssertionError("subSequence");
    }
  }

  /** A bean whose getters fail or never end. */
  public static final class Bean {
    public String getName() {
      throw new AssertionError("getter");
    }
  }

  public static final class EndlessBean {
    public Iterator<String> getLines() {
      return endless("a line of a bean");
    }
  }

  private static final class FailingNumber extends Number {
    private static final long serialVersionUID = 1;

    @Override
    public int intValue() {
      throw new AssertionError();
    }

    @Override
    public long longValue() {
      throw new AssertionError();
    }

    @Override
    public float floatValue() {
      throw new AssertionError();
    }

    @Override
    public double doubleValue() {
      throw new AssertionError();
    }

    @Override
    public String toString() {
      throw new AssertionError();
    }
  }

  private static <T> Iterator<T> endless(T value) {
    return Stream.generate(() -> value).iterator();
  }

  private static Collection<Object> endlessCollection(Object value) {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Object> iterator() {
        return endless(value);
      }

      @Override
      public int size() {
        return Integer.MAX_VALUE;
      }
    };
  }

  private static Map<String, Object> failingMap() {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<String, Object>> entrySet() {
        throw new AssertionError("entries");
      }
    };
  }

  private static final class EndlessMap extends AbstractMap<String, Object> {
    @Override
    public Set<Entry<String, Object>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<String, Object>> iterator() {
          return endless(Map.entry("key", (Object) "value"));
        }

        @Override
        public int size() {
          return Integer.MAX_VALUE;
        }
      };
    }
  }

  private static Map<String, Object> circle() {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> list = new ArrayList<>();
    map.put("list", list);
    list.add(map);
    list.add(list);
    return map;
  }

  private static Object wide() {
    Object value = "x";
    for (int i = 0; i < 60; i++) {
      value = Map.of("left", value, "right", List.of(value, value));
    }
    return value;
  }

  private static Object deep() {
    Object value = "x";
    for (int i = 0; i < 100_000; i++) {
      value = List.of(value);
    }
    return value;
  }

  private static Map<Object, Object> strangeKeys() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(null, 1);
    map.put(new Failing(), 2);
    map.put(List.of(1), 3);
    return map;
  }

  static Stream<Supplier<Object>> values() {
    return Stream.<Supplier<Object>>of(
        () -> null,
        Failing::new,
        Bean::new,
        EndlessBean::new,
        FailingNumber::new,
        HostileValuesTests::failingMap,
        HostileValuesTests::circle,
        HostileValuesTests::wide,
        HostileValuesTests::deep,
        HostileValuesTests::strangeKeys,
        () -> endlessCollection("element"),
        () -> endlessCollection(null),
        EndlessMap::new,
        () -> "long".repeat(1 << 19),
        () -> CharBuffer.wrap("long".repeat(1 << 19)),
        () -> new byte[2 << 20],
        () -> new Exception("long".repeat(1 << 19), new Failing()),
        () -> "\ud800 alone \udc00",
        () -> new Object(),
        () -> Double.NaN,
        () -> (Runnable) () -> {},
        Thread::currentThread);
  }

  private static final LogSerializer FAILING_SERIALIZER =
      value -> {
        throw new AssertionError("serializer");
      };

  private static List<Logger> loggers(RecordedLines json, RecordedLines pretty) {
    Logger slf4j = Logger.slf4j(LoggerFactory.getLogger("test.hostile"));
    return List.of(json.log, pretty.log, slf4j);
  }

  private static ch.qos.logback.classic.Logger backend() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("test.hostile");
  }

  @ParameterizedTest
  @MethodSource("values")
  void noCallThrowsAndEachWritesOneBoundedLine(Supplier<Object> values) {
    RecordedLines json = new RecordedLines();
    RecordedLines pretty = new RecordedLines(o -> o.format(LogFormat.PRETTY).colored(false));
    backend().setAdditive(false);
    Object value = values.get();
    for (Logger log : loggers(json, pretty)) {
      assertThatCode(() -> logEverywhere(log, value)).doesNotThrowAnyException();
    }
    assertThat(json.all()).as("every line is JSON").hasSize(9);
    assertThat(json.lines())
        .hasSize(9)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(12 << 20));
    assertThat(pretty.lines().stream().filter(line -> !line.startsWith("    "))).hasSize(9);
  }

  @SuppressWarnings("NullAway") // what untyped callers do
  private static void logEverywhere(Logger log, Object value) {
    log.info("%s %d %i %j %o %f", value, value, value, value, value, value);
    log.info(Collections.singletonMap("value", value), "fields");
    log.info(Collections.singletonMap("err", value));
    log.child(Collections.singletonMap("binding", value)).info("child");
    log.child(Map.of(), c -> c.serializer("s", FAILING_SERIALIZER))
        .info(Collections.singletonMap("s", value), "serializer");
    log.child(
            Map.of(),
            c ->
                c.redact(
                    Redaction.of("value", "nested.value")
                        .withCensor(
                            (hidden, path) -> {
                              throw new AssertionError("censor");
                            })))
        .info(Collections.singletonMap("value", value), "censor");
    log.info(asFields(value), "%s", value);
    log.error(value instanceof Throwable error ? error : null);
    log.child(asFields(value)).info("bindings");
  }

  @SuppressWarnings("unchecked") // what untyped callers do
  private static Map<String, ?> asFields(Object value) {
    // A map that cannot even look up a key in finite time is not a map.
    return value instanceof Map<?, ?> map && !(value instanceof EndlessMap)
        ? (Map<String, ?>) map
        : Map.of();
  }

  @Test
  @SuppressWarnings("NullAway") // what untyped callers do
  void missingArgumentsAreNoErrors() {
    RecordedLines json = new RecordedLines();
    RecordedLines pretty = new RecordedLines(o -> o.format(LogFormat.PRETTY).colored(false));
    backend().setAdditive(false);
    for (Logger log : loggers(json, pretty)) {
      assertThatCode(
              () -> {
                log.info((String) null);
                log.info((Map<String, ?>) null);
                log.info((Throwable) null);
                log.info((Map<String, ?>) null, "text", (Object[]) null);
                log.info("text %s", (Object[]) null);
                log.child(null).info("child");
              })
          .doesNotThrowAnyException();
    }
    assertThat(json.lines()).hasSize(6);
  }

  @Test
  void theOtherFieldsAndTheMessageOfALineSurvive() {
    RecordedLines json = new RecordedLines();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("before", 1);
    fields.put("failing", new Failing());
    fields.put("after", 2);
    json.log.info(fields, "placed %s for %s", new Failing(), "Ada");

    assertThat(json.last())
        .containsEntry("before", 1)
        .containsEntry("after", 2)
        .containsEntry(
            "msg",
            "placed [unable to serialize dev.fastjava.logging.HostileValuesTests$Failing] for Ada");
  }

  @Test
  void longTextsAreCutAndSaySo() {
    RecordedLines json = new RecordedLines();
    json.log.info("x".repeat(LogText.MAX_CHARS + 5));

    assertThat((String) json.last().get("msg"))
        .hasSizeLessThan(LogText.MAX_CHARS + 100)
        .endsWith("x... [5 more characters]");
  }
}
