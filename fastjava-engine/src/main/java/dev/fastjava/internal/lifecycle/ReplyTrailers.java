package dev.fastjava.internal.lifecycle;

import dev.fastjava.Trailer;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.exchange.Characters;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The trailers of one reply.
 *
 * <p>Reference: Reply, trailer.
 */
final class ReplyTrailers {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "transfer-encoding",
          "content-length",
          "host",
          "cache-control",
          "max-forwards",
          "te",
          "authorization",
          "set-cookie",
          "content-encoding",
          "content-type",
          "content-range",
          "trailer");

  /** By name, a {@link Trailer} or {@link Trailer.Callback}. */
  private final Map<String, Object> trailers = new LinkedHashMap<>();

  private final Map<String, String> values = new LinkedHashMap<>();

  /** The values that are yet to come; counted down within the segments of the request. */
  private int missing;

  void add(String name, @Nullable Object trailer) {
    if (FORBIDDEN.contains(name) || !Characters.isToken(name)) {
      throw ErrorCode.FST_ERR_BAD_TRAILER_NAME.error(name);
    }
    if (trailer == null) {
      throw ErrorCode.FST_ERR_BAD_TRAILER_VALUE.error(name, "object");
    }
    trailers.put(name, trailer);
  }

  boolean has(String name) {
    return trailers.containsKey(name);
  }

  void remove(String name) {
    trailers.remove(name);
  }

  boolean isEmpty() {
    return trailers.isEmpty();
  }

  void announce(ResponseHeaders headers, boolean http2) {
    if (!http2) {
      headers.set("transfer-encoding", "chunked");
    }
    headers.set("trailer", String.join(" ", trailers.keySet()));
    headers.remove("content-length");
  }

  /** Computes the values, all at once, and ends the response when the last is there. */
  void finish(Call call, @Nullable Object payload, ResponseStream stream) {
    missing = trailers.size();
    new LinkedHashMap<>(trailers)
        .forEach(
            (name, trailer) -> {
              if (trailer instanceof Trailer.Callback callback) {
                var unused =
                    call.call(
                        "trailer",
                        done -> callback.compute(call.reply, payload, done),
                        (value, error) -> computed(call, name, value, error, stream));
              } else {
                plainly(call, name, (Trailer) trailer, payload, stream);
              }
            });
  }

  private void plainly(
      Call call, String name, Trailer trailer, @Nullable Object payload, ResponseStream stream) {
    Object value;
    try {
      value = trailer.compute(call.reply, payload);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      computed(call, name, null, e, stream);
      return;
    }
    computed(call, name, value, null, stream);
  }

  private void computed(
      Call call,
      String name,
      @Nullable Object value,
      @Nullable Throwable error,
      ResponseStream stream) {
    if (error == null && value instanceof CompletionStage<?> stage) {
      stage.whenComplete(
          (late, failure) ->
              call.submit(() -> computed(call, name, late, Thrown.unwrap(failure), stream)));
      return;
    }
    if (error != null) {
      call.log().trailerFailed(call.reply, error);
    } else if (value != null) {
      String text = String.valueOf(value);
      if (HeaderText.isValue(text)) {
        values.put(name, text);
      } else {
        call.log().trailerFailed(call.reply, HeaderText.invalidValue(name));
      }
    }
    if (--missing == 0) {
      stream.end(values);
    }
  }
}
