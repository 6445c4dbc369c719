package dev.fastjava.conformance.scenario;

import dev.fastjava.error.HttpError;
import dev.fastjava.error.ValidationException;
import dev.fastjava.schema.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What a recording shows of an error. */
final class ErrorViews {
  private ErrorViews() {}

  /** The error behind those that futures wrap around it. */
  static Throwable unwrap(Throwable error) {
    Throwable inner = error;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /** Code, message and status code, as far as the error has them. */
  static @Nullable Map<String, @Nullable Object> describe(@Nullable Throwable thrown) {
    if (thrown == null) {
      return null;
    }
    Throwable error = unwrap(thrown);
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    putIfPresent(view, "code", property(error, "code"));
    view.put("message", property(error, "message"));
    putIfPresent(view, "statusCode", property(error, "statusCode"));
    return view;
  }

  /** The value of the echo expression {@code error}. */
  static @Nullable Map<String, @Nullable Object> echo(@Nullable Throwable error) {
    if (error == null) {
      return null;
    }
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("message", property(error, "message"));
    for (String key : List.of("code", "statusCode", "validationContext", "validation")) {
      putIfPresent(view, key, property(error, key));
    }
    return view;
  }

  private static void putIfPresent(
      Map<String, @Nullable Object> view, String key, @Nullable Object value) {
    if (value != null) {
      view.put(key, value);
    }
  }

  /** A property of an error by the name the reference gives it; null when absent. */
  static @Nullable Object property(Throwable error, String name) {
    if (error instanceof ScenarioError scenario && scenario.spec().containsKey(name)) {
      return scenario.spec().get(name);
    }
    if (name.equals("message")) {
      return error.getMessage() == null ? "" : error.getMessage();
    }
    if (error instanceof ValidationException invalid) {
      if (name.equals("validation")) {
        return invalid.validation().isEmpty() ? null : violations(invalid.validation());
      }
      if (name.equals("validationContext")) {
        return invalid.validationContext().label();
      }
    }
    return error instanceof HttpError http ? httpProperty(http, name) : null;
  }

  private static @Nullable Object httpProperty(HttpError error, String name) {
    return switch (name) {
      case "code" -> error.code();
      // The status of a described error that has none comes from its other property.
      case "statusCode" ->
          error.statusCode() == 0 || error instanceof ScenarioError ? null : error.statusCode();
      case "headers" -> error.headers().isEmpty() ? null : error.headers().asMap();
      default -> error.properties().get(name);
    };
  }

  /** The violations of a schema as the recordings list them. */
  static List<Map<String, @Nullable Object>> violations(List<ValidationError> errors) {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (ValidationError error : errors) {
      Map<String, @Nullable Object> view = new LinkedHashMap<>();
      view.put("instancePath", error.instancePath());
      view.put("schemaPath", error.schemaPath());
      view.put("keyword", error.keyword());
      view.put("params", error.params());
      putIfPresent(view, "message", error.message());
      list.add(view);
    }
    return list;
  }
}
