package dev.fastjava.internal.serialization;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The serializers of a route, by status and media type. Immutable; built at boot from the {@code
 * response} part of the route's schema.
 */
public final class ResponseSerializers {
  private static final Pattern STATUS = Pattern.compile("[1-5](?:\\d{2}|xx)|default");
  private static final String DEFAULT = "default";
  private static final int CLASSES = 10;

  /** The serializers of a route without response schemas. */
  public static final ResponseSerializers NONE = new ResponseSerializers(Map.of());

  private final Map<String, StatusSerializers> declared;
  private final int[] statuses;
  private final StatusSerializers[] byStatus;
  private final @Nullable StatusSerializers[] byClass = new StatusSerializers[CLASSES];

  private ResponseSerializers(Map<String, StatusSerializers> declared) {
    this.declared = declared;
    this.statuses =
        declared.keySet().stream()
            .filter(status -> Character.isDigit(status.charAt(1)))
            .mapToInt(Integer::parseInt)
            .toArray();
    this.byStatus = new StatusSerializers[statuses.length];
    for (int i = 0; i < statuses.length; i++) {
      byStatus[i] = entry(Integer.toString(statuses[i]));
    }
    for (int i = 0; i < CLASSES; i++) {
      byClass[i] = declared.getOrDefault(i + "xx", declared.get(DEFAULT));
    }
  }

  private StatusSerializers entry(String key) {
    StatusSerializers entry = declared.get(key);
    if (entry == null) {
      throw new IllegalStateException("no serializers for " + key);
    }
    return entry;
  }

  /**
   * Checks that every media type of a response has a schema.
   *
   * @param responses what a route declares by status
   * @throws dev.fastjava.error.FastjavaException with {@code FST_ERR_SCH_CONTENT_MISSING_SCHEMA}
   */
  public static void requireSchemas(Map<String, ?> responses) {
    responses.values().forEach(ResponseSerializers::requireSchema);
  }

  /** Checks the same of what a route declares for one status, or for bodies. */
  public static void requireSchema(@Nullable Object declared) {
    contentOf(declared)
        .forEach(
            (type, content) -> {
              if (schemaOf(content) == null) {
                throw ErrorCode.FST_ERR_SCH_CONTENT_MISSING_SCHEMA.error(type);
              }
            });
  }

  /**
   * Compiles the response schemas of a route.
   *
   * @param responses schemas, or objects with a {@code content} of schemas by media type, by status
   * @throws Exception when a schema cannot be compiled or a key is no status
   */
  public static ResponseSerializers compile(
      Map<String, ?> responses, String method, String url, SerializerCompiler compiler)
      throws Exception {
    Map<String, StatusSerializers> declared = new LinkedHashMap<>();
    for (Map.Entry<String, ?> response : responses.entrySet()) {
      String status = response.getKey().toLowerCase(Locale.ROOT);
      if (!STATUS.matcher(status).matches()) {
        throw ErrorCode.FST_ERR_SCH_RESPONSE_SCHEMA_NOT_NESTED_2XX.error();
      }
      Object schema = response.getValue();
      if (!hasContent(schema)) {
        Serializer serializer =
            compiler.compile(new ResponseSchema(schema, method, url, status, null));
        declared.put(status, new StatusSerializers(serializer, Map.of()));
        continue;
      }
      Map<String, Serializer> byType = new LinkedHashMap<>();
      for (Map.Entry<String, ?> content : contentOf(schema).entrySet()) {
        Object contentSchema = schemaOf(content.getValue());
        if (contentSchema == null) {
          throw ErrorCode.FST_ERR_SCH_CONTENT_MISSING_SCHEMA.error(content.getKey());
        }
        byType.put(
            content.getKey(),
            compiler.compile(
                new ResponseSchema(contentSchema, method, url, status, content.getKey())));
      }
      declared.put(status, new StatusSerializers(null, Map.copyOf(byType)));
    }
    return declared.isEmpty() ? NONE : new ResponseSerializers(declared);
  }

  private static boolean hasContent(Object response) {
    return response instanceof Map<?, ?> map && map.get("content") instanceof Map;
  }

  @SuppressWarnings("unchecked") // the keys of a schema are strings
  private static Map<String, ?> contentOf(@Nullable Object response) {
    return response instanceof Map<?, ?> map && map.get("content") instanceof Map<?, ?> content
        ? (Map<String, ?>) content
        : Map.of();
  }

  private static @Nullable Object schemaOf(@Nullable Object content) {
    Object schema = content instanceof Map<?, ?> map ? map.get("schema") : null;
    return Boolean.FALSE.equals(schema) ? null : schema;
  }

  /** Tells whether a value, a number or a text, is a key that responses are declared under. */
  public static boolean isStatus(Object key) {
    return (key instanceof Integer || key instanceof String)
        && STATUS.matcher(key.toString()).matches();
  }

  /**
   * Finds what writes a reply: by its status, then by the class of its status, then the default;
   * within that by its media type, then the one for all types.
   *
   * @param contentType the header's value; null when it is not set
   * @return null when the reply has no schema
   */
  public @Nullable Serializer find(int status, @Nullable String contentType) {
    StatusSerializers found = null;
    for (int i = 0; i < statuses.length; i++) {
      if (statuses[i] == status) {
        found = byStatus[i];
      }
    }
    if (found == null) {
      found = byClass[firstDigit(status)];
    }
    return found == null ? null : found.find(contentType);
  }

  private static int firstDigit(int status) {
    int digit = Math.abs(status);
    while (digit >= CLASSES) {
      digit /= 10;
    }
    return digit;
  }

  /**
   * Returns the serializer declared under a key, without falling back to another.
   *
   * @param status a status, a class such as {@code 2xx}, or {@code default}
   * @param mediaType the media type it was declared for; null for one that serves every type
   * @return null when there is none
   */
  public @Nullable Serializer declared(String status, @Nullable String mediaType) {
    StatusSerializers entry = declared.get(status);
    if (entry == null) {
      return null;
    }
    return mediaType == null ? entry.all : entry.byType.get(mediaType);
  }

  /**
   * The serializers of one status.
   *
   * @param all serves every media type; null when there is one for each
   * @param byType by the media type as declared
   */
  private record StatusSerializers(@Nullable Serializer all, Map<String, Serializer> byType) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String JSON_TYPE = "application/json";
    private static final String ANY_TYPE = "*/*";

    @Nullable Serializer find(@Nullable String contentType) {
      if (all != null) {
        return all;
      }
      // The header almost every reply has is not worth parsing.
      String type = JSON.equals(contentType) ? JSON_TYPE : MediaType.parse(contentType).essence();
      if (type == null) {
        return null;
      }
      Serializer serializer = byType.get(type);
      return serializer != null ? serializer : byType.get(ANY_TYPE);
    }
  }
}
