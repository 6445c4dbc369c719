package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyHook;
import dev.fastjava.Reply;
import dev.fastjava.ReplyBody;
import dev.fastjava.Request;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The last onSend hook of HEAD routes made for GET routes: keeps the length and drops the payload.
 *
 * <p>Reference: Server, exposeHeadRoutes.
 */
public final class HeadPayload implements BodyHook {
  /** The hook. */
  public static final HeadPayload INSTANCE = new HeadPayload();

  private HeadPayload() {}

  @Override
  public @Nullable Object runOn(Request request, Reply reply, ReplyBody body) {
    Object payload = body.payload();
    if (payload instanceof Path) {
      // The writer knows what to tell of a file.
      return payload;
    }
    if (body.isStream()) {
      PayloadWriter.discard(payload);
      return null;
    }
    long size = body.size();
    if (size < 0) {
      return payload;
    }
    reply.header("content-length", Long.toString(size));
    return null;
  }
}
