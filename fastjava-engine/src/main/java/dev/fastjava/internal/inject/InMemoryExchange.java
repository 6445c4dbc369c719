package dev.fastjava.internal.inject;

import dev.fastjava.BodyStream;
import dev.fastjava.http.Headers;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.BodyReceiver;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.spi.OutgoingResponse;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One injected request and its response. */
public final class InMemoryExchange implements Exchange {
  private final InjectedRequest request;
  private final boolean routed;
  private final Executor eventLoop;
  private final InMemoryResponse response;
  private final InjectedBody body;
  private volatile String url;
  private volatile boolean aborted;

  InMemoryExchange(
      InjectedRequest request,
      Executor eventLoop,
      ResponseJson json,
      @Nullable OutgoingResponse routed) {
    this.request = request;
    this.routed = routed != null;
    this.eventLoop = eventLoop;
    this.url = request.target();
    this.body = new InjectedBody(request, eventLoop, this::abortByClient);
    ResponseBody sink;
    if (routed != null) {
      sink = new RoutedResponseBody(routed, this::abortByClient);
    } else if (request.streamed()) {
      sink = new StreamedResponseBody(this::abortByClient);
    } else {
      sink = new ResponseBody.Collected();
    }
    this.response = new InMemoryResponse(request.method(), eventLoop, sink, json);
  }

  /** Completes on the event loop. */
  CompletableFuture<InjectResponse> result() {
    return response.result();
  }

  /** The client closes its connection; nothing happens when the response is complete. */
  void abortByClient() {
    if (!response.isComplete()) {
      aborted = true;
      body.abort();
      response.breakOff(null, true);
    }
  }

  /** The application does not take the request, which another server has to be told. */
  void refused(Throwable reason) {
    if (routed) {
      response.breakOff(reason, false);
    }
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String originalUrl() {
    return request.target();
  }

  @Override
  public void rewriteUrl(String newUrl) {
    url = newUrl;
  }

  @Override
  public String httpVersion() {
    return request.connection().httpVersion();
  }

  @Override
  public boolean isHttp2() {
    // Of HTTP/2, it is trailers without chunks that matters, which the other server writes.
    return request.connection().httpVersion().startsWith("2");
  }

  @Override
  public @Nullable String header(String name) {
    return request.get(name);
  }

  @Override
  public Headers headers() {
    return request;
  }

  @Override
  public List<String> rawHeaders() {
    return request.headerLines();
  }

  @Override
  public String remoteAddress() {
    return request.connection().remoteAddress();
  }

  @Override
  public int remotePort() {
    return request.connection().remotePort();
  }

  @Override
  public boolean encrypted() {
    return request.connection().encrypted();
  }

  @Override
  public boolean aborted() {
    return aborted;
  }

  @Override
  public Executor eventLoop() {
    return eventLoop;
  }

  @Override
  public void listener(ExchangeListener listener) {
    response.listener(listener);
  }

  @Override
  public void collectBody(long limit, BodyReceiver receiver) {
    body.collect(limit, receiver);
  }

  @Override
  public BodyStream bodyStream() {
    return body;
  }

  @Override
  public CompletionStage<Void> sendInformational(int status, ResponseHeaders headers) {
    if (response.headSent()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("The head of the response has been sent already"));
    }
    response.addInformational(status, headers);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void send(int status, ResponseHeaders headers, byte[] bytes, int offset, int length) {
    if (response.start(status, headers)) {
      response.write(bytes, offset, length);
      response.end(Map.of());
    }
  }

  @Override
  public void sendFile(
      int status, ResponseHeaders headers, FileChannel file, long position, long count) {
    FileSender sender = new FileSender(file, position, count, response);
    if (response.start(status, headers)) {
      sender.send();
    } else {
      sender.close();
    }
  }

  @Override
  public ResponseStream startStream(int status, ResponseHeaders headers) {
    // When nobody is there to read, everything written to it is dropped.
    var unused = response.start(status, headers);
    return response;
  }

  @Override
  public boolean headSent() {
    return response.headSent();
  }

  @Override
  public long bytesWritten() {
    return response.bytesWritten();
  }

  @Override
  public boolean isOpen() {
    return response.isOpen();
  }

  @Override
  public void destroy(@Nullable Throwable cause) {
    response.breakOff(cause, false);
    if (!response.isComplete()) {
      body.abort();
    }
  }
}
