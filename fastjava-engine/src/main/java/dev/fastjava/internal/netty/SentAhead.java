package dev.fastjava.internal.netty;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;

/** What a client has sent before it got the response to the request before. */
final class SentAhead {
  private static final int MOST_OBJECTS = 128;
  private static final int MOST_BYTES = 65_536;

  private final ArrayDeque<HttpObject> objects = new ArrayDeque<>(2);
  private long bytes;

  boolean isEmpty() {
    return objects.isEmpty();
  }

  /** Whether the client is to be slowed down. */
  boolean isFull() {
    return objects.size() >= MOST_OBJECTS || bytes >= MOST_BYTES;
  }

  void add(HttpObject object) {
    objects.add(object);
    bytes += length(object);
  }

  HttpObject first() {
    return objects.element();
  }

  HttpObject remove() {
    HttpObject object = objects.remove();
    bytes -= length(object);
    return object;
  }

  void clear() {
    objects.forEach(ReferenceCountUtil::release);
    objects.clear();
    bytes = 0;
  }

  private static int length(HttpObject object) {
    return object instanceof HttpContent content ? content.content().readableBytes() : 0;
  }
}
