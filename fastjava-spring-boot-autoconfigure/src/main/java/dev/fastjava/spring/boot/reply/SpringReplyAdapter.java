package dev.fastjava.spring.boot.reply;

import dev.fastjava.Reply;
import dev.fastjava.ReplyAdapter;
import dev.fastjava.Request;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.HttpException;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ErrorProperties.IncludeAttribute;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the server write what Spring's own web frameworks write. What to do with a class is decided
 * when its first object is sent.
 */
final class SpringReplyAdapter implements ReplyAdapter {
  private static final boolean REACTIVE =
      ClassUtils.isPresent("org.reactivestreams.Publisher", null)
          && ClassUtils.isPresent(
              "org.reactivestreams.FlowAdapters", SpringReplyAdapter.class.getClassLoader());

  /** What most objects are: payloads the server knows. */
  private static final Form PLAIN = (payload, request, reply) -> payload;

  private final Map<Class<?>, Form> forms = new ConcurrentHashMap<>();
  private final JsonMapper mapper;
  private final Executor blocking;
  private final boolean problems;
  private final IncludeAttribute messages;

  /**
   * Makes the adapter.
   *
   * @param mapper writes the elements of streams
   * @param blocking runs what writes to output streams
   * @param problems whether all errors are problem details
   * @param messages when clients read the texts of exceptions with status 500 and above
   */
  SpringReplyAdapter(
      JsonMapper mapper, Executor blocking, boolean problems, IncludeAttribute messages) {
    this.mapper = mapper;
    this.blocking = blocking;
    this.problems = problems;
    this.messages = messages;
  }

  /** What is done with the objects of a class. */
  @FunctionalInterface
  private interface Form {
    @Nullable Object adapt(Object payload, Request request, Reply reply) throws Exception;
  }

  @Override
  public @Nullable Object payload(Object payload, Request request, Reply reply) throws Exception {
    Class<?> type = payload.getClass();
    Form form = forms.get(type);
    if (form == null) {
      form = form(type);
      // Lambdas have a class each: with those of every request the map would grow for ever.
      if (!type.isHidden()) {
        forms.put(type, form);
      }
    }
    return form.adapt(payload, request, reply);
  }

  private Form form(Class<?> type) {
    if (HttpEntity.class.isAssignableFrom(type)) {
      return (payload, request, reply) -> EntityReplies.unwrap((HttpEntity<?>) payload, reply);
    }
    if (ErrorResponse.class.isAssignableFrom(type)) {
      return (payload, request, reply) ->
          ProblemReplies.of((ErrorResponse) payload, request, reply);
    }
    if (ProblemDetail.class.isAssignableFrom(type)) {
      return (payload, request, reply) ->
          ProblemReplies.of((ProblemDetail) payload, request, reply);
    }
    if (Resource.class.isAssignableFrom(type)) {
      return (payload, request, reply) -> ResourceReplies.send((Resource) payload, request, reply);
    }
    if (InputStreamSource.class.isAssignableFrom(type)) {
      return (payload, request, reply) -> ((InputStreamSource) payload).getInputStream();
    }
    if (StreamedBody.class.isAssignableFrom(type)) {
      return (payload, request, reply) ->
          new StreamedBodyPublisher((StreamedBody) payload, blocking);
    }
    if (type == NoBody.class) {
      return (payload, request, reply) -> null;
    }
    return streamForm(type);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for stages that forms return
  private Form streamForm(Class<?> type) {
    if (type == ElementStream.class
        || type == StreamedBodyPublisher.class
        || CompletionStage.class.isAssignableFrom(type)) {
      return PLAIN;
    }
    if (Flow.Publisher.class.isAssignableFrom(type)) {
      return (payload, request, reply) ->
          ElementStream.of((Flow.Publisher<?>) payload, request, reply, mapper);
    }
    if (REACTIVE && ReactiveReplies.knows(type)) {
      return (payload, request, reply) -> ReactiveReplies.send(payload, request, reply, mapper);
    }
    String reason = UnwritableTypes.reason(type);
    if (reason == null) {
      return PLAIN;
    }
    return (payload, request, reply) -> {
      throw new IllegalStateException(
          "Route %s:%s: a value of type %s cannot be sent: %s"
              .formatted(request.method(), request.routeOptions().url(), type.getName(), reason));
    };
  }

  @Override
  public @Nullable HttpException describe(Throwable error) {
    return ErrorDescriptions.of(error);
  }

  /** Texts of exceptions may tell what clients should not know; the framework's own do not. */
  @Override
  public @Nullable String message(Throwable error, Request request, Reply reply) {
    return isHidden(error, request, reply)
        ? ErrorDescriptions.phrase(HttpStatusCode.valueOf(reply.statusCode()))
        : null;
  }

  private boolean isHidden(Throwable error, Request request, Reply reply) {
    if (reply.statusCode() < 500 || error instanceof FastjavaException) {
      return false;
    }
    return switch (messages) {
      case ALWAYS -> false;
      case NEVER -> true;
      case ON_PARAM -> {
        String wanted = request.query("message");
        yield wanted == null || wanted.equalsIgnoreCase("false");
      }
    };
  }

  @Override
  public @Nullable Object body(Throwable error, Request request, Reply reply) {
    if (!problems) {
      return null;
    }
    if (error instanceof ErrorResponse response) {
      return ProblemReplies.members(response.getBody(), request, reply);
    }
    HttpException described = describe(error);
    String detail = described == null ? error.getMessage() : described.getMessage();
    return ProblemReplies.ofError(
        error, isHidden(error, request, reply) ? null : detail, request, reply);
  }
}
