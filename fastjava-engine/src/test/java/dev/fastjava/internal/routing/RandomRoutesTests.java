package dev.fastjava.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.RouterOptions;
import dev.fastjava.http.RawRequest;
import dev.fastjava.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random route tables and URLs: the tree does what the rules say, and never anything else. */
class RandomRoutesTests {

  private static final int LOOKUPS = 200;

  @RepeatedTest(400)
  void treeFindsWhatTheRulesSay(RepetitionInfo repetition) {
    Random random = Seeds.random(repetition.getCurrentRepetition());
    // Half of the tables with the defaults, which take another way through the tree.
    boolean defaults = random.nextBoolean();
    RouterOptions options =
        RouterOptions.of(
            o ->
                o.maxParamLength(1 + random.nextInt(8))
                    .caseSensitive(defaults || random.nextBoolean())
                    .ignoreTrailingSlash(!defaults && random.nextBoolean())
                    .ignoreDuplicateSlashes(!defaults && random.nextBoolean())
                    .useSemicolonDelimiter(random.nextBoolean()));
    boolean constrained = random.nextBoolean();
    boolean secretMustMatch = constrained && random.nextBoolean();
    RouteTable<String> table = new RouteTable<>(options);
    if (constrained) {
      table.addConstraintStrategy(new Secret(secretMustMatch));
    }
    NaiveRoutes rules = new NaiveRoutes(options, new NaiveConstraints(secretMustMatch));
    List<RandomPath> paths = new ArrayList<>();
    List<String> log = new ArrayList<>();
    int routes = 1 + random.nextInt(40);
    for (int i = 0; i < routes; i++) {
      RandomPath path =
          constrained && !paths.isEmpty() && random.nextBoolean()
              ? paths.get(random.nextInt(paths.size()))
              : RandomPath.make(random);
      Map<String, Object> constraints = constrained ? constraints(random) : Map.of();
      String name = i + ":" + path.written() + (constraints.isEmpty() ? "" : constraints);
      paths.add(path);
      log.add(name);
      boolean added;
      try {
        table.on("GET", path.written(), constraints, name);
        added = true;
      } catch (RouteException e) {
        assertThat(e).hasMessageContaining("already declared");
        added = false;
      }
      assertThat(added).as("%s", log).isEqualTo(rules.add(name, path, constraints));
    }
    Router<String> router = table.build();
    for (int i = 0; i < LOOKUPS; i++) {
      String url = RandomUrl.make(random, paths.get(random.nextInt(paths.size())));
      Map<String, String> headers = constrained ? headers(random) : Map.of();
      RouteMatch<String> match = router.find("GET", url, new HeadersOnly(headers::get));
      assertThat(text(match))
          .as("%s %s in %s with %s", url, headers, log, describe(options))
          .isEqualTo(rules.find(url, headers));
      if (match.isFound()) {
        int delimiter =
            url.split(options.useSemicolonDelimiter() ? "[?#;]" : "[?#]", 2)[0].length();
        assertThat(match.queryStart()).isEqualTo(delimiter == url.length() ? -1 : delimiter + 1);
      }
    }
  }

  private static String text(RouteMatch<String> match) {
    return match.isFound()
        ? match.store() + ' ' + new TreeMap<>(match.params())
        : match.outcome().toString();
  }

  private static String describe(RouterOptions options) {
    return "maxParamLength %d, caseSensitive %s, ignoreTrailingSlash %s, duplicates %s, semicolon %s"
        .formatted(
            options.maxParamLength(),
            options.caseSensitive(),
            options.ignoreTrailingSlash(),
            options.ignoreDuplicateSlashes(),
            options.useSemicolonDelimiter());
  }

  private static Map<String, Object> constraints(Random random) {
    Map<String, Object> constraints = new TreeMap<>();
    if (random.nextInt(3) == 0) {
      constraints.put(
          "version",
          "%d.%d.%d".formatted(1 + random.nextInt(2), random.nextInt(3), random.nextInt(2)));
    }
    if (random.nextInt(3) == 0) {
      constraints.put("host", "h" + random.nextInt(2));
    }
    if (random.nextInt(4) == 0) {
      constraints.put("secret", "s" + random.nextInt(2));
    }
    return constraints;
  }

  private static Map<String, String> headers(Random random) {
    Map<String, String> headers = new TreeMap<>();
    if (random.nextBoolean()) {
      String[] asked = {"1.x", "2.x", "*", "x", "1.1.x", "1.2.x", "1.2.0", "2.0.1", "3.x", "2.x.x"};
      headers.put("accept-version", asked[random.nextInt(asked.length)]);
    }
    if (random.nextBoolean()) {
      headers.put("host", "h" + random.nextInt(3));
    }
    if (random.nextInt(3) == 0) {
      headers.put("secret", "s" + random.nextInt(3));
    }
    return headers;
  }

  /** A constraint by equality with a header. */
  private record Secret(boolean mustMatchWhenDerived) implements ConstraintStrategy {

    @Override
    public String name() {
      return "secret";
    }

    @Override
    public @Nullable Object derive(RawRequest request) {
      return request.header("secret");
    }
  }

  @RepeatedTest(50)
  void anyTextHasAnOutcome(RepetitionInfo repetition) {
    Random random = Seeds.random(repetition.getCurrentRepetition());
    RouterOptions options =
        RouterOptions.of(
            o ->
                o.caseSensitive(random.nextBoolean())
                    .ignoreTrailingSlash(random.nextBoolean())
                    .ignoreDuplicateSlashes(random.nextBoolean())
                    .useSemicolonDelimiter(random.nextBoolean())
                    .maxParamLength(1 + random.nextInt(20)));
    RouteTable<String> table = new RouteTable<>(options);
    for (String path :
        List.of(
            "/",
            "/a",
            "/a/:id",
            "/a/:id/b",
            "/f/:name.:ext",
            "/n/:n(\\d+)-:m",
            "/%/x",
            "/\u00e9",
            "/w/*")) {
      table.on("GET", path, Map.of(), path);
    }
    if (random.nextBoolean()) {
      table.on("GET", "*", Map.of(), "*");
    }
    Router<String> router = table.build();
    for (int i = 0; i < 2_000; i++) {
      String url = raw(random);
      RouteMatch<String> match = router.find("GET", url, HeadersOnly.NONE);
      switch (match.outcome()) {
        case FOUND -> {
          assertThat(match.store()).isNotEmpty();
          assertThat(match.queryStart()).as(url).isLessThanOrEqualTo(url.length());
        }
        case NOT_FOUND -> assertThat(match.path()).isEmpty();
        case BAD_URL -> assertThat(url).endsWith(match.path());
        case MAX_PARAM_LENGTH -> assertThat(match.path()).isNotEmpty();
      }
    }
  }

  private static final String[] PIECES = {
    "/",
    "/",
    "//",
    "a",
    "f",
    "n",
    "w",
    "b",
    "12",
    "-",
    ".",
    ":",
    "*",
    "?",
    "#",
    ";",
    "&",
    "=",
    "%",
    "%2",
    "%20",
    "%2F",
    "%25",
    "%zz",
    "%C3%A9",
    "%C3",
    "%ff",
    "%00",
    "\u00e9",
    "\u0130",
    "\ud83d",
    "\ude00",
    "\0",
    " ",
    "http://",
    "https://h",
    "@",
    "[::1]",
    ":80",
    "\\",
    "..",
    "A",
    "xxxxxxxxxx"
  };

  private static String raw(Random random) {
    StringBuilder url = new StringBuilder(random.nextInt(10) == 0 ? "" : "/");
    int pieces = random.nextInt(10);
    for (int i = 0; i < pieces; i++) {
      url.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return url.toString();
  }
}
