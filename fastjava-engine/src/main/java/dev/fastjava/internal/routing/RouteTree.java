package dev.fastjava.internal.routing;

import org.jspecify.annotations.Nullable;

/** The tree of the routes of one method. */
final class RouteTree<T> {

  private static final String ROOT = "/";

  private TreeNode<T> root = TreeNode.literal(ROOT);

  TreeNode<T> root() {
    return root;
  }

  /** The node where routes with a pattern end, added if it is missing. */
  TreeNode<T> create(RoutePattern pattern) {
    if (pattern.key().equals("*") && !root.prefix().isEmpty()) {
      // Everything, even what does not begin with a slash: it needs a root without one.
      TreeNode<T> slash = root;
      root = TreeNode.literal("");
      root.adopt(slash);
    }
    TreeNode<T> node = root;
    boolean first = true;
    for (RoutePattern.Segment segment : pattern.segments()) {
      node =
          first && segment instanceof RoutePattern.Literal literal
              ? node.createStatic(belowRoot(literal))
              : node.create(segment);
      first = false;
    }
    return node;
  }

  /** The node where routes with a pattern end, or null when there is none. */
  @Nullable TreeNode<T> get(RoutePattern pattern) {
    TreeNode<T> node = root;
    boolean first = true;
    for (RoutePattern.Segment segment : pattern.segments()) {
      node =
          first && segment instanceof RoutePattern.Literal literal
              ? node.getStatic(belowRoot(literal))
              : node.get(segment);
      if (node == null) {
        return null;
      }
      first = false;
    }
    return node;
  }

  private String belowRoot(RoutePattern.Literal literal) {
    return literal.text().substring(root.prefix().length());
  }
}
