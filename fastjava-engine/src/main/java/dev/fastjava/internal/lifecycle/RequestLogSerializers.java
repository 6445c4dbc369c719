package dev.fastjava.internal.lifecycle;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.logging.LogSerializers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How requests and replies look in log lines. Reference: Logging, Log Serializers. */
public final class RequestLogSerializers {
  /** The default serializers by key. */
  public static final Map<String, LogSerializer> DEFAULTS =
      Map.of(
          LogSerializers.REQUEST, RequestLogSerializers::request,
          LogSerializers.REPLY, RequestLogSerializers::reply);

  private RequestLogSerializers() {}

  private static @Nullable Object request(@Nullable Object value) {
    if (!(value instanceof Request request)) {
      return value;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("method", request.method());
    line.put("url", request.url());
    String version = request.header("accept-version");
    if (version != null) {
      line.put("version", version);
    }
    line.put("host", request.host());
    String ip = request.ip();
    if (ip != null) {
      line.put("remoteAddress", ip);
    }
    line.put("remotePort", request.raw().remotePort());
    return line;
  }

  private static @Nullable Object reply(@Nullable Object value) {
    return value instanceof Reply reply ? Map.of("statusCode", reply.statusCode()) : value;
  }
}
