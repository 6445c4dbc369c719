package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;

/** Takes the bytes of a body that arrives; used on the event loop only. */
interface BodySink {
  /** Takes bytes; the caller keeps its buffer. */
  void add(ByteBuf content);

  /** Takes bytes that waited. */
  void add(byte[] content);

  void complete();

  void fail(Throwable cause);

  /** Whether more bytes can be taken. */
  boolean wantsBytes();

  /** Whether nothing will be passed on any more. */
  boolean isOver();
}
