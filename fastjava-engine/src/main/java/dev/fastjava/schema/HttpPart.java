package dev.fastjava.schema;

/**
 * The part of a request that a schema describes.
 *
 * <p>Reference: Validation-and-Serialization, Validation.
 */
public enum HttpPart {
  /** The parsed body. */
  BODY("body"),
  /** The parsed query string. */
  QUERYSTRING("querystring"),
  /** The parameters of the route's path. */
  PARAMS("params"),
  /** The headers, with lower-case names. */
  HEADERS("headers");

  private final String label;

  HttpPart(String label) {
    this.label = label;
  }

  /**
   * Returns the name of the part as it stands in schemas, messages and error objects.
   *
   * @return the lower-case name
   */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
