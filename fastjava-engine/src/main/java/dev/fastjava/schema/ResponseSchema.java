package dev.fastjava.schema;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema for one kind of a route's replies, as a {@link SerializerCompiler} gets it. Immutable.
 *
 * <p>Reference: Validation-and-Serialization, Serializer Compiler.
 */
public final class ResponseSchema extends PlacedSchema {
  private final @Nullable String httpStatus;
  private final @Nullable String contentType;

  /**
   * Makes it.
   *
   * @param schema the JSON Schema as plain Java values: a {@code Map} or a {@code Boolean}
   * @param method the route's HTTP method
   * @param url the route's path pattern
   * @param httpStatus the key it was declared under, such as {@code "200"}, {@code "2xx"} or {@code
   *     "default"}; null for a schema compiled outside of a route's responses
   * @param contentType the media type it was declared for; null when it serves every type
   */
  public ResponseSchema(
      Object schema,
      String method,
      String url,
      @Nullable String httpStatus,
      @Nullable String contentType) {
    super(schema, method, url);
    this.httpStatus = httpStatus;
    this.contentType = contentType;
  }

  /**
   * Makes the schema of no route, for compilers that are called by hand.
   *
   * @param schema the JSON Schema as plain Java values: a {@code Map} or a {@code Boolean}
   * @return the schema, without method, url, status and type
   */
  public static ResponseSchema of(Object schema) {
    return new ResponseSchema(schema, "", "", null, null);
  }

  /**
   * Returns the key it was declared under.
   *
   * @return such as {@code "200"}, {@code "2xx"} or {@code "default"}; null for a schema compiled
   *     outside of a route's responses
   */
  public @Nullable String httpStatus() {
    return httpStatus;
  }

  /**
   * Returns the media type it was declared for.
   *
   * @return null when it serves every type
   */
  public @Nullable String contentType() {
    return contentType;
  }

  @Override
  List<@Nullable Object> place() {
    return Arrays.asList(method(), url(), httpStatus, contentType);
  }
}
