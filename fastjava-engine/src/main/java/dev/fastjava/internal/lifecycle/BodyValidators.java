package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.content.MediaType;
import dev.fastjava.schema.Validator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The validators of a route's bodies.
 *
 * @param any validates every body; null when it depends on the content type
 * @param byType validators by media type; empty when one serves all
 * @param tokens whether bodies are read as tokens first: nearly all are as their type wants them,
 *     and nobody needs their plain values
 */
public record BodyValidators(
    @Nullable Validator any, Map<String, Validator> byType, boolean tokens) {
  /** Finds the validator for a content type. */
  @Nullable Validator find(@Nullable String contentType) {
    if (any != null) {
      return any;
    }
    String essence = MediaType.parse(contentType).essence();
    return essence == null ? null : byType.get(essence);
  }
}
