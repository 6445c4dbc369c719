package dev.fastjava.internal.regex;

/** A text that is no regular expression. */
public final class RegexSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegexSyntaxException(String source, String flags, String reason) {
    super("Invalid regular expression: /" + source + "/" + flags + ": " + reason);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
