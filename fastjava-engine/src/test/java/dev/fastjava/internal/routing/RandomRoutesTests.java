package dev.fastjava.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.RouterOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random route tables and URLs: the tree does what the rules say, and never anything else. */
class RandomRoutesTests {

  private static final int LOOKUPS = 300;

  @RepeatedTest(200)
  void treeFindsWhatTheRulesSay(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int maxParamLength = 1 + random.nextInt(6);
    RouteTable<String> table = new RouteTable<>(new RouterOptions().maxParamLength(maxParamLength));
    NaiveRoutes rules = new NaiveRoutes(maxParamLength);
    List<String> paths = new ArrayList<>();
    int routes = 1 + random.nextInt(60);
    for (int i = 0; i < routes; i++) {
      String path = path(random);
      try {
        table.on("GET", path, Map.of(), path);
        rules.add(path);
        paths.add(path);
      } catch (RouteException e) {
        assertThat(e).hasMessageContaining("already declared");
      }
    }
    Router<String> router = table.build();
    for (int i = 0; i < LOOKUPS; i++) {
      String url = url(random, paths.get(random.nextInt(paths.size())));
      RouteMatch<String> match = router.find("GET", url, HeadersOnly.NONE);
      String found =
          match.isFound() ? match.store() + ' ' + match.params() : match.outcome().toString();
      assertThat(found).as("%s in %s", url, paths).isEqualTo(rules.find(url));
    }
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder();
    int segments = 1 + random.nextInt(4);
    for (int i = 0; i < segments; i++) {
      path.append('/');
      switch (random.nextInt(8)) {
        case 0, 1 -> path.append(":p").append(i);
        case 2 -> path.append(":d").append(i).append("(\\d+)");
        case 3 -> path.append(word(random)).append(":s").append(i);
        default -> path.append(word(random));
      }
    }
    return path.append(random.nextInt(6) == 0 ? "/*" : "").toString();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      word.append("ab1".charAt(random.nextInt(3)));
    }
    return word.toString();
  }

  /** A URL that one of the routes may match, or nearly so. */
  private static String url(Random random, String path) {
    StringBuilder url = new StringBuilder();
    for (String segment : path.substring(1).split("/", -1)) {
      url.append('/');
      int parameter = segment.indexOf(':');
      if (parameter >= 0) {
        url.append(segment, 0, parameter).append(word(random)).append(word(random));
      } else {
        url.append(random.nextInt(8) == 0 || segment.equals("*") ? word(random) : segment);
      }
    }
    return random.nextInt(8) == 0 ? url + "/" + word(random) : url.toString();
  }

  @RepeatedTest(50)
  void anyTextHasAnOutcome(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    RouterOptions options =
        new RouterOptions()
            .caseSensitive(random.nextBoolean())
            .ignoreTrailingSlash(random.nextBoolean())
            .ignoreDuplicateSlashes(random.nextBoolean())
            .useSemicolonDelimiter(random.nextBoolean())
            .maxParamLength(1 + random.nextInt(20));
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
