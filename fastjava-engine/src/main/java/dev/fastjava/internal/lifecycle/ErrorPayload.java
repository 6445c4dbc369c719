package dev.fastjava.internal.lifecycle;

import dev.fastjava.ReplyAdapter;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.ValidationException;
import dev.fastjava.http.ReasonPhrases;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.serialization.ErrorFields;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error reply: through the route's response schema for the status, else status,
 * code, reason and message.
 *
 * <p>Reference: Reply, Errors.
 */
final class ErrorPayload {
  private ErrorPayload() {}

  static Object of(Throwable thrown, LiveReply reply) {
    ErrorReply errors = reply.call().replying.errors();
    Throwable error = errors.described(thrown);
    ReplyAdapter adapter = reply.call().server.replyAdapter();
    ResponseHeaders headers = reply.headers;
    if (!headers.has("content-type")) {
      headers.set("content-type", "application/json; charset=utf-8");
    }
    String chosen = null;
    try {
      chosen = adapter == null ? null : adapter.message(thrown, reply.call().request, reply);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      error = errors.adapterFailed(e);
      adapter = null;
      reply.code(500);
    }
    int status = reply.statusCode();
    String message = chosen == null ? ErrorMembers.message(error, status) : chosen;
    Utf8Output out = new Utf8Output();
    Serializer serializer =
        reply.call().context().compiled().serializers().find(status, headers.text("content-type"));
    if (serializer == null) {
      if (adapter == null || !writeBody(adapter, thrown, reply, out)) {
        plain(ErrorMembers.code(error), status, ReasonPhrases.find(status), message, out);
      }
    } else {
      try {
        reply.write(serializer, view(error, message, status), out);
      } catch (Throwable e) {
        Thrown.rethrowFatal(e);
        reply.call().log().serializerFailed(reply, e);
        reply.code(500);
        out.reset();
        ErrorCode code = ErrorCode.FST_ERR_FAILED_ERROR_SERIALIZATION;
        plain(code.name(), 500, null, code.message(ErrorMembers.message(e, 500), message), out);
      }
    }
    headers.set("content-length", Integer.toString(out.size()));
    return out;
  }

  /** Whether the adapter has made a body; one that cannot be written is as good as none. */
  private static boolean writeBody(
      ReplyAdapter adapter, Throwable error, LiveReply reply, Utf8Output out) {
    try {
      Object body = adapter.body(error, reply.call().request, reply);
      if (body == null) {
        return false;
      }
      reply.write(
          reply.call().context().jsonWriter(reply.call().declared, reply.call().server), body, out);
      return true;
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      reply.call().log().serializerFailed(reply, e);
      out.reset();
      return false;
    }
  }

  private static void plain(
      @Nullable String code, int status, @Nullable String phrase, String message, Utf8Output out) {
    out.writeAscii("{\"statusCode\":");
    out.writeInt(status);
    if (code != null) {
      out.writeAscii(",\"code\":");
      out.writeJsonString(code);
    }
    if (phrase != null) {
      out.writeAscii(",\"error\":");
      out.writeJsonString(phrase);
    }
    out.writeAscii(",\"message\":");
    out.writeJsonString(message);
    out.writeByte('}');
  }

  /** What a response schema for errors sees. */
  private static Map<String, @Nullable Object> view(Throwable error, String message, int status) {
    // The reference's validation errors are plain errors, with a code.
    boolean coded = error instanceof FastjavaException && !(error instanceof ValidationException);
    String kind = coded ? "FastifyError [" + ErrorMembers.code(error) + "]" : "Error";
    Map<String, @Nullable Object> view = new ErrorFields(kind + ": " + message);
    view.putAll(ErrorMembers.properties(error));
    String code = ErrorMembers.code(error);
    if (code != null) {
      view.put("code", code);
    }
    view.put("error", ReasonPhrases.find(status));
    view.put("message", message);
    view.put("statusCode", status);
    return view;
  }
}
