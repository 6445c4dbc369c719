package dev.fastjava.schema;

import org.jspecify.annotations.Nullable;

/**
 * A schema for one kind of a route's replies, as a {@link SerializerCompiler} gets it.
 *
 * @param schema the JSON Schema as plain Java values: a {@code Map} or a {@code Boolean}
 * @param method the route's HTTP method
 * @param url the route's path pattern
 * @param httpStatus the key it was declared under, such as {@code "200"}, {@code "2xx"} or {@code
 *     "default"}; null for a schema compiled outside of a route's responses
 * @param contentType the media type it was declared for; null when it serves every type
 */
public record ResponseSchema(
    Object schema,
    String method,
    String url,
    @Nullable String httpStatus,
    @Nullable String contentType) {}
