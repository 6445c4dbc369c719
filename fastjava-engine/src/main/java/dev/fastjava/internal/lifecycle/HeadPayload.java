package dev.fastjava.internal.lifecycle;

import dev.fastjava.PayloadHook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.schema.Utf8Output;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The last onSend hook of HEAD routes made for GET routes: keeps the length and drops the payload.
 *
 * <p>Reference: Server, exposeHeadRoutes.
 */
public final class HeadPayload implements PayloadHook {
  /** The hook. */
  public static final HeadPayload INSTANCE = new HeadPayload();

  private HeadPayload() {}

  @Override
  public @Nullable Object run(Request request, Reply reply, @Nullable Object payload) {
    if (payload == null) {
      reply.header("content-length", "0");
      return null;
    }
    if (payload instanceof Path) {
      // The writer knows what to tell of a file.
      return payload;
    }
    if (PayloadKind.isStream(payload)) {
      PayloadWriter.discard(payload);
      return null;
    }
    int size;
    if (payload instanceof String text) {
      size = text.getBytes(StandardCharsets.UTF_8).length;
    } else if (payload instanceof Utf8Output bytes) {
      size = bytes.size();
    } else if (payload instanceof byte[] bytes) {
      size = bytes.length;
    } else if (payload instanceof ByteBuffer buffer) {
      size = buffer.remaining();
    } else {
      return payload;
    }
    reply.header("content-length", Integer.toString(size));
    return null;
  }
}
