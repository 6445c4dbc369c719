package dev.fastjava;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A body that is decoded while it is read. Decoders read a head when they are made: this one is
 * made by the first read, so that it waits where blocking is safe, and what it does not understand
 * is an error of the body.
 */
final class DecodedBody implements BodyStream {
  private final BodyStream received;
  private final Decoder decoder;
  private final InputStream decoded = new Decoded();

  /** Written by the reader; asked for by whoever compares it, after the end of the body. */
  private volatile long count;

  DecodedBody(BodyStream received, Decoder decoder) {
    this.received = received;
    this.decoder = decoder;
  }

  @Override
  public InputStream inputStream() {
    return decoded;
  }

  @Override
  public long receivedEncodedLength() {
    return count;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    throw new UnsupportedOperationException("This body is an input stream; read inputStream()");
  }

  private final class Counted extends FilterInputStream {
    Counted() {
      super(received.inputStream());
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      add(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      add(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = in.skip(bytes);
      add(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one reader
    private void add(long bytes) {
      count += bytes;
    }
  }

  private final class Decoded extends InputStream {
    private @Nullable InputStream source;

    private InputStream source() throws IOException {
      InputStream known = source;
      if (known == null) {
        known = decoder.decode(new Counted());
        source = known;
      }
      return known;
    }

    @Override
    public int read() throws IOException {
      return source().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return source().read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      InputStream known = source;
      (known == null ? received.inputStream() : known).close();
    }
  }
}
