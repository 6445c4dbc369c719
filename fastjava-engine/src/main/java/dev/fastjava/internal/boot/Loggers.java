package dev.fastjava.internal.boot;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.RequestLogSerializers;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.logging.Logger;
import java.util.HashMap;
import java.util.Map;

/** Makes the logger of a server. Reference: Server, logger and loggerInstance. */
final class Loggers {
  private Loggers() {}

  static Logger of(FastjavaOptions options) {
    Logger given = options.loggerInstance();
    if (given != null && options.loggerOptions() != null) {
      throw ErrorCode.FST_ERR_LOG_LOGGER_AND_LOGGER_INSTANCE_PROVIDED.error();
    }
    if (options.loggerOptions() != null) {
      if (options.loggerOptions().stream() != null && options.loggerOptions().file() != null) {
        throw ErrorCode.FST_ERR_LOG_INVALID_DESTINATION.error();
      }
      return Logger.create(
          options.loggerOptions().withDefaultSerializers(RequestLogSerializers.DEFAULTS));
    }
    if (given == null) {
      return Logger.silent();
    }
    Map<String, LogSerializer> missing = new HashMap<>(RequestLogSerializers.DEFAULTS);
    missing.keySet().removeAll(given.serializers().keySet());
    return given.child(Map.of(), child -> child.serializers(missing));
  }
}
