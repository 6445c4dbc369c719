package dev.fastjava.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a {@link Redaction} as a tree of keys, walked along with the value that is written.
 * What a wildcard covers is merged into its siblings as the tree is built, so that each key needs
 * one look-up.
 */
final class RedactionNode {
  private final Map<String, RedactionNode> children = new HashMap<>();
  private final @Nullable BiFunction<@Nullable Object, List<String>, @Nullable Object> censor;
  private @Nullable RedactionNode others;
  private boolean hidden;

  private RedactionNode(
      @Nullable BiFunction<@Nullable Object, List<String>, @Nullable Object> censor) {
    this.censor = censor;
  }

  /** Compiles paths; null when there are none. */
  static @Nullable RedactionNode compile(@Nullable Redaction redaction) {
    if (redaction == null || redaction.paths().isEmpty()) {
      return null;
    }
    RedactionNode root = new RedactionNode(redaction.censor());
    for (String path : redaction.paths()) {
      root.add(RedactionPath.parse(path));
    }
    return root;
  }

  /** Returns the node for a key, or null when nothing below it is hidden. */
  @Nullable RedactionNode at(String key) {
    RedactionNode child = children.get(key);
    return child != null ? child : others;
  }

  /** Returns the node for an element of a list, or null when nothing below it is hidden. */
  @Nullable RedactionNode at(int index) {
    return children.isEmpty() ? others : at(Integer.toString(index));
  }

  /** Whether the value at this node is hidden as a whole. */
  boolean isHidden() {
    return hidden;
  }

  /** Whether hidden values leave no trace. */
  boolean removes() {
    return censor == null;
  }

  @Nullable Object censored(@Nullable Object value, List<String> path) {
    if (censor == null) {
      return null;
    }
    try {
      return censor.apply(value, path);
    } catch (Throwable failure) {
      // Neither the value nor the rest of the line may depend on it.
      return "[censor failed: " + failure.getClass().getName() + "]";
    }
  }

  private void add(List<String> keys) {
    if (keys.isEmpty()) {
      hidden = true;
      return;
    }
    String key = keys.get(0);
    List<String> rest = keys.subList(1, keys.size());
    if (key.equals(RedactionPath.WILDCARD)) {
      for (RedactionNode child : new ArrayList<>(children.values())) {
        child.add(rest);
      }
      if (others == null) {
        others = new RedactionNode(censor);
      }
      others.add(rest);
    } else {
      children.computeIfAbsent(key, k -> copyOfOthers()).add(rest);
    }
  }

  private RedactionNode copyOfOthers() {
    return others == null ? new RedactionNode(censor) : others.copy();
  }

  private RedactionNode copy() {
    RedactionNode copy = new RedactionNode(censor);
    copy.hidden = hidden;
    copy.others = others == null ? null : others.copy();
    children.forEach((key, child) -> copy.children.put(key, child.copy()));
    return copy;
  }
}
