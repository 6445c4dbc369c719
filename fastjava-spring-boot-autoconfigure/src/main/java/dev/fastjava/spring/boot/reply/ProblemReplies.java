package dev.fastjava.spring.boot.reply;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.ValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** Writes problem details as RFC 9457 has them. */
final class ProblemReplies {
  private static final String TYPE = "application/problem+json";

  private ProblemReplies() {}

  /** A problem that a handler returned. */
  static Map<String, Object> of(ErrorResponse error, Request request, Reply reply) {
    EntityReplies.headers(error.getHeaders(), reply);
    Map<String, Object> problem = of(error.getBody(), request, reply);
    reply.code(error.getStatusCode().value());
    return problem;
  }

  /** A problem that a handler returned. */
  static Map<String, Object> of(ProblemDetail detail, Request request, Reply reply) {
    reply.code(detail.getStatus());
    return members(detail, request, reply);
  }

  /** Further members are those of the problem itself, not of an object inside of it. */
  static Map<String, Object> members(ProblemDetail detail, Request request, Reply reply) {
    reply.type(TYPE);
    Map<String, Object> members = new LinkedHashMap<>();
    put(members, "type", detail.getType());
    put(members, "title", detail.getTitle());
    members.put("status", detail.getStatus());
    put(members, "detail", detail.getDetail());
    Object instance = detail.getInstance();
    members.put("instance", instance == null ? path(request) : instance.toString());
    Map<String, Object> further = detail.getProperties();
    if (further != null) {
      further.forEach(members::putIfAbsent);
    }
    return members;
  }

  /** The problem that an error of any kind is. */
  static Map<String, Object> ofError(
      Throwable error, @Nullable String detail, Request request, Reply reply) {
    reply.type(TYPE);
    int status = reply.statusCode();
    Map<String, Object> members = new LinkedHashMap<>();
    HttpStatus known = HttpStatus.resolve(status);
    put(members, "title", known == null ? null : known.getReasonPhrase());
    members.put("status", status);
    put(members, "detail", detail);
    members.put("instance", path(request));
    if (error instanceof HttpError http) {
      put(members, "code", http.code());
    }
    if (error instanceof ValidationException invalid) {
      members.put("errors", errors(invalid));
    }
    return members;
  }

  /** Errors of requests that reach no route: their texts are those of the server. */
  static Reply beforeRoutes(Throwable error, Request request, Reply reply) {
    int status = error instanceof HttpError http ? http.statusCode() : 0;
    reply.code(status == 0 ? 500 : status);
    return reply.send(ofError(error, status == 0 ? null : error.getMessage(), request, reply));
  }

  private static List<Map<String, Object>> errors(ValidationException invalid) {
    List<Map<String, Object>> errors = new ArrayList<>();
    invalid
        .errorsByPointer()
        .forEach(
            (pointer, messages) ->
                messages.forEach(
                    message -> errors.add(Map.of("pointer", pointer, "detail", message))));
    return errors;
  }

  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      members.put(name, value.toString());
    }
  }

  private static String path(Request request) {
    String url = request.originalUrl();
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
