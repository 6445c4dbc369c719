package dev.fastjava.conformance.scenario;

import dev.fastjava.conformance.VectorValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares what happened with what was recorded. Each method returns the differences, none when all
 * is well.
 */
final class Comparison {
  /** Stands for an error that could not be provoked: equal to every recorded error. */
  static final Object ANYTHING =
      new Object() {
        @Override
        public String toString() {
          return "anything";
        }
      };

  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d{4,5}");
  private static final Set<String> NOT_COMPARED = Set.of("date", "connection", "keep-alive");
  private static final Set<String> NOT_LOGGED = Set.of("time", "pid", "hostname");
  private static final Set<String> NOT_LOGGED_OF_ERRORS =
      Set.of("stack", "name", "validation", "serialization");
  private static final int LONGEST_VALUE = 1_000;

  private final Set<String> tags;
  private final String version;

  /**
   * Makes a comparison.
   *
   * @param tags the tags of the scenario, which loosen it
   * @param version the version of the framework, recorded as {@code <version>}
   */
  Comparison(Set<String> tags, String version) {
    this.tags = tags;
    this.version = version;
  }

  /** Compares the outcome of the boot or the close, whose error may be null. */
  List<String> phase(Spec expected, @Nullable Throwable error, Journal.Snapshot happened) {
    List<String> differences = new ArrayList<>();
    Object described = ErrorViews.describe(error);
    if (!sameError(expected.get("error"), described)) {
      differ(differences, "error", expected.get("error"), described);
    }
    differences.addAll(entries(expected, happened));
    return differences;
  }

  /** Compares the outcome of the close and of what was tried afterwards. */
  List<String> close(
      Spec expected,
      @Nullable Throwable error,
      Journal.Snapshot happened,
      List<? extends @Nullable Object> after) {
    List<String> differences = new ArrayList<>();
    Object described = ErrorViews.describe(error);
    if (!sameError(expected.get("error"), described)) {
      differ(differences, "error", expected.get("error"), described);
    }
    differences.addAll(trace(expected, happened));
    if (!sameEntries(expected.list("after"), after)) {
      differ(differences, "after", expected.list("after"), after);
    }
    return differences;
  }

  /** Compares trace, log lines and warnings. */
  List<String> entries(Spec expected, Journal.Snapshot happened) {
    List<String> differences = new ArrayList<>(trace(expected, happened));
    List<?> logs = happened.logs().stream().map(this::normalLine).toList();
    boolean anyOrder = tags.contains("log-order-any");
    if (!(anyOrder
        ? sameInAnyOrder(expected.list("logs"), logs)
        : same(expected.list("logs"), logs))) {
      differ(differences, "logs", expected.list("logs"), logs);
    }
    if (!same(expected.list("warnings"), happened.warnings())) {
      differ(differences, "warnings", expected.list("warnings"), happened.warnings());
    }
    return differences;
  }

  /** Compares the trace alone. */
  List<String> trace(Spec expected, Journal.Snapshot happened) {
    List<String> differences = new ArrayList<>();
    if (!sameEntries(expected.list("trace"), happened.trace())) {
      differ(differences, "trace", expected.list("trace"), happened.trace());
    }
    return differences;
  }

  private boolean sameEntries(List<?> expected, List<?> observed) {
    boolean equal = expected.size() == observed.size();
    for (int i = 0; equal && i < expected.size(); i++) {
      equal = sameEntry(expected.get(i), observed.get(i));
    }
    return equal;
  }

  /** Compares the response to an injected request. */
  List<String> injected(Spec expected, Map<String, @Nullable Object> observed) {
    List<String> differences = new ArrayList<>();
    response(expected, observed, Set.of(), differences);
    for (String key : List.of("noResponse", "aborted")) {
      if (!same(expected.get(key), observed.get(key))) {
        differ(differences, key, expected.get(key), observed.get(key));
      }
    }
    return differences;
  }

  /**
   * Compares what came back over a connection.
   *
   * @param mustKeepAlive whether responses have to say that the connection stays open
   */
  List<String> received(
      Spec expected, Map<String, @Nullable Object> observed, boolean mustKeepAlive) {
    List<String> differences = new ArrayList<>();
    if (expected.has("responses")) {
      List<Spec> recorded = expected.specs("responses");
      List<Spec> responses =
          Spec.specs((List<?>) Objects.requireNonNull(observed.get("responses")));
      if (recorded.size() != responses.size()) {
        differ(differences, "responses", expected.get("responses"), observed.get("responses"));
      } else {
        for (int i = 0; i < recorded.size(); i++) {
          connection(recorded.get(i), responses.get(i), mustKeepAlive, differences);
          response(recorded.get(i), responses.get(i).map(), NOT_COMPARED, differences);
        }
      }
    }
    if (expected.has("closed") && !same(expected.get("closed"), observed.get("closed"))) {
      differ(differences, "closed", expected.get("closed"), observed.get("closed"));
    }
    return differences;
  }

  private void connection(
      Spec expected, Spec observed, boolean mustKeepAlive, List<String> differences) {
    Object recorded = expected.object("headers").get("connection");
    Object header = observed.object("headers").get("connection");
    String text = header == null ? null : header.toString().toLowerCase(Locale.ROOT);
    boolean optional = !"close".equals(recorded) && !mustKeepAlive;
    boolean equal = optional ? text == null || text.equals("keep-alive") : same(recorded, text);
    if (!equal && !tags.contains("status-only")) {
      differ(differences, "connection", recorded, header);
    }
  }

  private void response(
      Spec expected,
      Map<String, @Nullable Object> observed,
      Set<String> ignoredHeaders,
      List<String> differences) {
    Spec response = new Spec(observed);
    if (tags.contains("error-only") && isError(expected.get("status"))) {
      if (!isError(response.get("status"))) {
        differ(differences, "status", expected.get("status"), response.get("status"));
      }
      return;
    }
    if (!same(expected.get("status"), response.get("status"))) {
      differ(differences, "status", expected.get("status"), response.get("status"));
    }
    if (tags.contains("status-only")) {
      return;
    }
    if (tags.contains("code-only") && errorCode(expected) != null) {
      if (!same(errorCode(expected), errorCode(response))) {
        differ(differences, "code", errorCode(expected), response.get("body"));
      }
      return;
    }
    Map<String, Object> recorded = headers(expected.object("headers"), ignoredHeaders);
    Map<String, Object> headers = headers(response.object("headers"), NOT_COMPARED);
    if (!same(recorded, headers)) {
      differ(differences, "headers", recorded, headers);
    }
    for (String key :
        List.of("body", "bodyBase64", "trailers", "truncated", "incomplete", "invalid")) {
      if (!same(expected.get(key), response.get(key))) {
        differ(differences, key, expected.get(key), response.get(key));
      }
    }
  }

  private static boolean isError(@Nullable Object status) {
    return status instanceof Number number && number.intValue() >= 400;
  }

  private static @Nullable Object errorCode(Spec response) {
    if (isError(response.get("status"))
        && response.get("body") instanceof String body
        && body.startsWith("{")) {
      return Spec.of(Json.read(body)).get("code");
    }
    return null;
  }

  /** Names in lower case; a header with one line is a text, with several a list. */
  private static Map<String, Object> headers(Spec headers, Set<String> ignored) {
    Map<String, Object> normal = new TreeMap<>();
    headers
        .map()
        .forEach(
            (name, value) -> {
              String key = name.toLowerCase(Locale.ROOT);
              if (!ignored.contains(key)) {
                normal.put(key, lines(value));
              }
            });
    return normal;
  }

  private static Object lines(@Nullable Object value) {
    if (value instanceof List<?> lines) {
      List<String> texts = lines.stream().map(String::valueOf).toList();
      return texts.size() == 1 ? texts.get(0) : texts;
    }
    return String.valueOf(value);
  }

  private boolean sameEntry(@Nullable Object expected, @Nullable Object observed) {
    if (Spec.isObject(expected) && Spec.isObject(observed)) {
      Spec recorded = Spec.of(expected);
      Spec entry = Spec.of(observed);
      if (Spec.isObject(recorded.get("error"))) {
        return same(recorded.get("op"), entry.get("op"))
            && sameError(recorded.get("error"), entry.get("error"));
      }
    }
    return same(expected, observed);
  }

  /** Whether an error, described by {@link ErrorViews}, is the recorded one; both may be null. */
  boolean sameError(@Nullable Object expected, @Nullable Object observed) {
    if (expected == null || observed == null) {
      return expected == null && observed == null;
    }
    if (observed == ANYTHING || tags.contains("error-only")) {
      return true;
    }
    Spec recorded = Spec.of(expected);
    Spec error = Spec.of(observed);
    if (tags.contains("code-only")) {
      return same(recorded.get("code"), error.get("code"));
    }
    Map<String, @Nullable Object> scrubbed = new LinkedHashMap<>(error.map());
    scrubbed.computeIfPresent("message", (key, text) -> scrub(text.toString()));
    return same(recorded.map(), scrubbed);
  }

  private String scrub(String text) {
    return PORT.matcher(text).replaceAll("127.0.0.1:<port>").replace(version, "<version>");
  }

  /** An error as it is recorded; null for none. */
  @Nullable Object recorded(@Nullable Throwable error) {
    Object described = ErrorViews.describe(error);
    if (described == null || described == ANYTHING) {
      return null;
    }
    Map<String, @Nullable Object> scrubbed = new LinkedHashMap<>(Spec.of(described).map());
    scrubbed.computeIfPresent("message", (key, text) -> scrub(text.toString()));
    return scrubbed;
  }

  /** A header that is not compared. */
  static boolean isCompared(String header) {
    return !NOT_COMPARED.contains(header.toLowerCase(Locale.ROOT));
  }

  /** A log line as it is recorded. */
  @Nullable Object normalLine(@Nullable Object line) {
    Map<String, @Nullable Object> normal = new LinkedHashMap<>();
    Spec.of(line)
        .map()
        .forEach(
            (key, value) -> {
              if (!NOT_LOGGED.contains(key)) {
                normal.put(key, normalField(key, value));
              }
            });
    return normal;
  }

  private @Nullable Object normalField(String key, @Nullable Object value) {
    if (key.equals("responseTime")) {
      return value instanceof Number ? "<number>" : value;
    }
    if (key.equals("err") && Spec.isObject(value)) {
      Map<String, @Nullable Object> error = new LinkedHashMap<>(Spec.of(value).map());
      error.keySet().removeAll(NOT_LOGGED_OF_ERRORS);
      error.computeIfPresent("type", (name, type) -> type instanceof String ? "<string>" : type);
      return error;
    }
    if (key.equals("req") && Spec.isObject(value)) {
      Map<String, @Nullable Object> request = new LinkedHashMap<>(Spec.of(value).map());
      request.remove("remotePort");
      return request;
    }
    return value instanceof String text ? scrub(text) : value;
  }

  private static boolean sameInAnyOrder(List<?> expected, List<?> observed) {
    List<Object> rest = new ArrayList<>(observed);
    for (Object each : expected) {
      int found = -1;
      for (int i = 0; i < rest.size() && found < 0; i++) {
        found = same(each, rest.get(i)) ? i : -1;
      }
      if (found < 0) {
        return false;
      }
      rest.remove(found);
    }
    return rest.isEmpty();
  }

  private static boolean same(@Nullable Object expected, @Nullable Object observed) {
    return VectorValues.same(expected, observed);
  }

  private static void differ(
      List<String> differences, String what, @Nullable Object expected, @Nullable Object observed) {
    differences.add(
        what
            + ": expected "
            + shown(expected)
            + "\n"
            + " ".repeat(what.length())
            + "   but was "
            + shown(observed));
  }

  private static String shown(@Nullable Object value) {
    String text = VectorValues.describe(value);
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }
}
