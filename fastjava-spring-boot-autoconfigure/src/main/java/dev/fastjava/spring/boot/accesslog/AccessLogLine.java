package dev.fastjava.spring.boot.accesslog;

import org.slf4j.Logger;

/** Writes the line of a request. */
interface AccessLogLine {

  void write(Logger logger, AccessLogEntry entry);

  /**
   * Makes what properties ask for.
   *
   * @throws AccessLogSyntaxException when there is no such thing
   */
  static AccessLogLine of(AccessLogProperties properties) {
    String pattern = properties.pattern();
    if (pattern != null && !pattern.isBlank()) {
      return AccessLogPattern.of(pattern);
    }
    return switch (properties.format()) {
      case COMMON -> AccessLogPattern.of("common");
      case COMBINED -> AccessLogPattern.of("combined");
      case JSON -> AccessLogFields.of(properties.fields()).asJson();
      case FIELDS -> AccessLogFields.of(properties.fields()).asPairs();
    };
  }
}
