package dev.fastjava.internal.json;

import tools.jackson.core.JacksonException;

/**
 * What clients get to read of an error of Jackson. Its message is written for developers: it tells
 * classes of the application, and the way through them. All of that is in the log.
 */
public final class JacksonMessages {
  private static final String WITHOUT_CLASSES = "A value cannot be converted from or to JSON";

  private JacksonMessages() {}

  /** Whether an error is one that Jackson has thrown, not one that the application made of it. */
  public static boolean concerns(Throwable error) {
    return error instanceof JacksonException
        && error.getClass().getPackageName().startsWith("tools.jackson.");
  }

  /** The message without places and classes. */
  public static String of(Throwable error) {
    String message = ((JacksonException) error).getOriginalMessage();
    return message == null || namesClass(message) ? WITHOUT_CLASSES : message;
  }

  /** Whether a text has anything that looks like {@code name.Name}. */
  private static boolean namesClass(String all) {
    for (int dot = all.indexOf('.'); dot >= 0; dot = all.indexOf('.', dot + 1)) {
      if (dot > 0
          && dot + 1 < all.length()
          && Character.isJavaIdentifierPart(all.charAt(dot - 1))
          && Character.isUpperCase(all.charAt(dot + 1))) {
        return true;
      }
    }
    return false;
  }
}
