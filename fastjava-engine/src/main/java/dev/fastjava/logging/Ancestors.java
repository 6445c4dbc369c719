package dev.fastjava.logging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a line down to a value: the keys, and the containers being written, which
 * are not entered a second time.
 *
 * @param parent the way to the container, or null at the top
 * @param container what the value is in; null at the top
 * @param key the name of the value; null for an element of a list
 * @param index the position of an element of a list
 * @param depth the number of containers
 */
record Ancestors(
    @Nullable Ancestors parent,
    @Nullable Object container,
    @Nullable String key,
    int index,
    int depth) {

  /** Deeper values are cut. */
  static final int MAX_DEPTH = 64;

  /** The way to a value that stands on its own. */
  static final Ancestors NONE = new Ancestors(null, null, null, 0, 0);

  static Ancestors field(String key) {
    return new Ancestors(null, null, key, 0, 0);
  }

  Ancestors entry(Object container, String key) {
    return new Ancestors(this, container, key, 0, depth + 1);
  }

  Ancestors element(Object container, int index) {
    return new Ancestors(this, container, null, index, depth + 1);
  }

  boolean isTooDeep() {
    return depth > MAX_DEPTH;
  }

  boolean contains(Object value) {
    for (Ancestors at = this; at != null; at = at.parent) {
      if (at.container == value) {
        return true;
      }
    }
    return false;
  }

  List<String> path() {
    List<String> path = new ArrayList<>(depth + 1);
    for (Ancestors at = this; at != null; at = at.parent) {
      if (at.key != null) {
        path.add(at.key);
      } else if (at.container != null) {
        path.add(Integer.toString(at.index));
      }
    }
    Collections.reverse(path);
    return path;
  }
}
