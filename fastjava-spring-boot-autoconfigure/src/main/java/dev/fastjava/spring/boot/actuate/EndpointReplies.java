package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends what operations return. */
final class EndpointReplies {
  private static final boolean REACTIVE =
      ClassUtils.isPresent("reactor.core.publisher.Flux", EndpointReplies.class.getClassLoader());

  private static final MediaType UTF_8_TEXT =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final JsonMapper endpointMapper;
  private final JsonMapper mapper;

  /**
   * Writes JSON.
   *
   * @param endpointMapper for the types of Boot's own endpoints
   * @param mapper for all else
   */
  EndpointReplies(JsonMapper endpointMapper, JsonMapper mapper) {
    this.endpointMapper = endpointMapper;
    this.mapper = mapper;
  }

  /**
   * Sends a result.
   *
   * @param type the type the client accepts; null when the operation does not say which it has
   */
  @Nullable Object send(
      @Nullable Object result, Request request, Reply reply, @Nullable MediaType type) {
    Object value = awaited(result);
    if (value == null) {
      return reply.code(request.method().equals("GET") ? 404 : 204).send();
    }
    if (!(value instanceof WebEndpointResponse<?> response)) {
      return body(value, reply, withCharset(type));
    }
    reply.code(response.getStatus());
    Object content = response.getBody();
    if (content == null) {
      return reply.send();
    }
    // Null, whatever Boot's annotations say, unless the operation chose one.
    @Nullable Object own = response.getContentType();
    return own == null
        ? body(content, reply, withCharset(type))
        : body(content, reply, MediaType.valueOf(own.toString()));
  }

  /** Operations run where blocking is allowed. */
  private static @Nullable Object awaited(@Nullable Object result) {
    if (result instanceof CompletionStage<?> stage) {
      return stage.toCompletableFuture().join();
    }
    return REACTIVE ? Reactive.awaited(result) : result;
  }

  private @Nullable Object body(Object content, Reply reply, @Nullable MediaType type) {
    if (content instanceof Resource) {
      return typed(reply, type).send(content);
    }
    if (content instanceof byte[] bytes) {
      return typed(reply, type == null ? MediaType.APPLICATION_OCTET_STREAM : type).send(bytes);
    }
    if (content instanceof CharSequence text) {
      MediaType known = type == null ? UTF_8_TEXT : type;
      Charset charset = known.getCharset() == null ? StandardCharsets.UTF_8 : known.getCharset();
      return typed(reply, known).send(text.toString().getBytes(charset));
    }
    JsonMapper writer = content instanceof OperationResponseBody ? endpointMapper : mapper;
    byte[] json = writer.writeValueAsBytes(content);
    return typed(reply, type == null ? MediaType.APPLICATION_JSON : type).send(json);
  }

  /** Operations that choose a type themselves are taken at their word. */
  private static @Nullable MediaType withCharset(@Nullable MediaType type) {
    if (type == null || !type.getType().equals("text") || type.getCharset() != null) {
      return type;
    }
    return new MediaType(type, StandardCharsets.UTF_8);
  }

  private static Reply typed(Reply reply, @Nullable MediaType type) {
    return type == null ? reply : reply.type(type.toString());
  }

  /** Loaded where Reactor is. */
  private static final class Reactive {
    private Reactive() {}

    static @Nullable Object awaited(@Nullable Object result) {
      if (result instanceof Flux<?> several) {
        return several.collectList().block();
      }
      return result instanceof Publisher<?> one ? Mono.from(one).block() : result;
    }
  }
}
