package dev.fastjava.conformance.random;

import static dev.fastjava.conformance.random.Draw.list;
import static dev.fastjava.conformance.random.Draw.map;

import dev.fastjava.conformance.random.RandomApplication.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws a scenario: a random application and requests to it. The same number under the same seed
 * gives the same scenario.
 */
final class RandomScenario {
  private final Draw draw;
  private final RandomApplication application;
  private final boolean overSockets;
  private final int number;

  private RandomScenario(int number, boolean overSockets) {
    this.draw = new Draw(number);
    this.application = new RandomApplication(draw);
    this.overSockets = overSockets;
    this.number = number;
  }

  /**
   * Draws one.
   *
   * @param number which of the scenarios of a seed
   * @param overSockets whether its requests go over sockets instead of being injected
   */
  static Map<String, @Nullable Object> draw(int number, boolean overSockets) {
    return new RandomScenario(number, overSockets).draw();
  }

  private Map<String, @Nullable Object> draw() {
    Map<String, @Nullable Object> options = application.options();
    Map<String, @Nullable Object> scenario = map("name", "random " + number, "area", "random");
    scenario.put("options", options);
    scenario.put("app", application.steps(options.containsKey("logger")));
    List<@Nullable Object> afterReady = application.afterReady();
    if (!afterReady.isEmpty()) {
      scenario.put("afterReady", afterReady);
    }
    List<@Nullable Object> requests = new ArrayList<>();
    for (int i = 4 + draw.below(5); i > 0; i--) {
      Map<String, @Nullable Object> request = request();
      requests.add(overSockets ? raw(request) : request);
    }
    scenario.put("requests", requests);
    return scenario;
  }

  private Map<String, @Nullable Object> request() {
    Target target = draw.of(application.targets());
    boolean other = draw.percent(12);
    String method =
        other
            ? draw.of("GET", "POST", "HEAD", "PUT", "OPTIONS", "TRACE")
            : draw.of(target.methods());
    Map<String, @Nullable Object> request = map("method", method, "url", url(target));
    Map<String, @Nullable Object> headers = map();
    if (draw.percent(12)) {
      headers.put("x-a", draw.of("x", "7", "abc", ""));
    }
    if (draw.percent(8)) {
      headers.put(
          draw.of("x-id", "request-id", "accept", "x-forwarded-for", "x-forwarded-host"),
          draw.of("1.2.3.4", "given"));
    }
    boolean sendsBody = target.hasBody() ? draw.percent(85) : draw.percent(15);
    if (sendsBody) {
      body(request, headers);
    } else if (draw.percent(5)) {
      headers.put("content-type", draw.of("application/json", "text/plain"));
    }
    if (!headers.isEmpty()) {
      request.put("headers", headers);
    }
    return request;
  }

  private String url(Target target) {
    String path =
        target
            .url()
            .replace("(^\\d+$)", "")
            .replace(":id?", draw.of("", "opt"))
            .replace(":id", draw.of("1", "12345", "abc", "x%20y", "%C3%A9"))
            .replace(":other", draw.of("z", "9"))
            .replace(":tenant", draw.of("t1", "t-2"))
            .replace("*", draw.of("", "some/thing", "a%2Fb"));
    path = path.replace("//", draw.percent(70) ? "/" : "//");
    if (draw.percent(6)) {
      path =
          draw.of(
              path + "/",
              path.replace("/r", "//r"),
              path.toUpperCase(java.util.Locale.ROOT),
              path + "/none");
    } else if (draw.percent(4)) {
      path = draw.of(application.prefixes()) + "/missing";
    } else if (draw.percent(2)) {
      path = path + "%zz";
    }
    if (path.isEmpty()) {
      path = "/";
    }
    if (path.startsWith("//")) {
      // The injection of the reference takes it for the name of a host.
      path = path.substring(1);
    }
    return path + query();
  }

  private String query() {
    if (draw.percent(60)) {
      return "";
    }
    return "?"
        + draw.of(
            "a=1",
            "a=x",
            "a=true&b=2",
            "list=1&list=2",
            "list=3",
            "a=",
            "a",
            "a=1.5&c=%C3%A9",
            "A=7",
            "a=null&list=x",
            "a[b]=1",
            "a=1&a=2");
  }

  private void body(Map<String, @Nullable Object> request, Map<String, @Nullable Object> headers) {
    switch (draw.below(12)) {
      case 0 -> {
        request.put("payload", draw.of("{\"a\":", "{a:1}", "[1,]", "\"\\x\"", "nul", "{} {}"));
        headers.put("content-type", "application/json");
      }
      case 1 -> {
        request.put("payload", draw.of("text", "a longer text of more than twenty-five bytes"));
        headers.put(
            "content-type",
            draw.of(
                "text/plain",
                "text/plain; charset=utf-8",
                "TEXT/PLAIN",
                "text/a",
                "text/xb",
                "text/d"));
      }
      case 2 -> {
        request.put("payload", "x=1");
        headers.put(
            "content-type",
            draw.of(
                "application/x-www-form-urlencoded",
                "unknown",
                "a/b/c",
                "application/b",
                "text/",
                "*"));
      }
      case 3 -> request.put("payload", "no type");
      case 4 -> {
        request.put("payload", "");
        headers.put("content-type", draw.of("application/json", "text/plain"));
      }
      case 5 -> {
        request.put("payload", draw.of("[1,\"2\"]", "\"text\"", "null", "7", "true"));
        headers.put(
            "content-type",
            draw.of("application/json", "application/json; charset=utf-8", "Application/JSON"));
      }
      case 6 -> {
        if (application.parserTypes().isEmpty()) {
          request.put("payload", map("a", 3));
        } else {
          request.put("payload", "for a parser");
          headers.put("content-type", draw.of(application.parserTypes()).replace("*", "any/thing"));
        }
      }
      case 7 -> {
        request.put("payloadStream", list("{\"a\"", ":\"5\"}"));
        headers.put("content-type", "application/json");
      }
      default ->
          request.put(
              "payload",
              draw.of(
                  map("a", 3),
                  map("a", "4", "b", "text", "list", "one"),
                  map("a", "x", "b", map("c", "1"), "more", true),
                  map("b", 7, "list", list("1", 2, null)),
                  map("list", list(1, 2, 3, 4)),
                  map("a", null, "b", null),
                  map("a", true, "list", list()),
                  map("a", 1.5),
                  map()));
    }
  }

  /** The same request as bytes: its connection ends with it, so that nobody waits. */
  private static Map<String, @Nullable Object> raw(Map<String, @Nullable Object> request) {
    return RawRequests.of(request);
  }
}
