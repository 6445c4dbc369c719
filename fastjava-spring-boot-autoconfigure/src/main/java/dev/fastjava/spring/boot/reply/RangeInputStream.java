package dev.fastjava.spring.boot.reply;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** A part of a resource, which is opened when the part is read: of many ranges one at a time. */
final class RangeInputStream extends InputStream {
  private final Resource resource;
  private final long start;
  private long left;
  private @Nullable InputStream in;

  RangeInputStream(Resource resource, long start, long length) {
    this.resource = resource;
    this.start = start;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = open().read(bytes, offset, (int) Math.min(length, left));
    if (read > 0) {
      left -= read;
    }
    return read;
  }

  private InputStream open() throws IOException {
    InputStream opened = in;
    if (opened == null) {
      opened = resource.getInputStream();
      in = opened;
      opened.skipNBytes(start);
    }
    return opened;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
