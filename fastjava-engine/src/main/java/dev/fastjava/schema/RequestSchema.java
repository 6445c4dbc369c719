package dev.fastjava.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A schema for one part of a route's requests, as a {@link ValidatorCompiler} gets it. Immutable.
 *
 * <p>Reference: Validation-and-Serialization, Validator Compiler.
 */
public final class RequestSchema {
  private final Object schema;
  private final String method;
  private final String url;
  private final @Nullable HttpPart httpPart;

  /**
   * Makes it.
   *
   * @param schema the JSON Schema as plain Java values: a {@code Map} or a {@code Boolean}
   * @param method the route's HTTP method
   * @param url the route's path pattern
   * @param httpPart the part it validates; null for a schema compiled outside of a route's parts
   */
  public RequestSchema(Object schema, String method, String url, @Nullable HttpPart httpPart) {
    this.schema = Objects.requireNonNull(schema);
    this.method = Objects.requireNonNull(method);
    this.url = Objects.requireNonNull(url);
    this.httpPart = httpPart;
  }

  /**
   * Makes the schema of no route, for compilers that are called by hand.
   *
   * @param schema the JSON Schema as plain Java values: a {@code Map} or a {@code Boolean}
   * @return the schema, without method, url and part
   */
  public static RequestSchema of(Object schema) {
    return new RequestSchema(schema, "", "", null);
  }

  /**
   * Returns the JSON Schema.
   *
   * @return plain Java values: a {@code Map} or a {@code Boolean}
   */
  public Object schema() {
    return schema;
  }

  /**
   * Returns the route's HTTP method.
   *
   * @return in upper case; empty for no route
   */
  public String method() {
    return method;
  }

  /**
   * Returns the route's path pattern.
   *
   * @return the pattern; empty for no route
   */
  public String url() {
    return url;
  }

  /**
   * Returns the part it validates.
   *
   * @return null for a schema compiled outside of a route's parts
   */
  public @Nullable HttpPart httpPart() {
    return httpPart;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestSchema request
        && schema.equals(request.schema)
        && method.equals(request.method)
        && url.equals(request.url)
        && httpPart == request.httpPart;
  }

  @Override
  public int hashCode() {
    return Objects.hash(schema, method, url, httpPart);
  }

  @Override
  public String toString() {
    return (method + " " + url + " " + (httpPart == null ? "" : httpPart.label())).strip()
        + " "
        + schema;
  }
}
