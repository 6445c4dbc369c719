package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.option.Bytes;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.option.ListenOptions;
import dev.fastjava.option.TrustProxy;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTests {

  @Test
  void keptBuilderDoesNotReachTheOptionsItMade() {
    List<FastjavaOptions.Builder> kept = new ArrayList<>();
    List<HttpOptions.Builder> keptHttp = new ArrayList<>();
    FastjavaOptions options =
        FastjavaOptions.of(
            o -> {
              kept.add(o.bodyLimit(10));
              o.http(
                  h -> {
                    keptHttp.add(h.maxHeaderSize(20));
                  });
            });
    kept.get(0)
        .bodyLimit(11)
        .http(h -> h.maxHeaderSize(21))
        .routerOptions(r -> r.maxParamLength(1));
    keptHttp.get(0).maxHeaderSize(22);
    assertThat(options.bodyLimit()).isEqualTo(10);
    assertThat(options.http().maxHeaderSize()).isEqualTo(20);
    assertThat(options.routerOptions().maxParamLength()).isEqualTo(100);
  }

  @Test
  void changesStartFromWhatIsThere() {
    FastjavaOptions first = FastjavaOptions.of(o -> o.bodyLimit(10).http(h -> h.http2(true)));
    FastjavaOptions second = first.with(o -> o.workerThreads(3).http(h -> h.backlog(7)));
    assertThat(second.bodyLimit()).isEqualTo(10);
    assertThat(second.workerThreads()).isEqualTo(3);
    assertThat(second.http().http2()).isTrue();
    assertThat(second.http().backlog()).isEqualTo(7);
    assertThat(first.workerThreads()).isZero();
    assertThat(FastjavaOptions.defaults().bodyLimit()).isEqualTo(Bytes.ofMebibytes(1));
  }

  @Test
  void snapshotOfABuilderIsWhatWasSetSoFar() {
    List<FastjavaOptions> seen = new ArrayList<>();
    FastjavaOptions.of(
        o -> {
          seen.add(o.bodyLimit(10).snapshot());
          o.bodyLimit(11);
        });
    assertThat(seen.get(0).bodyLimit()).isEqualTo(10);
  }

  @Test
  void constraintStrategiesCannotBeAddedToOptionsThatAreMade() {
    RouterOptions options = RouterOptions.defaults();
    assertThatThrownBy(() -> options.constraints().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Map<String, Consumer<FastjavaOptions.Builder>> withTime(Duration time) {
    return Map.ofEntries(
        Map.entry("pluginTimeout", o -> o.pluginTimeout(time)),
        Map.entry("handlerTimeout", o -> o.handlerTimeout(time)),
        Map.entry("closeTimeout", o -> o.closeTimeout(time)),
        Map.entry("unansweredWarning", o -> o.unansweredWarning(time)),
        Map.entry("http.connectionTimeout", o -> o.http(h -> h.connectionTimeout(time))),
        Map.entry("http.keepAliveTimeout", o -> o.http(h -> h.keepAliveTimeout(time))),
        Map.entry("http.requestTimeout", o -> o.http(h -> h.requestTimeout(time))),
        Map.entry("http.bodyTimeout", o -> o.http(h -> h.bodyTimeout(time))),
        Map.entry("http.bodyTotalTimeout", o -> o.http(h -> h.bodyTotalTimeout(time))),
        Map.entry("http.headersTimeout", o -> o.http(h -> h.headersTimeout(time))),
        Map.entry("http.writeTimeout", o -> o.http(h -> h.writeTimeout(time))),
        Map.entry("http.handshakeTimeout", o -> o.http(h -> h.handshakeTimeout(time))),
        Map.entry("http.http2SessionTimeout", o -> o.http(h -> h.http2SessionTimeout(time))));
  }

  static Set<String> times() {
    return withTime(Duration.ZERO).keySet();
  }

  @ParameterizedTest
  @MethodSource("times")
  void negativeTimeIsRefusedByName(String name) {
    Consumer<FastjavaOptions.Builder> options = withTime(Duration.ofNanos(-1)).get(name);
    assertThatThrownBy(() -> Fastjava.create(options))
        .hasMessageContaining("\"" + name + " must be >= 0\"");
  }

  @Test
  void headsCannotBeLongerThanAnArray() {
    assertThatThrownBy(
            () -> Fastjava.create(o -> o.http(h -> h.maxHeaderSize(Bytes.ofGibibytes(2)))))
        .hasMessageContaining("http.maxHeaderSize must be <= 2147483647");
  }

  @Test
  void timesAreRoundedUpToMillisecondsSoThatNoneBecomesNoLimit() {
    assertThat(Millis.of(Duration.ZERO)).isZero();
    assertThat(Millis.of(Duration.ofNanos(1))).isEqualTo(1);
    assertThat(Millis.of(Duration.ofMillis(7))).isEqualTo(7);
    assertThat(Millis.of(Duration.ofMillis(7).plusNanos(1))).isEqualTo(8);
  }

  @Test
  void timeWithoutAnEndIsAHundredYears() {
    long longest = Millis.of(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    assertThat(longest).isEqualTo(Duration.ofDays(36_500).toMillis());
    assertThat(Duration.ofMillis(longest).toNanos()).isPositive();
  }

  @Test
  void longTimesWorkLikeNone() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    try (Fastjava app = Fastjava.create(o -> o.pluginTimeout(forever).handlerTimeout(forever))) {
      app.register((child, options) -> {});
      app.get("/", (request, reply) -> "here");
      assertThat(app.inject().get("/").body()).isEqualTo("here");
    }
  }

  @Test
  void initialConfigHasTimesInMillisecondsAndTheReferencesNames() {
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.pluginTimeout(Duration.ofSeconds(3))
                    .forceCloseConnections(ForceClose.ALL)
                    .http(h -> h.keepAliveTimeout(Duration.ofMillis(1_500))))) {
      assertThat(app.initialConfig())
          .containsAllEntriesOf(
              Map.of(
                  "pluginTimeout", 3_000L,
                  "keepAliveTimeout", 1_500L,
                  "forceCloseConnections", true));
    }
  }

  @Test
  void sizesHaveNames() {
    assertThat(Bytes.ofKibibytes(16)).isEqualTo(16_384);
    assertThat(Bytes.ofMebibytes(1)).isEqualTo(1_048_576);
    assertThat(Bytes.ofGibibytes(3)).isEqualTo(3_221_225_472L);
  }

  @Test
  void sizesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> Bytes.ofKibibytes(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bytes.ofGibibytes(Long.MAX_VALUE >> 29))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Bytes.ofGibibytes(Long.MAX_VALUE >> 30)).isPositive();
  }

  @Test
  void anOptionThatIsNullIsNamed() {
    List<String> unnamed = new ArrayList<>();
    FastjavaOptions.of(o -> nulls(FastjavaOptions.Builder.class, o, unnamed));
    FastjavaOptions.of(o -> o.routerOptions(r -> nulls(RouterOptions.Builder.class, r, unnamed)));
    FastjavaOptions.of(o -> o.http(h -> nulls(HttpOptions.Builder.class, h, unnamed)));
    FastjavaOptions.of(o -> o.validation(v -> nulls(ValidationOptions.Builder.class, v, unnamed)));
    FastjavaOptions.of(
        o -> o.serialization(v -> nulls(SerializationOptions.Builder.class, v, unnamed)));
    FastjavaOptions.of(o -> o.loggerOptions(v -> nulls(LoggerOptions.Builder.class, v, unnamed)));
    ListenOptions.of(l -> nulls(ListenOptions.Builder.class, l, unnamed));
    assertThat(unnamed).isEmpty();
  }

  /** Gives null to each option that takes one value. */
  private static void nulls(Class<?> type, Object builder, List<String> unnamed) {
    for (Method option : type.getMethods()) {
      if (option.getDeclaringClass() == Object.class
          || option.isBridge()
          || option.getParameterCount() != 1
          || option.getParameterTypes()[0].isPrimitive()
          || option.isVarArgs()) {
        continue;
      }
      try {
        option.invoke(builder, new Object[] {null});
        unnamed.add(type.getName() + " takes null: " + option);
      } catch (InvocationTargetException e) {
        String message = String.valueOf(e.getCause().getMessage());
        if (!message.contains(option.getName())) {
          unnamed.add(option + " -> " + message);
        }
      } catch (IllegalAccessException e) {
        unnamed.add(option + " " + e);
      }
    }
  }

  @Test
  void optionsThatMeanNothingStopTheBoot() {
    assertThatThrownBy(() -> create(o -> o.routerOptions(r -> r.maxParamLength(-1))))
        .hasMessageContaining("maxParamLength");
    assertThatThrownBy(() -> create(o -> o.requestIdHeader("x y\r\n")))
        .hasMessageContaining("requestIdHeader");
    assertThatThrownBy(() -> create(o -> o.validation(v -> v.multipleOfPrecision(-1))))
        .hasMessageContaining("multipleOfPrecision");
    assertThatThrownBy(() -> create(o -> o.trustProxy(TrustProxy.when(null))))
        .hasMessageContaining("test");
  }

  private static void create(Consumer<FastjavaOptions.Builder> options) {
    Fastjava.create(options).close();
  }
}
