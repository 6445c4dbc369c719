package dev.fastjava.internal.lifecycle;

import dev.fastjava.Handler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/** The default not-found handler. Reference: Server, setNotFoundHandler. */
public final class BasicNotFound implements Handler {
  /** The handler. */
  public static final BasicNotFound INSTANCE = new BasicNotFound();

  private BasicNotFound() {}

  @Override
  public Object handle(Request request, Reply reply) {
    ((LiveReply) reply).call().log().routeNotFound((LiveRequest) request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", "Route " + request.method() + ":" + request.url() + " not found");
    body.put("error", "Not Found");
    body.put("statusCode", 404);
    return reply.code(404).send(body);
  }
}
