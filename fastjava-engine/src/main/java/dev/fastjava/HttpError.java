package dev.fastjava;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception may tell about the reply it becomes. Any exception class can implement it.
 *
 * <p>Reference: Reply, Errors.
 */
public interface HttpError {
  /**
   * Returns the status code of the reply. Outside of 400 to 599 it is not used.
   *
   * @return the status code, or 0 for none
   */
  default int statusCode() {
    return 0;
  }

  /**
   * Returns the code of the error, part of the default reply.
   *
   * @return a stable code, or null
   */
  default @Nullable String code() {
    return null;
  }

  /**
   * Returns headers to set on the reply.
   *
   * @return header names and values
   */
  default Map<String, Object> headers() {
    return Map.of();
  }

  /**
   * Returns further properties, seen by response schemas for errors and by the log.
   *
   * @return property names and values
   */
  default Map<String, Object> properties() {
    return Map.of();
  }
}
