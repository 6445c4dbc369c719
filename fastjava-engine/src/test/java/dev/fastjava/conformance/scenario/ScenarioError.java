package dev.fastjava.conformance.scenario;

import dev.fastjava.error.HttpException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error a scenario describes: a message, and properties of any name. */
final class ScenarioError extends HttpException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, @Nullable Object> spec;

  private ScenarioError(Map<String, @Nullable Object> spec) {
    super(
        status(spec),
        String.valueOf(spec.getOrDefault("message", "")),
        details -> spec.forEach((key, value) -> set(details, key, value)));
    this.spec = spec;
  }

  /** Makes an error of a text or an object with {@code message} and properties. */
  static ScenarioError of(@Nullable Object spec) {
    return new ScenarioError(
        spec instanceof String text ? message(text) : new LinkedHashMap<>(Spec.of(spec).map()));
  }

  private static Map<String, @Nullable Object> message(String text) {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("message", text);
    return spec;
  }

  /** The reply looks at {@code statusCode} first, then at {@code status}. */
  private static int status(Map<String, @Nullable Object> spec) {
    if (spec.get("statusCode") instanceof Number code && code.intValue() != 0) {
      return code.intValue();
    }
    // A text is for the engine to read; it goes before the other property.
    boolean text = spec.get("statusCode") instanceof String;
    return !text && spec.get("status") instanceof Number status ? status.intValue() : 0;
  }

  private static void set(Details details, String key, @Nullable Object value) {
    switch (key) {
      case "message" -> {}
      case "statusCode" -> {
        if (value instanceof String) {
          details.property(key, value);
        }
      }
      case "code" -> details.code(String.valueOf(value));
      case "headers" -> Spec.of(value).map().forEach(details::header);
      default -> details.property(key, value);
    }
  }

  Map<String, @Nullable Object> spec() {
    return spec;
  }
}
