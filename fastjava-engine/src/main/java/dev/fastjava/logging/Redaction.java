package dev.fastjava.logging;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which values are hidden in log lines, and what is written instead. Reference: Logging, Log
 * Redaction.
 *
 * <p>A path names keys from the top of the line: {@code user.password}, {@code list[0].secret},
 * {@code headers["x-key"]}. A {@code *} stands for every key or every element: {@code *.password},
 * {@code users[*].name}. Bindings, logged objects and objects inside of messages are covered, after
 * the serializers have run. Nothing is copied and no logged object is changed.
 *
 * @param paths the paths to hide
 * @param censor what is written instead, given the value and the keys that lead to it; null when
 *     the key is left out altogether
 */
public record Redaction(
    List<String> paths,
    @Nullable BiFunction<@Nullable Object, List<String>, @Nullable Object> censor) {

  /** The text written in place of a hidden value unless told otherwise. */
  public static final String CENSORED = "[Redacted]";

  /**
   * Checks and copies the paths.
   *
   * @param paths the paths to hide
   * @param censor what is written instead, given the value and the keys that lead to it; null when
   *     the key is left out altogether
   * @throws IllegalArgumentException when a path names no key or a bracket is not closed
   */
  public Redaction {
    paths = List.copyOf(paths);
    paths.forEach(RedactionPath::parse);
  }

  /**
   * Hides values behind {@code [Redacted]}.
   *
   * @param paths what to hide
   * @return the redaction
   * @throws IllegalArgumentException when a path is malformed
   */
  public static Redaction of(String... paths) {
    return of(List.of(paths));
  }

  /**
   * Hides values behind {@code [Redacted]}.
   *
   * @param paths what to hide
   * @return the redaction
   * @throws IllegalArgumentException when a path is malformed
   */
  public static Redaction of(Collection<String> paths) {
    return new Redaction(List.copyOf(paths), (value, path) -> CENSORED);
  }

  /**
   * Sets what is written in place of a hidden value.
   *
   * @param censor a JSON value
   * @return a copy with this censor
   */
  public Redaction withCensor(@Nullable Object censor) {
    return new Redaction(paths, (value, path) -> censor);
  }

  /**
   * Sets a function that gives what is written in place of a hidden value, for example the last
   * four digits of a number.
   *
   * @param censor gets the value and the keys that lead to it
   * @return a copy with this censor
   */
  public Redaction withCensor(BiFunction<@Nullable Object, List<String>, @Nullable Object> censor) {
    return new Redaction(paths, censor);
  }

  /**
   * Leaves hidden values out, together with their keys.
   *
   * @return a copy that removes
   */
  public Redaction removing() {
    return new Redaction(paths, null);
  }
}
