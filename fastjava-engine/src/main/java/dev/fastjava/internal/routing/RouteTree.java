package dev.fastjava.internal.routing;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tree of the routes of one method. */
final class RouteTree<T> {

  private TreeNode<T> root = TreeNode.literal("/");

  TreeNode<T> root() {
    return root;
  }

  /** Takes the segments of a path and adds the nodes that are missing. */
  Cursor<T> adding(String path) {
    if (path.equals("*") && !root.prefix().isEmpty()) {
      // Everything, even what does not begin with a slash: it needs a root without one.
      TreeNode<T> slash = root;
      root = TreeNode.literal("");
      root.adopt(slash);
    }
    return new Cursor<>(root, true);
  }

  /** Takes the segments of a path as long as there are nodes for them. */
  Cursor<T> following() {
    return new Cursor<>(root, false);
  }

  /** Where in the tree the segments received so far lead to. */
  static final class Cursor<T> implements Predicate<RoutePattern.Segment> {

    private final boolean adding;
    private final int rootLength;
    private @Nullable TreeNode<T> node;
    private boolean first = true;

    private Cursor(TreeNode<T> root, boolean adding) {
      this.adding = adding;
      this.rootLength = root.prefix().length();
      this.node = root;
    }

    /** The node the segments lead to; null when there is none. */
    @Nullable TreeNode<T> node() {
      return node;
    }

    @Override
    public boolean test(RoutePattern.Segment segment) {
      if (node == null) {
        return false;
      }
      if (segment instanceof RoutePattern.Literal literal) {
        // The root has the slash that every path begins with.
        String text = first ? literal.text().substring(rootLength) : literal.text();
        node = adding ? node.createStatic(text) : node.getStatic(text);
      } else if (!adding && segment instanceof RoutePattern.Wildcard) {
        // The last one: routes for everything have none below the slash, and are found by their
        // key.
        return true;
      } else {
        node = adding ? node.create(segment) : node.get(segment);
      }
      first = false;
      return node != null;
    }
  }
}
