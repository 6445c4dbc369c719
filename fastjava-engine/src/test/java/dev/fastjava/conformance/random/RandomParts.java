package dev.fastjava.conformance.random;

import static dev.fastjava.conformance.random.Draw.list;
import static dev.fastjava.conformance.random.Draw.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the schemas of routes. */
final class RandomParts {
  private final Draw draw;

  RandomParts(Draw draw) {
    this.draw = draw;
  }

  Map<String, @Nullable Object> parts(RandomContext context, boolean hasBody, boolean hasId) {
    Map<String, @Nullable Object> schema = map();
    if (hasBody && draw.percent(60)) {
      schema.put("body", body(context));
    }
    if (draw.percent(30)) {
      schema.put(
          draw.of("querystring", "query"),
          object(draw.percent(40), "a", scalar(), "list", map("type", "array", "items", scalar())));
    }
    if (hasId && draw.percent(40)) {
      schema.put("params", object(true, "id", scalar()));
    }
    if (draw.percent(15)) {
      schema.put("headers", object(draw.percent(30), "x-a", scalar()));
    }
    if (draw.percent(45)) {
      schema.put("response", responses(context));
    }
    return schema;
  }

  private Map<String, @Nullable Object> body(RandomContext context) {
    if (!context.schemas.isEmpty() && draw.percent(25)) {
      return map("$ref", draw.of(context.schemas) + "#");
    }
    if (draw.percent(10)) {
      return map("content", map("application/json", map("schema", object(true, "a", scalar()))));
    }
    Map<String, @Nullable Object> body =
        object(
            draw.percent(50),
            "a",
            scalar(),
            "b",
            draw.percent(50) ? scalar() : object(draw.percent(30), "c", scalar()),
            "list",
            map("type", "array", "items", scalar(), "maxItems", 3));
    if (draw.percent(20)) {
      body.put("additionalProperties", false);
    }
    return body;
  }

  /** An object whose first property may be required. */
  private Map<String, @Nullable Object> object(boolean required, @Nullable Object... properties) {
    Map<String, @Nullable Object> schema = map("type", "object", "properties", map(properties));
    if (required) {
      schema.put("required", list(properties[0]));
    }
    return schema;
  }

  private Map<String, @Nullable Object> scalar() {
    return switch (draw.below(9)) {
      case 0 -> map("type", "integer");
      case 1 -> map("type", "integer", "minimum", 2, "default", 5);
      case 2 -> map("type", "number", "maximum", 10);
      case 3 -> map("type", "boolean");
      case 4 -> map("type", "string", "minLength", 2);
      case 5 -> map("type", "string", "enum", list("x", "7"));
      case 6 -> map("type", "string", "pattern", "^[a-z]+$");
      case 7 -> map("type", list("integer", "null"));
      default -> map("type", "string");
    };
  }

  private Map<String, @Nullable Object> responses(RandomContext context) {
    Map<String, @Nullable Object> responses = map();
    responses.put(draw.of("200", "2xx", "default", "201", "2XX"), response(context));
    if (draw.percent(30)) {
      responses.put(draw.of("4xx", "500", "5xx", "404"), response(context));
    }
    return responses;
  }

  private Map<String, @Nullable Object> response(RandomContext context) {
    if (!context.schemas.isEmpty() && draw.percent(20)) {
      return map("$ref", draw.of(context.schemas) + "#");
    }
    return switch (draw.below(6)) {
      case 0 -> map("type", "string");
      case 1 -> object(true, "ok", map("type", "boolean"), "id", map("type", "integer"));
      case 2 -> {
        Map<String, @Nullable Object> open = object(false, "id", map("type", "string"));
        open.put("additionalProperties", draw.of(true, map("type", "string")));
        yield open;
      }
      case 3 ->
          map(
              "content",
              map(
                  draw.of("application/json", "*/*", "application/vnd.x+json"),
                  map("schema", object(false, "id", map("type", "number")))));
      case 4 ->
          object(
              false,
              "id",
              map("type", "integer"),
              "title",
              map("type", "string", "default", "nobody"),
              "nested",
              object(false, "x", map("type", "integer"), "y", map("type", "string")),
              "when",
              map("type", "string", "format", draw.of("date-time", "date", "time")));
      default ->
          object(
              false,
              "id",
              map("type", draw.of(List.of("string", "number", "boolean"))),
              "message",
              map("type", "string"),
              "statusCode",
              map("type", "integer"));
    };
  }
}
