package dev.fastjava.internal.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Draws route trees as text. */
final class RoutePrinter<T> {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final long LARGEST_INDEX = (1L << 32) - 2;

  private final PrintOptions options;
  private final Function<T, Map<String, ?>> meta;

  RoutePrinter(PrintOptions options, Function<T, Map<String, ?>> meta) {
    this.options = options;
    this.meta = meta;
  }

  /** A line of the drawing and what is drawn below it. */
  private static final class Line {
    String data = "";
    private final Map<String, Line> below = new LinkedHashMap<>();
    private final Map<Long, Line> belowNumbers = new TreeMap<>();

    /** A new line; it takes the place of one with the same text. */
    Line add(String text) {
      Line line = new Line();
      // Whole numbers come first, in their order, as keys of JavaScript objects do.
      if (WHOLE_NUMBER.matcher(text).matches() && Long.parseLong(text) <= LARGEST_INDEX) {
        belowNumbers.put(Long.valueOf(text), line);
      } else {
        below.put(text, line);
      }
      return line;
    }

    Map<String, Line> ordered() {
      Map<String, Line> ordered = new LinkedHashMap<>();
      belowNumbers.forEach((number, line) -> ordered.put(number.toString(), line));
      ordered.putAll(below);
      return ordered;
    }
  }

  /** Routes that are shown together. */
  private static final class Shown {
    final Route<?> route;
    String methods;
    final Map<String, String> meta;

    Shown(Route<?> route, String methods, Map<String, String> meta) {
      this.route = route;
      this.methods = methods;
      this.meta = meta;
    }
  }

  String print(List<Route<T>> routes, Map<String, RouteTree<T>> trees) {
    RouteTree<T> tree = options.method() == null ? merge(routes) : trees.get(options.method());
    if (tree == null) {
      return "(empty tree)";
    }
    Line top = new Line();
    draw(tree.root(), top, tree.root().prefix());
    StringBuilder out = new StringBuilder();
    write(out, top, "");
    return out.toString();
  }

  /** One tree for the routes of all methods. */
  private @Nullable RouteTree<T> merge(List<Route<T>> routes) {
    if (routes.isEmpty()) {
      return null;
    }
    RouteTree<T> merged = new RouteTree<>();
    for (Route<T> route : routes) {
      RouteTree.Cursor<T> cursor = merged.adding(route.path());
      route.pattern().segments().forEach(cursor::test);
      TreeNode<T> node = cursor.node();
      if (node != null) {
        node.routes().add(route);
      }
    }
    return merged;
  }

  private void draw(TreeNode<T> node, Line above, String text) {
    Line line = above;
    String prefix = text;
    if (!node.routes().isEmpty() || options.commonPrefix()) {
      String shown = prefix.isEmpty() ? "(empty root node)" : prefix;
      line = above.add(shown);
      if (!node.routes().isEmpty()) {
        line.data = describe(node.routes(), shown);
      }
      prefix = "";
    }
    for (TreeNode<T> child : node.staticChildren()) {
      draw(child, line, prefix + child.prefix());
    }
    for (TreeNode<T> child : node.parametricChildren()) {
      draw(child, line, prefix + String.join("|", child.writtenForms()));
    }
    TreeNode<T> wildcard = node.wildcardChild();
    if (wildcard != null) {
      draw(wildcard, line, "*");
    }
  }

  private String describe(List<Route<T>> routes, String prefix) {
    List<Shown> shown = new ArrayList<>();
    for (Route<T> route : routes) {
      Map<String, String> data = metaOf(route);
      Shown same = options.method() == null ? find(shown, route, data) : null;
      if (same == null) {
        shown.add(new Shown(route, route.method(), data));
      } else {
        same.methods += ", " + route.method();
      }
    }
    List<String> texts = new ArrayList<>();
    for (Shown each : shown) {
      StringBuilder text = new StringBuilder(" (").append(each.methods).append(')');
      if (!each.route.constraints().isEmpty()) {
        text.append(' ').append(JsonText.write(each.route.constraints(), true));
      }
      each.meta.forEach(
          (name, value) -> text.append("\n\u2022 (").append(name).append(") ").append(value));
      texts.add(text.toString());
    }
    return String.join("\n" + prefix, texts);
  }

  private static @Nullable Shown find(List<Shown> shown, Route<?> route, Map<String, String> data) {
    for (Shown other : shown) {
      if (ConstraintValues.same(other.route.constraints(), route.constraints())
          && other.meta.equals(data)) {
        return other;
      }
    }
    return null;
  }

  private Map<String, String> metaOf(Route<T> route) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (options.allMeta() || !options.meta().isEmpty()) {
      Map<String, ?> all = meta.apply(route.store());
      for (String name : options.allMeta() ? all.keySet() : options.meta()) {
        Object value = all.get(name);
        if (value != null) {
          texts.put(name, JsonText.write(value, true));
        }
      }
    }
    return texts;
  }

  private static void write(StringBuilder out, Line line, String indent) {
    Map<String, Line> below = line.ordered();
    int left = below.size();
    for (Map.Entry<String, Line> entry : below.entrySet()) {
      boolean last = --left == 0;
      String inside = indent + (last ? "    " : "\u2502   ");
      out.append(indent)
          .append(last ? "\u2514\u2500\u2500 " : "\u251c\u2500\u2500 ")
          .append(entry.getKey())
          .append(entry.getValue().data.replace("\n", "\n" + inside))
          .append('\n');
      write(out, entry.getValue(), inside);
    }
  }
}
