package dev.fastjava;

import dev.fastjava.schema.JsonSchema;
import dev.fastjava.type.TypeRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a body or reply by its content type, while a route is declared: {@code
 * schema.response(200, r -> r.content("application/json", Order.class).content("text/csv",
 * Schemas.string()))}.
 *
 * <p>Of replies, the type with stars for both of its parts stands for all others. Reference:
 * Validation-and-Serialization.
 */
public final class ContentSchemas {
  private final Map<String, Object> content = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

  private ContentSchemas() {}

  static Map<String, @Nullable Object> of(Consumer<ContentSchemas> declaration) {
    ContentSchemas declared = new ContentSchemas();
    declaration.accept(declared);
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(declared.others);
    whole.put("content", Collections.unmodifiableMap(new LinkedHashMap<>(declared.content)));
    return Collections.unmodifiableMap(whole);
  }

  /**
   * Declares the schema for a content type.
   *
   * @param contentType the media type
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   * @throws IllegalArgumentException when the content type has a schema already
   */
  public ContentSchemas content(String contentType, JsonSchema schema) {
    return put(contentType, schema);
  }

  /**
   * Declares the schema for a content type.
   *
   * @param contentType the media type
   * @param schema a JSON Schema as a map
   * @return this
   * @throws IllegalArgumentException when the content type has a schema already
   */
  public ContentSchemas content(String contentType, Map<String, ?> schema) {
    return put(contentType, schema);
  }

  /**
   * Declares the schema for a content type.
   *
   * @param contentType the media type
   * @param json a JSON Schema as JSON text
   * @return this
   * @throws IllegalArgumentException when the content type has a schema already
   */
  public ContentSchemas content(String contentType, String json) {
    return put(contentType, json);
  }

  /**
   * Declares the schema for a content type.
   *
   * @param contentType the media type
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   * @throws IllegalArgumentException when the content type has a schema already
   */
  public ContentSchemas content(String contentType, Class<?> type) {
    return put(contentType, type);
  }

  /**
   * Declares the schema for a content type.
   *
   * @param contentType the media type
   * @param type a generic type the schema is derived from, such as {@code new
   *     TypeRef<List<Order>>() {}}
   * @return this
   * @throws IllegalArgumentException when the content type has a schema already
   */
  public ContentSchemas content(String contentType, TypeRef<?> type) {
    return put(contentType, type.type());
  }

  /**
   * Describes the body or reply, for documents made of the schemas.
   *
   * @param description what it is
   * @return this
   */
  public ContentSchemas description(String description) {
    return set("description", description);
  }

  /**
   * Sets a free key beside the content, such as {@code headers}, for documents made of the schemas.
   *
   * @param name the key
   * @param value its value
   * @return this
   */
  public ContentSchemas set(String name, @Nullable Object value) {
    others.put(name, value);
    return this;
  }

  private ContentSchemas put(String contentType, Object schema) {
    if (content.put(contentType, Map.of("schema", schema)) != null) {
      throw new IllegalArgumentException(contentType + " has a schema already");
    }
    return this;
  }
}
