package dev.fastjava.schema;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema for one part of a route's requests, as a {@link ValidatorCompiler} gets it. Immutable.
 *
 * <p>Reference: Validation-and-Serialization, Validator Compiler.
 */
public final class RequestSchema extends PlacedSchema {
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
    super(schema, method, url);
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
   * Returns the part it validates.
   *
   * @return null for a schema compiled outside of a route's parts
   */
  public @Nullable HttpPart httpPart() {
    return httpPart;
  }

  @Override
  List<@Nullable Object> place() {
    return Arrays.asList(method(), url(), httpPart);
  }
}
