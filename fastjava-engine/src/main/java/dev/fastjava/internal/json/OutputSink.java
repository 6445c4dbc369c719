package dev.fastjava.internal.json;

import dev.fastjava.schema.Utf8Output;
import java.io.OutputStream;

/** An output as the stream that Jackson writes to; closing it does nothing. */
public final class OutputSink extends OutputStream {
  private final Utf8Output out;

  /** Makes the stream. */
  public OutputSink(Utf8Output out) {
    this.out = out;
  }

  @Override
  public void write(int value) {
    out.writeByte(value);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    out.writeBytes(source, offset, length);
  }
}
