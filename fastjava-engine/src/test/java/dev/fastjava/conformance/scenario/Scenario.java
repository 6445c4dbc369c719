package dev.fastjava.conformance.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recorded scenario: an application, requests to it, and what happened.
 *
 * @param area the part of the framework it is about
 * @param spec the description
 */
public record Scenario(String area, Spec spec) {
  /** What makes an application leave entries beside its replies. */
  private static final Pattern TALKATIVE = Pattern.compile("\"(trace\\w*|logger|catch)\":");

  /** A value of a description as JSON. */
  public static String json(@Nullable Object value) {
    return Json.stringify(value);
  }

  /** The rule that the scenario pins. */
  public String name() {
    return spec.text("name");
  }

  /** The tags, often none. */
  public List<String> tags() {
    return spec.texts("tags");
  }

  Set<String> tagSet() {
    return Set.copyOf(tags());
  }

  /** Whether the application has to listen on a port. */
  boolean needsSocket() {
    return spec.flag("listen") || spec.specs("requests").stream().anyMatch(each -> each.has("via"));
  }

  /** Whether it may trace or log something. */
  boolean isTalkative() {
    return TALKATIVE.matcher(Json.stringify(spec.map())).find();
  }

  /** What is compared, in the order it happens. */
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    boolean silent = requests().isEmpty() && !spec.has("expectClose");
    if (spec.has("expectBoot") || silent) {
      checks.add(new Check(Check.Kind.BOOT, "boot", null));
    }
    int number = 0;
    for (Spec request : requests()) {
      List<Spec> all = request.has("parallel") ? request.specs("parallel") : List.of(request);
      for (Spec each : all) {
        checks.add(new Check(Check.Kind.REQUEST, ++number + " " + title(each), each));
      }
    }
    if (spec.has("expectClose")) {
      checks.add(new Check(Check.Kind.CLOSE, "close", null));
    }
    return checks;
  }

  /** The requests that are sent: none when the boot is expected to fail. */
  List<Spec> requests() {
    return spec.object("expectBoot").has("error") ? List.of() : spec.specs("requests");
  }

  private static String title(Spec request) {
    if (request.has("via")) {
      return "over a socket";
    }
    String method = request.has("method") ? request.text("method") : "GET";
    return method + " " + request.text("url");
  }
}
