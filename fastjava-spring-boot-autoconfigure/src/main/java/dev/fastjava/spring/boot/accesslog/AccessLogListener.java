package dev.fastjava.spring.boot.accesslog;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line when a request is over, within its MDC and its observation. */
final class AccessLogListener implements RequestListener {
  private final Logger logger;
  private final AccessLogLine line;
  private final List<String> ignoredPaths;
  private final List<AccessLogCondition> conditions;

  AccessLogListener(AccessLogProperties properties, List<AccessLogCondition> conditions) {
    this.logger = LoggerFactory.getLogger(properties.logger());
    this.line = AccessLogLine.of(properties);
    this.ignoredPaths = properties.ignorePaths();
    this.conditions = conditions;
  }

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    if (!logger.isInfoEnabled()) {
      return;
    }
    AccessLogEntry entry =
        new AccessLogEntry(request, reply, error != null, System.currentTimeMillis());
    if (isLogged(entry)) {
      line.write(logger, entry);
    }
  }

  private boolean isLogged(AccessLogEntry entry) {
    if (!ignoredPaths.isEmpty()) {
      String path = entry.path();
      for (String ignored : ignoredPaths) {
        if (ignored.endsWith("*")
            ? path.startsWith(ignored.substring(0, ignored.length() - 1))
            : path.equals(ignored)) {
          return false;
        }
      }
    }
    for (AccessLogCondition condition : conditions) {
      if (!condition.isLogged(entry.request(), entry.reply())) {
        return false;
      }
    }
    return true;
  }
}
