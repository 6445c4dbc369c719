package dev.fastjava.logging;

import dev.fastjava.mark.ForImplementation;
import java.util.Map;

/**
 * An exception with properties that belong into its log line, such as a code or a status.
 *
 * <p>The standard serializer for errors ({@link LogSerializers#error()}) writes them after {@code
 * type}, {@code message} and {@code stack}, and never lets them replace those.
 */
@ForImplementation
public interface LoggedProperties {
  /**
   * Returns the properties in the order they are written.
   *
   * @return names and JSON values; empty when there are none
   */
  Map<String, ?> loggedProperties();
}
