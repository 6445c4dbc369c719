package dev.fastjava.internal.netty;

import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server whose application is one function. */
final class TestServer implements AutoCloseable, RequestDispatcher {
  static final long PATIENCE_SECONDS = 20;

  final NettyServer netty;
  final InetSocketAddress address;

  /** Every exchange that was dispatched, with what its listener was told. */
  final BlockingQueue<Served> served = new LinkedBlockingQueue<>();

  final BlockingQueue<ClientFault> faults = new LinkedBlockingQueue<>();
  final AtomicInteger dispatched = new AtomicInteger();

  private final Consumer<Exchange> application;

  TestServer(Consumer<Exchange> application) {
    this(HttpOptions.defaults(), application);
  }

  TestServer(HttpOptions options, Consumer<Exchange> application) {
    this.application = application;
    this.netty = new NettyServer(options.with(o -> o.eventLoopThreads(1)), this);
    this.address = Eventually.join(netty.bind("127.0.0.1", 0, 64));
  }

  RawClient connect() throws IOException {
    return new RawClient(address);
  }

  Served awaitServed() throws InterruptedException {
    return await(served);
  }

  ClientFault awaitFault() throws InterruptedException {
    return await(faults);
  }

  static <T> T await(BlockingQueue<T> queue) throws InterruptedException {
    T element = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (element == null) {
      throw new AssertionError("Nothing came within " + PATIENCE_SECONDS + " s");
    }
    return element;
  }

  static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void dispatch(Exchange exchange) {
    dispatched.incrementAndGet();
    Served record = new Served(exchange);
    exchange.listener(record);
    served.add(record);
    application.accept(exchange);
  }

  @Override
  public void clientError(ClientFault fault, Throwable cause, ClientConnection connection) {
    faults.add(fault);
    int status =
        switch (fault) {
          case MALFORMED -> 400;
          case HEADER_OVERFLOW -> 431;
          case TIMEOUT -> 408;
        };
    String answer = "HTTP/1.1 " + status + " Client Error\r\ncontent-length: 0\r\n\r\n";
    connection.end(answer.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    Eventually.join(netty.close(ForceClose.ALL, 0).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  static ResponseHeaders headers(String... namesAndValues) {
    ResponseHeaders headers = new ResponseHeaders();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.set(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  /** Sends a text with its length. */
  static void reply(Exchange exchange, String text) {
    byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
    exchange.send(
        200, headers("content-length", String.valueOf(body.length)), body, 0, body.length);
  }

  /** What happened to an exchange. */
  static final class Served implements ExchangeListener {
    final Exchange exchange;
    final CompletableFuture<@Nullable Throwable> finished = new CompletableFuture<>();
    final CompletableFuture<Void> aborted = new CompletableFuture<>();
    final CompletableFuture<Void> timedOut = new CompletableFuture<>();
    final AtomicInteger finishedCalls = new AtomicInteger();

    Served(Exchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void responseFinished(@Nullable Throwable failure) {
      finishedCalls.incrementAndGet();
      finished.complete(failure);
    }

    @Override
    public void clientAborted() {
      aborted.complete(null);
    }

    @Override
    public void connectionTimedOut() {
      timedOut.complete(null);
    }
  }
}
