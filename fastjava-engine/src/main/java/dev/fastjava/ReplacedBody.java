package dev.fastjava;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongSupplier;

/** A body given as an input stream. The engine reads it where blocking is safe. */
record ReplacedBody(InputStream inputStream, LongSupplier encodedLength) implements BodyStream {
  @Override
  public long receivedEncodedLength() {
    return encodedLength.getAsLong();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    throw new UnsupportedOperationException("This body is an input stream; read inputStream()");
  }
}
