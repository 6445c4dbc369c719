package dev.fastjava.internal.serialization;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a response schema sees of an error: code, phrase, message, status. Told apart from other
 * maps because nobody expects a schema to keep all of it.
 */
public final class ErrorFields extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1L;
}
