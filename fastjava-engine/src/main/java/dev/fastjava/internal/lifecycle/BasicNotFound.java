package dev.fastjava.internal.lifecycle;

import dev.fastjava.Handler;
import dev.fastjava.Reply;
import dev.fastjava.ReplyAdapter;
import dev.fastjava.Request;
import dev.fastjava.error.HttpException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The default not-found handler. Reference: Server, setNotFoundHandler. */
public final class BasicNotFound implements Handler {
  /** The handler. */
  public static final BasicNotFound INSTANCE = new BasicNotFound();

  private BasicNotFound() {}

  @Override
  public Object handle(Request request, Reply reply) {
    Call call = ((LiveReply) reply).call();
    call.log().routeNotFound((LiveRequest) request);
    String message = "Route " + request.method() + ":" + request.url() + " not found";
    ReplyAdapter adapter = call.server.replyAdapter();
    if (adapter != null) {
      reply.code(404);
      Object adapted = adapter.body(new HttpException(404, message), request, reply);
      if (adapted != null) {
        return reply.send(adapted);
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", message);
    body.put("error", "Not Found");
    body.put("statusCode", 404);
    return reply.code(404).send(body);
  }
}
