package dev.fastjava.internal.routing;

import dev.fastjava.internal.regex.Regex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a tree that is only read: arrays in place of collections, and the children that begin
 * with text in a table by their first character.
 */
final class LookupNode<T> {

  /** A table is as long as the range of the first characters, so that range is bounded. */
  private static final int LONGEST_TABLE = 256;

  final int prefixLength;
  final @Nullable ConstrainedRoutes<T> routes;

  /** The children for parameters in the order they are tried. */
  final LookupNode<T>[] parametric;

  final @Nullable LookupNode<T> wildcard;

  /** Whether there is something to try when no child that begins with text matches. */
  final boolean hasAlternatives;

  /** The parameter without an expression that is the only alternative, as it mostly is. */
  final @Nullable LookupNode<T> onlyParameter;

  /** What the parameters of a segment must match; null when anything will do. */
  final @Nullable Regex regex;

  /** The length of the longest segment worth trying. */
  final int longestSegment;

  private final String prefix;
  private final char firstCharacter;
  private final @Nullable LookupNode<T>[] table;
  private final char @Nullable [] sparseCharacters;

  /**
   * Copies a tree.
   *
   * @param delimiters the characters that end a path: text with one of them is never found
   */
  LookupNode(TreeNode<T> node, ConstraintRegistry registry, int maxParamLength, String delimiters) {
    this.prefix = node.prefix();
    this.prefixLength = prefix.length();
    this.routes = node.routes().isEmpty() ? null : ConstrainedRoutes.of(node.routes(), registry);
    List<LookupNode<T>> parameters = new ArrayList<>();
    for (TreeNode<T> child : node.parametricChildren()) {
      parameters.add(new LookupNode<>(child, registry, maxParamLength, delimiters));
    }
    this.parametric = parameters.toArray(newArray(parameters.size()));
    TreeNode<T> last = node.wildcardChild();
    this.wildcard =
        last == null ? null : new LookupNode<>(last, registry, maxParamLength, delimiters);
    this.hasAlternatives = parametric.length > 0 || wildcard != null;
    this.onlyParameter =
        wildcard == null && parametric.length == 1 && parametric[0].regex == null
            ? parametric[0]
            : null;
    this.regex = node.regex();
    this.longestSegment =
        regex == null
            ? maxParamLength
            : (int)
                Math.min(
                    Integer.MAX_VALUE,
                    (long) node.values() * maxParamLength + node.literalLength());
    List<LookupNode<T>> children = new ArrayList<>();
    for (TreeNode<T> child : node.staticChildren()) {
      if (child.prefix().chars().noneMatch(c -> delimiters.indexOf(c) >= 0)) {
        children.add(new LookupNode<>(child, registry, maxParamLength, delimiters));
      }
    }
    children.sort((one, other) -> one.prefix.charAt(0) - other.prefix.charAt(0));
    this.firstCharacter = children.isEmpty() ? 0 : children.get(0).prefix.charAt(0);
    char lastCharacter =
        children.isEmpty() ? 0 : children.get(children.size() - 1).prefix.charAt(0);
    int range = children.isEmpty() ? 0 : lastCharacter - firstCharacter + 1;
    if (range <= LONGEST_TABLE) {
      this.sparseCharacters = null;
      this.table = newArray(range);
      for (LookupNode<T> child : children) {
        table[child.prefix.charAt(0) - firstCharacter] = child;
      }
    } else {
      char[] characters = new char[children.size()];
      for (int i = 0; i < characters.length; i++) {
        characters[i] = children.get(i).prefix.charAt(0);
      }
      this.sparseCharacters = characters;
      this.table = children.toArray(newArray(children.size()));
    }
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // there is no other way to an array of a generic type
  private static <T> LookupNode<T>[] newArray(int length) {
    return (LookupNode<T>[]) new LookupNode[length];
  }

  /**
   * The child whose text stands at an index of the path, which ends at {@code end}.
   *
   * @param c the character at the index
   */
  @Nullable LookupNode<T> child(char c, String path, int index, int end) {
    int slot =
        sparseCharacters == null ? c - firstCharacter : Arrays.binarySearch(sparseCharacters, c);
    if (slot < 0 || slot >= table.length) {
      return null;
    }
    LookupNode<T> child = table[slot];
    return child != null && child.standsAt(path, index, end) ? child : null;
  }

  private boolean standsAt(String path, int index, int end) {
    // The table has compared the first character.
    return prefixLength == 1 || (index + prefixLength <= end && path.startsWith(prefix, index));
  }
}
