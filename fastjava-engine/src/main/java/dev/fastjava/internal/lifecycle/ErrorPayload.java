package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.ValidationException;
import dev.fastjava.internal.exchange.ReasonPhrases;
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

  static Object of(Throwable error, LiveReply reply) {
    ResponseHeaders headers = reply.headers;
    if (!headers.has("content-type")) {
      headers.set("content-type", "application/json; charset=utf-8");
    }
    int status = reply.statusCode();
    Utf8Output out = new Utf8Output();
    Serializer serializer =
        reply.call().context().serializers.find(status, headers.text("content-type"));
    if (serializer == null) {
      plain(
          ErrorMembers.code(error),
          status,
          ReasonPhrases.find(status),
          ErrorMembers.message(error),
          out);
    } else {
      try {
        reply.write(serializer, view(error, status), out);
      } catch (Throwable e) {
        Thrown.rethrowFatal(e);
        reply.call().log().serializerFailed(reply, e);
        reply.code(500);
        out.reset();
        ErrorCode code = ErrorCode.FST_ERR_FAILED_ERROR_SERIALIZATION;
        plain(
            code.name(),
            500,
            null,
            code.message(ErrorMembers.message(e), ErrorMembers.message(error)),
            out);
      }
    }
    headers.set("content-length", Integer.toString(out.size()));
    return out;
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
  private static Map<String, @Nullable Object> view(Throwable error, int status) {
    // The reference's validation errors are plain errors, with a code.
    boolean coded = error instanceof FastjavaException && !(error instanceof ValidationException);
    String kind = coded ? "FastifyError [" + ErrorMembers.code(error) + "]" : "Error";
    Map<String, @Nullable Object> view = new ErrorFields(kind + ": " + ErrorMembers.message(error));
    view.putAll(ErrorMembers.properties(error));
    String code = ErrorMembers.code(error);
    if (code != null) {
      view.put("code", code);
    }
    view.put("error", ReasonPhrases.find(status));
    view.put("message", ErrorMembers.message(error));
    view.put("statusCode", status);
    return view;
  }
}
