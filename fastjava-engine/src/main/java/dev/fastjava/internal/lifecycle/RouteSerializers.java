package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.content.MediaType;
import dev.fastjava.schema.Serializer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The serializers of a route's response schemas: by status, class of status or default, and by media
 * type.
 *
 * <p>Reference: Validation-and-Serialization, Serialization.
 *
 * @param byStatus by lower-case key
 */
public record RouteSerializers(Map<String, ByType> byStatus) {
  /**
   * The serializers of one key.
   *
   * @param any serves every media type; null when it depends on the type
   * @param byType serializers by media type, {@code *}{@code /*} for all others
   */
  public record ByType(@Nullable Serializer any, Map<String, Serializer> byType) {
    @Nullable Serializer find(@Nullable String contentType) {
      if (any != null) {
        return any;
      }
      String essence = MediaType.parse(contentType).essence();
      if (essence == null) {
        return null;
      }
      Serializer exact = byType.get(essence);
      return exact != null ? exact : byType.get("*/*");
    }
  }

  private static final String[] CLASSES = {"0xx", "1xx", "2xx", "3xx", "4xx", "5xx"};

  /** Finds the serializer for a reply. */
  @Nullable Serializer find(int status, @Nullable String contentType) {
    ByType found = byStatus.get(Statuses.text(status));
    if (found == null) {
      found = byStatus.get(CLASSES[status / 100]);
    }
    if (found == null) {
      found = byStatus.get("default");
    }
    return found == null ? null : found.find(contentType);
  }

  /** Returns the serializer declared under a key. */
  @Nullable Serializer get(String status, @Nullable String contentType) {
    ByType found = byStatus.get(status);
    if (found == null) {
      return null;
    }
    return contentType == null ? found.any() : found.byType().get(contentType);
  }
}
