package dev.fastjava.internal.inject;

import dev.fastjava.http.Headers;
import dev.fastjava.spi.OutgoingResponse;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands a response over to the server that its request came from: one call after the other, each
 * when the bytes of that before have been taken.
 */
final class RoutedResponseBody implements ResponseBody {
  private final OutgoingResponse response;
  private final Runnable closeConnection;

  /** Completes when what was handed over so far has been taken; guarded by this. */
  private CompletableFuture<?> taken = CompletableFuture.completedFuture(null);

  private volatile boolean broken;
  private volatile @Nullable Throwable lost;

  /**
   * Makes it.
   *
   * @param closeConnection runs when the other server tells that the client has gone
   */
  RoutedResponseBody(OutgoingResponse response, Runnable closeConnection) {
    this.response = response;
    this.closeConnection = closeConnection;
  }

  @Override
  public boolean belongsToConnection() {
    return false;
  }

  @Override
  public void informational(int status, Headers headers) {
    then(() -> response.informational(status, headers));
  }

  @Override
  public void head(int status, Map<String, Object> headers) {
    then(() -> response.head(status, Headers.of(headers)));
  }

  @Override
  public boolean write(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return true;
    }
    byte[] part = Arrays.copyOfRange(bytes, offset, offset + length);
    return then(() -> response.write(ByteBuffer.wrap(part).asReadOnlyBuffer()));
  }

  @Override
  public void end(Map<String, String> trailers) {
    then(() -> response.end(Headers.of(trailers)));
  }

  private void then(Runnable call) {
    boolean unused =
        then(
            () -> {
              call.run();
              return OutgoingResponse.written();
            });
  }

  /** Makes a call in its turn; returns whether there is nothing to wait for. */
  private synchronized boolean then(Supplier<CompletionStage<?>> call) {
    CompletableFuture<?> next = taken.thenCompose(before -> call(call));
    taken = next;
    return next.isDone();
  }

  private CompletionStage<?> call(Supplier<CompletionStage<?>> call) {
    if (broken || lost != null) {
      return OutgoingResponse.written();
    }
    CompletionStage<?> stage;
    try {
      stage = call.get();
    } catch (RuntimeException e) {
      stage = CompletableFuture.failedFuture(e);
    }
    return stage.handle(
        (value, failure) -> {
          if (failure != null) {
            // Code of the other server: it has nobody to give the rest to.
            lost = failure;
            closeConnection.run();
          }
          return value;
        });
  }

  @Override
  public synchronized void onWritable(Runnable action) {
    var unused = taken.whenComplete((value, failure) -> action.run());
  }

  @Override
  public @Nullable Throwable lost() {
    return lost;
  }

  @Override
  public void fail(Throwable cause) {
    if (broken) {
      return;
    }
    broken = true;
    Throwable reason = cause.getCause();
    response.abort(reason == null ? cause : reason);
  }

  @Override
  public InputStream stream() {
    return InputStream.nullInputStream();
  }
}
