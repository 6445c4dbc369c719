package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value by the first of several schemas that it satisfies; an instance of a class that
 * schemas were derived from by the one whose class comes closest.
 *
 * <p>Filled in after it is created, so that a schema may refer to itself.
 */
final class ChoiceNode extends Node {
  /** A schema to be satisfied, and what then writes the value. */
  record Option(ChoiceCheck check, Node node) {}

  private final @Nullable String place;
  private final PlainValues plainValues;
  private List<Option> options = List.of();
  private @Nullable Node otherwise;
  private boolean typed;

  /** Creates a node; the place is what the message calls it when no schema fits. */
  ChoiceNode(@Nullable String place, PlainValues plainValues) {
    this.place = place;
    this.plainValues = plainValues;
  }

  void complete(List<Option> all, @Nullable Node fallback) {
    options = List.copyOf(all);
    for (Option option : options) {
      typed |= option.node.isOfJavaType();
    }
    otherwise = fallback;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    Object lasting = plainValues.toLasting(value);
    List<Option> possible = options;
    if (typed && value != null) {
      List<Option> closest = closest(plainValues.held(lasting));
      if (closest.size() == 1) {
        closest.get(0).node.write(lasting, out, depth);
        return;
      }
      possible = closest.isEmpty() ? options : closest;
    }
    Object plain = plainValues.toPlain(lasting);
    for (Option option : possible) {
      if (option.check.accepts(plain)) {
        option.node.write(lasting, out, depth);
        return;
      }
    }
    if (typed && (value == null || possible != options)) {
      // What Jackson writes of an instance need not look as the type alone says.
      for (Option option : possible) {
        if (option.node.isOfJavaType()) {
          option.node.write(lasting, out, depth);
          return;
        }
      }
    }
    if (otherwise == null) {
      throw MultiTypeNode.mismatch(String.valueOf(place));
    }
    otherwise.write(lasting, out, depth);
  }

  /** Returns the options of the most specific class that the value is an instance of. */
  private List<Option> closest(@Nullable Object value) {
    List<Option> found = new ArrayList<>();
    Class<?> known = null;
    for (Option option : options) {
      Class<?> type = option.node.javaTypeOf(value);
      if (type == null || (known != null && type != known && type.isAssignableFrom(known))) {
        continue;
      }
      if (known != null && type != known && known.isAssignableFrom(type)) {
        found.clear();
      }
      if (found.isEmpty()) {
        known = type;
      }
      found.add(option);
    }
    return found;
  }

  /** Null is for the schemas to judge. */
  @Override
  boolean acceptsNull() {
    for (Option option : options) {
      if (option.node.acceptsNull()) {
        return true;
      }
    }
    return otherwise != null && otherwise.acceptsNull();
  }
}
