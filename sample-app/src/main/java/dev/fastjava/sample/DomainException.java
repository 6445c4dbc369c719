package dev.fastjava.sample;

/**
 * Says why the order desk cannot do what was asked for. Knows nothing of HTTP: {@link
 * DomainErrorHandler} makes replies of it.
 */
class DomainException extends RuntimeException {
  /** What kind of trouble it is. */
  enum Kind {
    /** What was asked for does not exist. */
    NOT_FOUND,
    /** It exists, but its state does not allow what was asked for. */
    CONFLICT
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String code;

  private DomainException(Kind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  static DomainException notFound(String code, String message) {
    return new DomainException(Kind.NOT_FOUND, code, message);
  }

  static DomainException conflict(String code, String message) {
    return new DomainException(Kind.CONFLICT, code, message);
  }

  Kind kind() {
    return kind;
  }

  /** Returns a stable name of the reason, for programs. */
  String code() {
    return code;
  }
}
