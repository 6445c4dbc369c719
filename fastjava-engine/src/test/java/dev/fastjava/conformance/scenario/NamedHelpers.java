package dev.fastjava.conformance.scenario;

import dev.fastjava.ReplySerializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions that scenarios refer to by name. */
final class NamedHelpers {
  private NamedHelpers() {}

  /** A serializer for one reply. */
  static Function<@Nullable Object, ?> serializer(String name) {
    return switch (name) {
      case "upper" -> payload -> Json.stringify(payload).toUpperCase(Locale.ROOT);
      case "wrap" -> payload -> Json.stringify(single("wrapped", payload));
      case "tag" -> payload -> "serialized:" + Json.stringify(payload);
      case "fail" ->
          payload -> {
            throw error(Map.of("message", "serializer failed", "statusCode", 503));
          };
      case "object" -> payload -> single("not", "a string");
      default -> throw new NotExpressible("a serializer that is no function: " + name);
    };
  }

  /** A serializer for all replies of a context. */
  static ReplySerializer replySerializer(String name) {
    return switch (name) {
      case "upper" -> (payload, status) -> Json.stringify(payload).toUpperCase(Locale.ROOT);
      case "wrap" ->
          (payload, status) -> {
            Map<String, @Nullable Object> map = single("status", status);
            map.put("payload", payload);
            return Json.stringify(map);
          };
      case "fail" ->
          (payload, status) -> {
            throw error("reply serializer failed");
          };
      default -> throw new NotExpressible("a reply serializer that is no function: " + name);
    };
  }

  static SchemaErrorFormatter formatter(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "joined" -> (errors, part) -> error(part + ": " + joined(errors));
      case "custom" ->
          (errors, part) ->
              error(
                  Map.of(
                      "message",
                      "custom formatter on " + part,
                      "statusCode",
                      422,
                      "code",
                      "CUSTOM_VALIDATION"));
      case "count" -> (errors, part) -> error(part + " has " + errors.size() + " error(s)");
      default -> throw new NotExpressible("a schema error formatter that is no function: " + name);
    };
  }

  private static String joined(List<ValidationError> errors) {
    StringJoiner text = new StringJoiner("; ");
    for (ValidationError error : errors) {
      String path = error.instancePath();
      text.add((path.isEmpty() ? "/" : path) + " " + error.keyword());
    }
    return text.toString();
  }

  static ValidatorCompiler validatorCompiler(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "accept" -> schema -> value -> ValidationResult.valid();
      case "reject" ->
          schema -> value -> ValidationResult.failed(error("rejected " + schema.httpPart()));
      case "replace" ->
          schema ->
              value ->
                  ValidationResult.replacedBy(
                      single("replaced", String.valueOf(schema.httpPart())));
      case "describe" ->
          schema ->
              value ->
                  ValidationResult.failed(
                      error(
                          String.join(
                              " ",
                              schema.method(),
                              schema.url(),
                              String.valueOf(schema.httpPart()),
                              Json.stringify(schema.schema()))));
      default -> throw new NotExpressible("a validator compiler that is no function: " + name);
    };
  }

  static SerializerCompiler serializerCompiler(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "plain" -> schema -> (value, out) -> out.writeText(Json.stringify(value));
      case "describe" ->
          schema ->
              (value, out) -> {
                Map<String, @Nullable Object> map = single("method", schema.method());
                map.put("url", schema.url());
                map.put(
                    "httpStatus", schema.httpStatus() == null ? Absent.VALUE : schema.httpStatus());
                map.put("contentType", schema.contentType());
                map.put("schema", schema.schema());
                map.put("data", value);
                out.writeText(Json.stringify(map));
              };
      default -> throw new NotExpressible("a serializer compiler that is no function: " + name);
    };
  }

  private static ScenarioError error(Object spec) {
    return ScenarioError.of(spec);
  }

  private static Map<String, @Nullable Object> single(String key, @Nullable Object value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }
}
