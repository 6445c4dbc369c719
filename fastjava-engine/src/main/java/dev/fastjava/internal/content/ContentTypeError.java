package dev.fastjava.internal.content;

/** Why a body parser cannot be registered. The message is that of the reference. */
public final class ContentTypeError extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The kinds of failure. */
  public enum Kind {
    /** The type is empty or blank. */
    EMPTY_TYPE("FST_ERR_CTP_EMPTY_TYPE", "The content type cannot be an empty string"),
    /** The type is not a media type. */
    INVALID_TYPE("FST_ERR_CTP_INVALID_TYPE", "The content type should be a string or a RegExp"),
    /** There is a parser for the type. */
    ALREADY_PRESENT("FST_ERR_CTP_ALREADY_PRESENT", "Content type parser '%s' already present.");

    private final String code;
    private final String message;

    Kind(String code, String message) {
      this.code = code;
      this.message = message;
    }

    /** Returns the code of the reference. */
    public String code() {
      return code;
    }
  }

  private final Kind kind;

  ContentTypeError(Kind kind, String type) {
    super(kind.message.formatted(type));
    this.kind = kind;
  }

  /** Returns the kind of failure. */
  public Kind kind() {
    return kind;
  }
}
