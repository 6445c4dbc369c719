package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.fastjava.inject.InjectResponse;
import java.io.File;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of values of the JDK's types say what was wanted, and never what the JDK says of it. */
class JdkValueErrorsTests {
  @NullUnmarked
  static final class Values {
    public Charset charset;
    public Pattern pattern;
    public Path path;
    public File file;
    public Locale locale;
    public TimeZone zone;
    public Calendar calendar;
    public URL url;
    public InetAddress address;
    public Class<?> type;
    public BitSet bits;
    public byte[] bytes;
    public char[] chars;
    public AtomicLong atomic;
    public AtomicBoolean flag;
    public OptionalInt maybe = OptionalInt.empty();
    public StringBuilder builder;
    public Parsed parsed;
    public Named named;
    public Linked linked;
    public Map<Linked, Integer> byLinked;
  }

  /** A constructor through which the JDK refuses. */
  record Parsed(URI uri) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Parsed(String uri) {
      this(URI.create(uri));
    }
  }

  /** One that refuses by itself. */
  record Named(String name) {
    Named {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a name has letters");
      }
    }
  }

  /** Read from a text or a number, and from no object. */
  static final class Linked {
    private Linked(int one, int other) {
      assertThat(one).isLessThan(other);
    }

    @JsonCreator
    static Linked of(String text) {
      if (text.equals("nope")) {
        throw new IllegalStateException("java.lang.Secret");
      }
      return new Linked(1, 2);
    }
  }

  private static final Fastjava APP = Fastjava.create();

  @BeforeAll
  static void open() {
    Handler binds = (request, reply) -> request.body(Values.class) == null ? "none" : "bound";
    APP.post("/none", binds);
    APP.post("/typed", r -> r.schema(s -> s.body(Values.class)), binds);
  }

  @AfterAll
  static void close() {
    APP.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "charset | \"nope\" | /charset is not valid",
        "charset | 5 | /charset must be string",
        "charset | {} | /charset must be string",
        "pattern | \"((\" | /pattern is not valid",
        "path | \"a\\u0000b\" | /path is not valid",
        "path | \"jar:x!/\" | /path is not valid",
        "path | \"zip:x\" | /path is not valid",
        "path | [1,2] | /path must be string",
        "file | {} | /file must be string",
        "locale | {} | /locale must ",
        "zone | [1,2] | /zone must ",
        "calendar | \"x\" | /calendar must match format",
        "url | \"zz:\" | /url must match format",
        "address | {} | /address must be string",
        "type | \"java.lang.Nope\" | /type is not valid",
        "type | [] | /type must be string",
        "bits | \"x\" | /bits is not valid",
        "bits | [2147483647] | /bits is not valid",
        "bytes | \"***\" | /bytes must match format",
        "bytes | {} | /bytes must ",
        "chars | {} | /chars must be string",
        "atomic | \"x\" | /atomic must be integer",
        "flag | \"x\" | /flag must be boolean",
        "maybe | \"x\" | /maybe must be integer",
        "builder | {} | /builder must be string",
        "parsed | \"a b\" | /parsed is not valid",
        "named | {\"name\":\"\"} | /named is not valid: a name has letters",
        "named | 5 | /named must be object",
        "linked | {} | /linked is not valid",
        "byLinked | {\"nope\":1} | /byLinked property name 'nope' is not valid"
      })
  void anErrorSaysWhatWasWantedAndNothingOfTheJdk(String name, String value, String message) {
    for (String url : List.of("/none", "/typed")) {
      InjectResponse response =
          APP.inject()
              .post(
                  url,
                  "{\"" + name + "\":" + value + "}",
                  r -> r.header("content-type", "application/json"));
      assertThat(response.statusCode()).isEqualTo(400);
      String told = String.valueOf(((Map<?, ?>) response.json()).get("message"));
      assertThat(told).startsWith("body" + message);
      assertThat(told.replace(message, "")).doesNotContain(":", "java", "jackson");
    }
  }
}
