package dev.fastjava.schema;

import org.jspecify.annotations.Nullable;

/**
 * A schema for one part of a route's requests, as a {@link ValidatorCompiler} gets it.
 *
 * @param schema the JSON Schema as plain Java values: a {@code Map} or a {@code Boolean}
 * @param method the route's HTTP method
 * @param url the route's path pattern
 * @param httpPart the part it validates; null for a schema compiled outside of a route's parts
 */
public record RequestSchema(
    Object schema, String method, String url, @Nullable HttpPart httpPart) {}
