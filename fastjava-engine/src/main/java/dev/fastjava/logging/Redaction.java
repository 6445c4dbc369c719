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
 * <p>Immutable.
 */
public final class Redaction {
  /** The text written in place of a hidden value unless told otherwise. */
  public static final String CENSORED = "[Redacted]";

  private final List<String> paths;
  private final @Nullable BiFunction<@Nullable Object, List<String>, @Nullable Object> censor;

  private Redaction(
      Collection<String> paths,
      @Nullable BiFunction<@Nullable Object, List<String>, @Nullable Object> censor) {
    this.paths = List.copyOf(paths);
    this.censor = censor;
    this.paths.forEach(RedactionPath::parse);
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
    return new Redaction(paths, (value, path) -> CENSORED);
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

  /**
   * Returns the paths to hide.
   *
   * @return an unmodifiable list
   */
  public List<String> paths() {
    return paths;
  }

  /**
   * Returns what is written instead, given the value and the keys that lead to it.
   *
   * @return null when the key is left out altogether
   */
  public @Nullable BiFunction<@Nullable Object, List<String>, @Nullable Object> censor() {
    return censor;
  }

  @Override
  public String toString() {
    return "Redaction" + paths;
  }
}
