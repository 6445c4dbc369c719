package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorCode;
import dev.fastjava.Trailer;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final Map<String, Trailer> trailers = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  void add(String name, @Nullable Trailer trailer) {
    if (FORBIDDEN.contains(name)) {
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
  void finish(RequestCycle cycle, @Nullable Object payload, ResponseStream stream) {
    int[] missing = {trailers.size()};
    for (String name : List.copyOf(trailers.keySet())) {
      Trailer trailer = trailers.get(name);
      StepDone done =
          new StepDone(
              late -> cycle.submit(() -> computed(cycle, name, late, missing, stream)),
              again -> cycle.completedAgain("trailer", again));
      try {
        if (trailer != null) {
          trailer.compute(cycle.reply, payload, done);
        }
      } catch (Throwable e) {
        Failures.rethrowFatal(e);
        if (done.threw()) {
          cycle.log().trailerFailed(cycle.reply, e);
          arrived(missing, stream);
          continue;
        }
        cycle.completedAgain("trailer", e);
      }
      if (done.returned()) {
        computed(cycle, name, done, missing, stream);
      }
    }
  }

  private void computed(
      RequestCycle cycle, String name, StepDone done, int[] missing, ResponseStream stream) {
    Throwable error = done.error();
    if (error != null) {
      cycle.log().trailerFailed(cycle.reply, error);
    } else if (done.value() != null && done.value() != dev.fastjava.Done.UNCHANGED) {
      String value = String.valueOf(done.value());
      if (value.indexOf('\r') < 0 && value.indexOf('\n') < 0) {
        values.put(name, value);
      }
    }
    arrived(missing, stream);
  }

  private void arrived(int[] missing, ResponseStream stream) {
    if (--missing[0] == 0) {
      stream.end(values);
    }
  }
}
