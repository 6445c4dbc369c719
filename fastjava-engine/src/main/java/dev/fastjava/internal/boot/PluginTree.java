package dev.fastjava.internal.boot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which plugin was loaded within which, and how long it took.
 *
 * <p>Reference: Server, printPlugins.
 */
final class PluginTree {
  /** How the reference names the steps between plugins. */
  static final String AFTER = "bound _after";

  /** A loaded plugin. */
  static final class Node {
    private final String name;
    private final long start = System.nanoTime();
    private long stop;
    private final List<Node> children = new ArrayList<>();

    private Node(String name) {
      this.name = name;
    }

    void loaded() {
      stop = System.nanoTime();
    }

    private long millis() {
      return stop == 0 ? 0 : (stop - start) / 1_000_000;
    }
  }

  private @Nullable Node root;

  Node add(@Nullable Node parent, String name) {
    Node node = new Node(name);
    if (parent == null) {
      root = node;
    } else {
      parent.children.add(node);
    }
    return node;
  }

  String print() {
    StringBuilder text = new StringBuilder();
    if (root != null) {
      text.append(root.name).append(' ').append(root.millis()).append(" ms\n");
      children(root, "", text);
    }
    return text.toString();
  }

  private static void children(Node node, String indent, StringBuilder text) {
    for (int i = 0; i < node.children.size(); i++) {
      Node child = node.children.get(i);
      boolean last = i == node.children.size() - 1;
      text.append(indent).append(last ? "└─" : "├─").append(child.children.isEmpty() ? "─ " : "┬ ");
      text.append(child.name).append(' ').append(child.millis()).append(" ms\n");
      children(child, indent + (last ? "  " : "│ "), text);
    }
  }
}
