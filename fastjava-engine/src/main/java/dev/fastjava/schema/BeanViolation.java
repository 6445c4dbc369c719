package dev.fastjava.schema;

import java.util.List;
import java.util.Map;

/**
 * A constraint of a Java object that is violated.
 *
 * @param path the way from the object to the value, by the names that Java code has; empty for the
 *     object as a whole
 * @param constraint the name of the constraint, such as {@code NotBlank}; the {@code keyword} of
 *     the error
 * @param params details, such as {@code max}; the {@code params} of the error
 * @param message what is wrong, without the path
 */
public record BeanViolation(
    List<Step> path, String constraint, Map<String, Object> params, String message) {
  /**
   * Makes a violation.
   *
   * @param path the way from the object to the value
   * @param constraint the name of the constraint
   * @param params details
   * @param message what is wrong
   */
  public BeanViolation {
    path = List.copyOf(path);
    params = Map.copyOf(params);
  }

  /** One step of a path. */
  public sealed interface Step permits Property, Item, Entry {}

  /**
   * Into a property of an object.
   *
   * @param name its name in Java
   */
  public record Property(String name) implements Step {}

  /**
   * Into an item of a list or an array.
   *
   * @param index from 0
   */
  public record Item(int index) implements Step {}

  /**
   * Into an entry of a map.
   *
   * @param key its key as text
   */
  public record Entry(String key) implements Step {}
}
