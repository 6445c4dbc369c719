package dev.fastjava.conformance.scenario;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests through an application without a socket. */
final class InjectSender {
  private static final long PATIENCE_MILLIS = 30_000;
  private static final long SILENCE_MILLIS = 250;

  private final Interpreter interpreter;

  InjectSender(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  CompletableFuture<InjectResponse> send(Fastjava app, Spec spec) {
    InjectRequest request = new InjectRequest();
    request.method(spec.has("method") ? spec.text("method") : "GET").url(spec.text("url"));
    request.headers(spec.object("headers").map());
    spec.object("query").map().forEach(request::query);
    if (spec.has("remoteAddress")) {
      request.remoteAddress(spec.text("remoteAddress"));
    }
    Object payload = payload(spec);
    if (payload != null) {
      request.payload(payload);
    }
    return app.inject().sendAsync(request);
  }

  private @Nullable Object payload(Spec spec) {
    Frame frame = new Frame();
    if (spec.has("payloadStream")) {
      return interpreter.values().chunks(spec.get("payloadStream"), frame).blocking();
    }
    if (spec.has("payloadBase64")) {
      return Base64.getDecoder().decode(spec.text("payloadBase64"));
    }
    Object payload = interpreter.values().resolveOrNull(spec.get("payload"), frame);
    // What JavaScript takes for false was sent as no payload.
    boolean none = Boolean.FALSE.equals(payload) || Integer.valueOf(0).equals(payload);
    return none ? null : payload;
  }

  /** Waits for the response and views it as it would be recorded. */
  static Map<String, @Nullable Object> view(CompletableFuture<InjectResponse> sent, Spec spec)
      throws InterruptedException {
    boolean silence = spec.object("expect").flag("noResponse");
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    try {
      InjectResponse response =
          sent.get(silence ? SILENCE_MILLIS : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      view.put("status", response.statusCode());
      view.put("headers", response.headers().asMap());
      HttpResponses.body(response.bodyBytes(), view);
      if (!response.trailers().isEmpty()) {
        view.put("trailers", response.trailers());
      }
    } catch (TimeoutException e) {
      view.put("noResponse", true);
    } catch (ExecutionException e) {
      view.put("aborted", true);
    }
    return view;
  }
}
