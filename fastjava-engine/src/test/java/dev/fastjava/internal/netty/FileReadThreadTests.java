package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the operating system cannot copy to a connection are not read on its event loop. */
class FileReadThreadTests {
  private static final String CONTENT = "0123456789".repeat(30_000);

  private final Set<String> readers = ConcurrentHashMap.newKeySet();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "reader"));

  @TempDir Path directory;

  @AfterEach
  void stop() {
    reader.shutdownNow();
  }

  private void send(Exchange exchange) {
    exchange.listener(
        new ExchangeListener() {
          @Override
          public void responseFinished(@Nullable Throwable failure) {}

          @Override
          public void clientAborted() {}

          @Override
          public void connectionTimedOut() {}

          @Override
          public Executor blockingExecutor() {
            return reader;
          }
        });
    try {
      Path file = Files.writeString(directory.resolve("file"), CONTENT);
      exchange.sendFile(200, headers(), new Watched(FileChannel.open(file)), 0, CONTENT.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void overTls() throws Exception {
    SSLContext tls = TestTls.context();
    try (TestServer server = new TestServer(HttpOptions.of(o -> o.tls(() -> tls)), this::send);
        Socket socket =
            tls.getSocketFactory()
                .createSocket(server.address.getAddress(), server.address.getPort());
        RawClient client = new RawClient(socket, server.address)) {
      assertThat(client.get("/").read().body()).isEqualTo(CONTENT);
    }
    assertThat(readers).containsOnly("reader");
  }

  @Test
  void overHttp2() throws Exception {
    try (TestServer server = new TestServer(HttpOptions.of(o -> o.http2(true)), this::send);
        Http2TestClient client = new Http2TestClient(server.address)) {
      assertThat(await(client.request("GET", "/")).body()).isEqualTo(CONTENT);
    }
    assertThat(readers).containsOnly("reader");
  }

  /** Notes who reads. */
  private final class Watched extends FileChannel {
    private final FileChannel file;

    Watched(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      readers.add(Thread.currentThread().getName());
      return file.read(target, position);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    private static UnsupportedOperationException unused() {
      return new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target) {
      throw unused();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw unused();
    }

    @Override
    public int write(ByteBuffer source) {
      throw unused();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw unused();
    }

    @Override
    public int write(ByteBuffer source, long position) {
      throw unused();
    }

    @Override
    public long position() {
      throw unused();
    }

    @Override
    public FileChannel position(long newPosition) {
      throw unused();
    }

    @Override
    public FileChannel truncate(long size) {
      throw unused();
    }

    @Override
    public void force(boolean metaData) {}

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw unused();
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) {
      throw unused();
    }
  }
}
