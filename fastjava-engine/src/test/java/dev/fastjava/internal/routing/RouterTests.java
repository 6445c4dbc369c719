package dev.fastjava.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ResultDone;
import dev.fastjava.RouterOptions;
import dev.fastjava.http.RawRequest;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTests {

  private final RouteTable<String> table = new RouteTable<>(RouterOptions.defaults());

  private void get(String path) {
    table.on("GET", path, Map.of(), path);
  }

  private RouteMatch<String> find(String url) {
    return table.build().find("GET", url, HeadersOnly.NONE);
  }

  @Test
  void routesWithoutParametersShareTheirMatch() {
    get("/static");
    Router<String> router = table.build();

    assertThat(router.find("GET", "/static", HeadersOnly.NONE))
        .isSameAs(router.find("GET", "/static", HeadersOnly.NONE));
    assertThat(router.find("GET", "/static?a=1", HeadersOnly.NONE).queryStart()).isEqualTo(8);
    assertThat(router.find("GET", "/static", HeadersOnly.NONE).queryStart()).isEqualTo(-1);
  }

  @Test
  void lookupsWithoutParametersAllocateNothing() {
    for (String path : List.of("/", "/a/b/c", "/a/:id/x", "/a/:id/y/:z", "/w/*")) {
      get(path);
    }
    Router<String> router = table.build();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1_000; i++) {
        router.find("GET", "/a/b/c", HeadersOnly.NONE);
        router.find("GET", "/a/some/id/that/leads/nowhere", HeadersOnly.NONE);
        router.find("POST", "/a/b/c", HeadersOnly.NONE);
      }
      allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(allocated).isLessThan(1_000);
  }

  @Test
  void matchesKnowWhereTheQueryBegins() {
    get("/a/:id");

    String url = "/a/%C3%A9/?x=1";
    assertThat(find("/a/1?x=/%20").queryStart()).isEqualTo(5);
    assertThat(find("/a/%C3%A9?x=1").queryStart()).isEqualTo("/a/%C3%A9?".length());
    assertThat(find("http://h/a/1?x=1").queryStart()).isEqualTo("http://h/a/1?".length());
    assertThat(find(url).outcome()).isEqualTo(RouteMatch.Outcome.NOT_FOUND);
  }

  @Test
  void queryOfAnAbsoluteUrlWithoutPathIsFound() {
    get("/");

    RouteMatch<String> match = find("http://h?x=1");

    assertThat(match.store()).isEqualTo("/");
    assertThat("http://h?x=1".substring(match.queryStart())).isEqualTo("x=1");
  }

  @Test
  void matchWithoutRouteHasNoStore() {
    get("/a");

    assertThatIllegalStateException().isThrownBy(find("/b")::store);
  }

  @Test
  void tableMayGrowAfterARouterWasBuilt() {
    get("/a");
    Router<String> before = table.build();
    get("/b");

    assertThat(before.find("GET", "/b", HeadersOnly.NONE).isFound()).isFalse();
    assertThat(find("/b").isFound()).isTrue();
  }

  @Test
  void childrenMayBeginWithCharactersFarApart() {
    for (String path : List.of("/a", "/z", "/\u4e2d", "/\u00e9", "/\uffee")) {
      get(path);
    }

    for (String path : List.of("/a", "/z", "/\u4e2d", "/\u00e9", "/\uffee")) {
      assertThat(find(path).store()).isEqualTo(path);
    }
    assertThat(find("/\u4e2e").isFound()).isFalse();
    assertThat(find("/A").isFound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://[::1]:80/a",
        "http://[1:2:3:4:5:6:1.2.3.4]/a",
        "HTTPS://u:p@h.test/a",
        "http://1.2.3.4/a",
        "http://0x7f.1/a",
        "http://h:/a",
        "http://b\u00fccher.test/a"
      })
  void absoluteUrlWithAnAuthorityIsReduced(String url) {
    get("/a");

    assertThat(find(url).isFound()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:///a",
        "http://h:x/a",
        "http://h:65536/a",
        "http://[::1/a",
        "http://[::1::]/a",
        "http://[1:2]/a",
        "http://1.2.3.256/a",
        "http://1.2.3.4.5/a",
        "http://a b/a",
        "http://a%zz/a",
        "http://h/a#f",
        "http://@/a"
      })
  void absoluteUrlWithABrokenAuthorityIsRefused(String url) {
    get("/a");

    assertThat(find(url).outcome()).isEqualTo(RouteMatch.Outcome.BAD_URL);
  }

  @Test
  void lowerCasingMayChangeTheLengthOfAPath() {
    RouteTable<String> insensitive =
        new RouteTable<>(RouterOptions.of(o -> o.caseSensitive(false)));
    insensitive.on("GET", "/:a/x", Map.of(), "x");
    insensitive.on("GET", "/w/*", Map.of(), "w");
    Router<String> router = insensitive.build();

    assertThat(router.find("GET", "/w/\u0130\u0130", HeadersOnly.NONE).params())
        .containsEntry("*", "\u0130\u0130");
    assertThat(router.find("GET", "/\u0130/x", HeadersOnly.NONE).outcome()).isNotNull();
  }

  @Test
  void moreThanThirtyOneRoutesCannotShareAPath() {
    for (int i = 0; i < 31; i++) {
      table.on("GET", "/", Map.of("host", "h" + i), "h" + i);
    }

    assertThatThrownBy(() -> table.on("GET", "/", Map.of("host", "last"), "last"))
        .isInstanceOf(RouteException.class)
        .hasMessageContaining("maximum of 31 route handlers");
    for (int i = 0; i < 31; i++) {
      String host = "h" + i;
      assertThat(table.build().find("GET", "/", new HeadersOnly(name -> host)).store())
          .isEqualTo(host);
    }
  }

  @Test
  void constraintsCanBeGivenByValue() {
    table.on("GET", "/", Map.of("host", Pattern.compile("^a")), "pattern");
    table.on("GET", "/", Map.of(), "any");

    assertThat(table.build().find("GET", "/", Map.of("host", "abc")).store()).isEqualTo("pattern");
    assertThat(table.build().find("GET", "/", Map.of()).store()).isEqualTo("any");
  }

  @ParameterizedTest
  @CsvSource({
    "version, 1, Version should be a string",
    "host, 1, Host should be a string or a Pattern",
    "unknown, 1, No strategy registered for constraint key unknown"
  })
  void constraintValuesAreChecked(String kind, int value, String message) {
    assertThatThrownBy(() -> table.on("GET", "/", Map.of(kind, value), "x"))
        .isInstanceOf(RouteException.class)
        .hasMessage(message);
  }

  @Test
  void strategyCanBeAddedOnceAndBeforeItsBuiltInIsUsed() {
    table.addConstraintStrategy(new Slow("secret", new ArrayList<>()));
    table.on("GET", "/", Map.of("host", "h"), "h");

    assertThat(table.hasConstraintStrategy("secret")).isTrue();
    assertThat(table.hasConstraintStrategy("host")).isTrue();
    assertThat(table.hasConstraintStrategy("version")).isFalse();
    assertThatThrownBy(() -> table.addConstraintStrategy(new Slow("secret", new ArrayList<>())))
        .hasMessage("There already exists a custom constraint with the name secret.");
    assertThatThrownBy(() -> table.addConstraintStrategy(new Slow("host", new ArrayList<>())))
        .hasMessage("There already exists a route with host constraint.");
  }

  @Test
  void asynchronousConstraintCompletesTheLookupLater() {
    List<ResultDone> waiting = new ArrayList<>();
    table.addConstraintStrategy(new Slow("secret", waiting));
    table.on("GET", "/:id", Map.of("secret", "s"), "constrained");
    table.on("GET", "/:id", Map.of(), "free");
    Router<String> router = table.build();
    AtomicReference<@Nullable RouteMatch<String>> found = new AtomicReference<>();

    assertThat(router.isAsync()).isTrue();
    router.findLater("GET", "/1", HeadersOnly.NONE, (match, error) -> found.set(match));
    assertThat(found).hasValue(null);
    waiting.get(0).done("s");
    assertThat(found.get().store()).isEqualTo("constrained");

    router.findLater("GET", "/1", HeadersOnly.NONE, (match, error) -> found.set(match));
    waiting.get(1).done();
    assertThat(found.get().store()).isEqualTo("free");
  }

  @Test
  void failedConstraintFailsTheLookupOnce() {
    List<ResultDone> waiting = new ArrayList<>();
    table.addConstraintStrategy(new Slow("one", waiting));
    table.addConstraintStrategy(new Slow("two", waiting));
    table.on("GET", "/", Map.of("one", "s", "two", "s"), "constrained");
    List<Object> outcomes = new ArrayList<>();

    table
        .build()
        .findLater(
            "GET",
            "/",
            HeadersOnly.NONE,
            (match, error) -> outcomes.add(error == null ? String.valueOf(match) : error));
    IllegalStateException failure = new IllegalStateException("no database");
    waiting.get(0).fail(failure);
    waiting.get(1).fail(new IllegalStateException("again"));

    assertThat(outcomes).containsExactly(failure);
  }

  @Test
  void constraintThatThrowsFailsTheLookup() {
    IllegalStateException failure = new IllegalStateException("no header");
    table.addConstraintStrategy(new Slow("slow", new ArrayList<>()));
    table.addConstraintStrategy(
        new ConstraintStrategy() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Object derive(RawRequest request) {
            throw failure;
          }
        });
    table.on("GET", "/", Map.of("slow", "s", "broken", "s"), "constrained");
    AtomicReference<@Nullable Throwable> error = new AtomicReference<>();

    table.build().findLater("GET", "/", HeadersOnly.NONE, (match, thrown) -> error.set(thrown));

    assertThat(error.get()).isSameAs(failure);
  }

  @Test
  void secondAnswerOfAConstraintIsIgnored() {
    List<ResultDone> waiting = new ArrayList<>();
    table.addConstraintStrategy(new Slow("one", waiting));
    table.addConstraintStrategy(new Slow("two", waiting));
    table.on("GET", "/", Map.of("one", "s", "two", "s"), "constrained");
    List<Object> outcomes = new ArrayList<>();

    table
        .build()
        .findLater("GET", "/", HeadersOnly.NONE, (match, error) -> outcomes.add(match.isFound()));
    waiting.get(0).done("s");
    waiting.get(0).done("other");
    assertThat(outcomes).isEmpty();
    waiting.get(1).done("s");

    assertThat(outcomes).containsExactly(true);
  }

  /** Keeps whoever asks waiting. */
  private record Slow(String name, List<ResultDone> waiting) implements ConstraintStrategy {

    @Override
    public boolean isAsync() {
      return true;
    }

    @Override
    public void deriveAsync(RawRequest request, ResultDone done) {
      waiting.add(done);
    }
  }
}
