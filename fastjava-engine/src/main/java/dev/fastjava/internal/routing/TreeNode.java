package dev.fastjava.internal.routing;

import dev.fastjava.internal.regex.Regex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node of a tree that routes are being added to. */
final class TreeNode<T> {

  /**
   * Up to here the order that sorting gives to incomparable siblings is known, see {@link #sort}.
   */
  private static final int SORTABLE_SIBLINGS = 31;

  private String prefix;
  private final RoutePattern.@Nullable Parameters parameters;
  private final Map<Character, TreeNode<T>> staticChildren = new LinkedHashMap<>();
  private final List<TreeNode<T>> parametricChildren = new ArrayList<>();
  private @Nullable TreeNode<T> wildcardChild;
  private final List<Route<T>> routes = new ArrayList<>();
  private final Set<String> writtenForms = new LinkedHashSet<>();
  private int values;
  private int literalLength;

  private TreeNode(String prefix, RoutePattern.@Nullable Parameters parameters) {
    this.prefix = prefix;
    this.parameters = parameters;
  }

  static <T> TreeNode<T> literal(String prefix) {
    return new TreeNode<>(prefix, null);
  }

  String prefix() {
    return prefix;
  }

  Iterable<TreeNode<T>> staticChildren() {
    return staticChildren.values();
  }

  List<TreeNode<T>> parametricChildren() {
    return parametricChildren;
  }

  @Nullable TreeNode<T> wildcardChild() {
    return wildcardChild;
  }

  /** The routes that end here, in the order of their registration. */
  List<Route<T>> routes() {
    return routes;
  }

  /** How the parameters of this node were written by its routes. */
  Set<String> writtenForms() {
    return writtenForms;
  }

  @Nullable Regex regex() {
    return parameters == null ? null : parameters.regex();
  }

  /** The most parameters that a segment of this node has in any of its routes. */
  int values() {
    return values;
  }

  /** The most characters outside of parameters in any of its routes. */
  int literalLength() {
    return literalLength;
  }

  /** Puts an existing tree below this node. */
  void adopt(TreeNode<T> child) {
    staticChildren.put(child.prefix.charAt(0), child);
  }

  /** The child for parameters or for a wildcard, added if it is missing. */
  TreeNode<T> create(RoutePattern.Segment segment) {
    if (segment instanceof RoutePattern.Parameters read) {
      return createParametric(read);
    }
    if (wildcardChild == null) {
      wildcardChild = new TreeNode<>("", null);
    }
    return wildcardChild;
  }

  /** The child for parameters or for a wildcard, or null when there is none. */
  @Nullable TreeNode<T> get(RoutePattern.Segment segment) {
    if (segment instanceof RoutePattern.Parameters read) {
      return getParametric(read);
    }
    return wildcardChild;
  }

  /** The node at the end of a text, added as far as it is missing. */
  TreeNode<T> createStatic(String text) {
    if (text.isEmpty()) {
      return this;
    }
    TreeNode<T> child = staticChildren.get(text.charAt(0));
    if (child == null) {
      child = literal(text);
      adopt(child);
      return child;
    }
    int common = 1;
    int most = Math.min(text.length(), child.prefix.length());
    while (common < most && text.charAt(common) == child.prefix.charAt(common)) {
      common++;
    }
    if (common < child.prefix.length()) {
      child = split(child, common);
    }
    return child.createStatic(text.substring(common));
  }

  private TreeNode<T> split(TreeNode<T> child, int length) {
    TreeNode<T> upper = literal(child.prefix.substring(0, length));
    child.prefix = child.prefix.substring(length);
    upper.adopt(child);
    adopt(upper);
    return upper;
  }

  /** The node at the end of a text, or null when there is none. */
  @Nullable TreeNode<T> getStatic(String text) {
    if (text.isEmpty()) {
      return this;
    }
    TreeNode<T> child = staticChildren.get(text.charAt(0));
    if (child == null || !text.startsWith(child.prefix)) {
      return null;
    }
    return child.getStatic(text.substring(child.prefix.length()));
  }

  private @Nullable TreeNode<T> getParametric(RoutePattern.Parameters read) {
    for (TreeNode<T> child : parametricChildren) {
      if (source(child.regex()).equals(source(read.regex()))) {
        return child;
      }
    }
    return null;
  }

  private static String source(@Nullable Regex regex) {
    return regex == null ? "" : regex.source();
  }

  private TreeNode<T> createParametric(RoutePattern.Parameters read) {
    TreeNode<T> child = getParametric(read);
    if (child == null) {
      child = new TreeNode<>("", read);
      parametricChildren.add(child);
      sort();
    }
    child.writtenForms.add(read.written());
    child.values = Math.max(child.values, read.values());
    child.literalLength = Math.max(child.literalLength, read.literalLength());
    return child;
  }

  /**
   * Orders siblings by how much they ask for. Siblings with the same suffix are not comparable;
   * short lists come out as the reference's do, because both sort by inserting. A longer list keeps
   * its order, in front of the one parameter that takes anything.
   */
  private void sort() {
    if (parametricChildren.size() <= SORTABLE_SIBLINGS) {
      parametricChildren.sort(TreeNode::compare);
    } else {
      TreeNode<T> added = parametricChildren.remove(parametricChildren.size() - 1);
      int last = parametricChildren.size();
      boolean anythingIsLast = parametricChildren.get(last - 1).regex() == null;
      parametricChildren.add(anythingIsLast ? last - 1 : last, added);
    }
  }

  private static <T> int compare(TreeNode<T> one, TreeNode<T> other) {
    if (one.regex() == null) {
      return 1;
    }
    if (other.regex() == null) {
      return -1;
    }
    String suffix = one.suffix();
    String otherSuffix = other.suffix();
    if (suffix == null) {
      return 1;
    }
    if (otherSuffix == null) {
      return -1;
    }
    if (otherSuffix.endsWith(suffix)) {
      return 1;
    }
    return suffix.endsWith(otherSuffix) ? -1 : 0;
  }

  private @Nullable String suffix() {
    return parameters == null ? null : parameters.suffix();
  }
}
