package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Request;
import dev.fastjava.error.HttpException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the arguments that bodies of write operations bring. */
final class EndpointBodies {
  private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

  private final JsonMapper mapper;

  EndpointBodies(JsonMapper mapper) {
    this.mapper = mapper;
  }

  Map<String, String> read(Request request) {
    if (!(request.body() instanceof byte[] body) || body.length == 0) {
      return Map.of();
    }
    try {
      Map<String, String> arguments = mapper.readValue(body, ARGUMENTS);
      return arguments == null ? Map.of() : arguments;
    } catch (JacksonException unreadable) {
      throw new HttpException(
          400, "The body is not a JSON object of texts, numbers and booleans", unreadable);
    }
  }
}
