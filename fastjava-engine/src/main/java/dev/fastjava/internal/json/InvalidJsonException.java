package dev.fastjava.internal.json;

/** A text that is not JSON, or exceeds the {@link JsonLimits}. Has no stack trace. */
public final class InvalidJsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidJsonException(String problem) {
    super(problem, null, false, false);
  }
}
