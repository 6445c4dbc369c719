package dev.fastjava;

import dev.fastjava.schema.Utf8Output;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a reply on its way to the client, as a {@link BodyHook} gets it: bytes stay bytes
 * until somebody wants a text. Valid while the hook runs. Not thread-safe.
 *
 * <p>Reference: Hooks, onSend.
 */
public final class ReplyBody {
  private final @Nullable Object payload;

  private ReplyBody(@Nullable Object payload) {
    this.payload = payload;
  }

  /**
   * Makes the view of a payload.
   *
   * @param payload what an onSend hook may see or return; null for an empty body
   * @return the view
   */
  public static ReplyBody of(@Nullable Object payload) {
    return payload instanceof ReplyBody body ? body : new ReplyBody(payload);
  }

  /**
   * Returns the payload as it is, without a copy.
   *
   * @return a text, {@code byte[]}, {@link ByteBuffer}, {@link Utf8Output}, stream, publisher or
   *     {@link Path}; null for an empty body
   */
  public @Nullable Object payload() {
    return payload;
  }

  /**
   * Tells whether the payload is read or subscribed to only when it is sent.
   *
   * @return whether it is a stream, a publisher or a file
   */
  public boolean isStream() {
    return payload instanceof InputStream
        || payload instanceof Flow.Publisher<?>
        || payload instanceof Path;
  }

  /**
   * Returns the length of the body.
   *
   * @return bytes; 0 for an empty body, -1 when it is not known before it is sent
   */
  public long size() {
    if (payload == null) {
      return 0;
    }
    ByteBuffer bytes = bytes();
    return bytes == null ? -1 : bytes.remaining();
  }

  /**
   * Returns the bytes of the body. Those of a text are made for it.
   *
   * @return a read-only view; null when there are none, or not before they are sent
   */
  public @Nullable ByteBuffer bytes() {
    if (payload instanceof Utf8Output out) {
      return ByteBuffer.wrap(out.array(), 0, out.size()).asReadOnlyBuffer();
    }
    if (payload instanceof String text) {
      return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
    if (payload instanceof byte[] array) {
      return ByteBuffer.wrap(array).asReadOnlyBuffer();
    }
    return payload instanceof ByteBuffer buffer ? buffer.asReadOnlyBuffer() : null;
  }

  /**
   * Returns the body as a text, which is made of its bytes if need be.
   *
   * @return the text; null when there are no bytes, or not before they are sent
   */
  public @Nullable String text() {
    if (payload instanceof String text) {
      return text;
    }
    ByteBuffer bytes = bytes();
    return bytes == null ? null : StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
