package dev.fastjava.conformance;

import java.util.List;
import org.junit.jupiter.api.function.Executable;

/**
 * One recorded case, ready to be checked.
 *
 * @param id the name of the case, unique in its family
 * @param group the feature it belongs to
 * @param tags the tags of the case
 * @param check compares the recorded outcome with ours; fails by throwing
 */
public record VectorCase(String id, String group, List<String> tags, Executable check) {

  public VectorCase {
    tags = List.copyOf(tags);
  }

  /** A case without tags. */
  public VectorCase(String id, String group, Executable check) {
    this(id, group, List.of(), check);
  }
}
