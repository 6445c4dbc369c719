package dev.fastjava.internal.serialization;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a response schema sees of an error: code, phrase, message, status. Told apart from other
 * maps because nobody expects a schema to keep all of it: only what it names is written, whatever
 * it says about additional properties.
 */
public final class ErrorFields extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1L;

  /** The error in one text. */
  private final String text;

  /**
   * Makes a view without fields.
   *
   * @param text what is written where a schema asks for a text
   */
  public ErrorFields(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
