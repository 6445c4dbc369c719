package dev.fastjava.inject;

import dev.fastjava.mark.ProvidedByEngine;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through the whole application without a socket. Thread-safe; the first request
 * boots the server.
 *
 * <p>Reference: Guides/Testing; Server, inject.
 */
@ProvidedByEngine
public interface Inject {
  /**
   * Sends a request and waits for the response. Not to be called on an event loop.
   *
   * @param request what to send
   * @return the response
   * @throws IllegalArgumentException when the request is not valid
   * @throws InjectException when the response broke off; errors of the boot are thrown as they are
   */
  InjectResponse send(InjectRequest request);

  /**
   * Sends a request. Cancelling the future is the client closing its connection.
   *
   * @param request what to send; read before this returns
   * @return completes with the response, on a thread that may be blocked; fails like {@link
   *     #send(InjectRequest)}
   */
  CompletableFuture<InjectResponse> sendAsync(InjectRequest request);

  /**
   * Sends a request and waits for the response.
   *
   * @param request sets method, url, headers and payload
   * @return the response
   */
  default InjectResponse send(Consumer<InjectRequest> request) {
    InjectRequest all = new InjectRequest();
    request.accept(all);
    return send(all);
  }

  /**
   * Sends a request without waiting, see {@link #sendAsync(InjectRequest)}.
   *
   * @param request sets method, url, headers and payload
   * @return completes with the response
   */
  default CompletableFuture<InjectResponse> sendAsync(Consumer<InjectRequest> request) {
    InjectRequest all = new InjectRequest();
    request.accept(all);
    return sendAsync(all);
  }

  /**
   * Returns a sender whose requests begin with what is set here, such as {@code with(r ->
   * r.header("authorization", token))}; a request may set it anew. An {@link InjectRequest} made
   * elsewhere is sent as it is.
   *
   * @param defaults is run for each request, before its own settings
   * @return the sender; this one stays as it is
   */
  default Inject with(Consumer<InjectRequest> defaults) {
    return new InjectWithDefaults(this, defaults);
  }

  /**
   * Sends a GET request.
   *
   * @param url path and query
   * @return the response
   */
  default InjectResponse get(String url) {
    return send("GET", url, null, request -> {});
  }

  /**
   * Sends a GET request.
   *
   * @param url path and query
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse get(String url, Consumer<InjectRequest> request) {
    return send("GET", url, null, request);
  }

  /**
   * Sends a HEAD request.
   *
   * @param url path and query
   * @return the response
   */
  default InjectResponse head(String url) {
    return send("HEAD", url, null, request -> {});
  }

  /**
   * Sends a HEAD request.
   *
   * @param url path and query
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse head(String url, Consumer<InjectRequest> request) {
    return send("HEAD", url, null, request);
  }

  /**
   * Sends an OPTIONS request.
   *
   * @param url path and query
   * @return the response
   */
  default InjectResponse options(String url) {
    return send("OPTIONS", url, null, request -> {});
  }

  /**
   * Sends an OPTIONS request.
   *
   * @param url path and query
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse options(String url, Consumer<InjectRequest> request) {
    return send("OPTIONS", url, null, request);
  }

  /**
   * Sends a DELETE request.
   *
   * @param url path and query
   * @return the response
   */
  default InjectResponse delete(String url) {
    return send("DELETE", url, null, request -> {});
  }

  /**
   * Sends a DELETE request.
   *
   * @param url path and query
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse delete(String url, Consumer<InjectRequest> request) {
    return send("DELETE", url, null, request);
  }

  /**
   * Sends a POST request without a payload.
   *
   * @param url path and query
   * @return the response
   */
  default InjectResponse post(String url) {
    return send("POST", url, null, request -> {});
  }

  /**
   * Sends a POST request.
   *
   * @param url path and query
   * @param payload the payload, see {@link InjectRequest#payload(Object)}; null for none
   * @return the response
   */
  default InjectResponse post(String url, @Nullable Object payload) {
    return send("POST", url, payload, request -> {});
  }

  /**
   * Sends a POST request.
   *
   * @param url path and query
   * @param request sets the payload, headers and more; null for a request without a payload, which
   *     is what {@code post(url, null)} means
   * @return the response
   */
  default InjectResponse post(String url, @Nullable Consumer<InjectRequest> request) {
    return send("POST", url, null, request == null ? none -> {} : request);
  }

  /**
   * Sends a POST request.
   *
   * @param url path and query
   * @param payload the payload, see {@link InjectRequest#payload(Object)}; null for none
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse post(
      String url, @Nullable Object payload, Consumer<InjectRequest> request) {
    return send("POST", url, payload, request);
  }

  /**
   * Sends a PUT request without a payload.
   *
   * @param url path and query
   * @return the response
   */
  default InjectResponse put(String url) {
    return send("PUT", url, null, request -> {});
  }

  /**
   * Sends a PUT request.
   *
   * @param url path and query
   * @param payload the payload, see {@link InjectRequest#payload(Object)}; null for none
   * @return the response
   */
  default InjectResponse put(String url, @Nullable Object payload) {
    return send("PUT", url, payload, request -> {});
  }

  /**
   * Sends a PUT request.
   *
   * @param url path and query
   * @param request sets the payload, headers and more; null for a request without a payload, which
   *     is what {@code put(url, null)} means
   * @return the response
   */
  default InjectResponse put(String url, @Nullable Consumer<InjectRequest> request) {
    return send("PUT", url, null, request == null ? none -> {} : request);
  }

  /**
   * Sends a PUT request.
   *
   * @param url path and query
   * @param payload the payload, see {@link InjectRequest#payload(Object)}; null for none
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse put(
      String url, @Nullable Object payload, Consumer<InjectRequest> request) {
    return send("PUT", url, payload, request);
  }

  /**
   * Sends a PATCH request without a payload.
   *
   * @param url path and query
   * @return the response
   */
  default InjectResponse patch(String url) {
    return send("PATCH", url, null, request -> {});
  }

  /**
   * Sends a PATCH request.
   *
   * @param url path and query
   * @param payload the payload, see {@link InjectRequest#payload(Object)}; null for none
   * @return the response
   */
  default InjectResponse patch(String url, @Nullable Object payload) {
    return send("PATCH", url, payload, request -> {});
  }

  /**
   * Sends a PATCH request.
   *
   * @param url path and query
   * @param request sets the payload, headers and more; null for a request without a payload, which
   *     is what {@code patch(url, null)} means
   * @return the response
   */
  default InjectResponse patch(String url, @Nullable Consumer<InjectRequest> request) {
    return send("PATCH", url, null, request == null ? none -> {} : request);
  }

  /**
   * Sends a PATCH request.
   *
   * @param url path and query
   * @param payload the payload, see {@link InjectRequest#payload(Object)}; null for none
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse patch(
      String url, @Nullable Object payload, Consumer<InjectRequest> request) {
    return send("PATCH", url, payload, request);
  }

  /**
   * Sends a request.
   *
   * @param method the HTTP method
   * @param url path and query
   * @param payload the payload, see {@link InjectRequest#payload(Object)}; null for none
   * @param request sets headers and more
   * @return the response
   */
  default InjectResponse send(
      String method, String url, @Nullable Object payload, Consumer<InjectRequest> request) {
    return send(
        all -> {
          all.method(method).url(url);
          if (payload != null) {
            all.payload(payload);
          }
          request.accept(all);
        });
  }
}
