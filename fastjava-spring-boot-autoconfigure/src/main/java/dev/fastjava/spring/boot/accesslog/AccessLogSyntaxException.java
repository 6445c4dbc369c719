package dev.fastjava.spring.boot.accesslog;

/** A property of the access log says what there is not. */
final class AccessLogSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String property;
  private final String reason;

  AccessLogSyntaxException(String property, String reason) {
    super(reason);
    this.property = property;
    this.reason = reason;
  }

  String property() {
    return property;
  }

  String reason() {
    return reason;
  }
}
