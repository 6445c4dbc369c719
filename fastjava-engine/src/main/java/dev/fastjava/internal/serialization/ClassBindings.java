package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.BeanShapes.BeanShape;
import dev.fastjava.internal.serialization.JacksonValues.WrittenObject;
import dev.fastjava.schema.Utf8Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How one object of a schema reads each class of values it met. Found out once per class; as a rule
 * there is only one.
 */
final class ClassBindings {
  /** From so many objects of a class on, a class of code for it is worth its making. */
  private static final int OFTEN = 200;

  /** More classes than one place of a schema meets, unless classes are made at run time. */
  private static final int MOST_CLASSES = 200;

  private final ObjectNode object;
  private final Conversions conversions;
  private final BeanShapes shapes;

  /** The first class met. A race may set it twice, with equal contents. */
  private @Nullable Binding first;

  private final Map<Class<?>, Binding> others = new ConcurrentHashMap<>();
  private @Nullable Binding maps;

  ClassBindings(ObjectNode object, Conversions conversions, BeanShapes shapes) {
    this.object = object;
    this.conversions = conversions;
    this.shapes = shapes;
  }

  /** How the instances of a class are written. */
  static final class Binding {
    private final @Nullable Class<?> type;

    private final @Nullable Members slow;

    /** Takes the place of the slow one when there is one. May be seen late by other threads. */
    private @Nullable Members straight;

    Binding(@Nullable Class<?> type, @Nullable List<Member> members) {
      this.type = type;
      this.slow = members == null ? null : new Counted(members, this);
    }

    /** Returns what to write; null when instances are not simply their properties. */
    @Nullable Members members() {
      Members members = straight;
      return members != null ? members : slow;
    }
  }

  /** Members that are written rarely so far. */
  private static final class Counted implements Members {
    private final Member[] members;
    private final Binding binding;

    /** May miss some when several threads count. */
    private int count;

    Counted(List<Member> members, Binding binding) {
      this.members = members.toArray(Member[]::new);
      this.binding = binding;
    }

    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      if (++count == OFTEN) {
        List<Member> list = List.of(members);
        Members straight = StraightMembers.of(list);
        binding.straight = straight == null ? new MemberLoop(list) : straight;
      }
      // Not through a loop object: each frame counts where values are nested deep.
      for (Member member : members) {
        if (!member.write(object, out, depth)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Returns members that become straight-line code when they are written often. */
  static Members counted(List<Member> members) {
    Binding binding = new Binding(null, members);
    return (object, out, depth) -> {
      Members current = binding.members();
      return current == null || current.write(object, out, depth);
    };
  }

  /** Returns how instances of a class are written. */
  Binding find(Class<?> type) {
    Binding binding = first;
    if (binding != null && binding.type == type) {
      return binding;
    }
    binding = others.get(type);
    return binding == null ? bind(type) : binding;
  }

  private Binding bind(Class<?> type) {
    Binding binding = new Binding(type, members(type));
    if (first == null) {
      first = binding;
    } else {
      if (others.size() >= MOST_CLASSES) {
        others.clear();
      }
      others.put(type, binding);
    }
    return binding;
  }

  private @Nullable List<Member> members(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      if (!conversions.isPlainContainer(type)) {
        return null;
      }
      // Sorted maps refuse to look for keys of another class.
      return SortedMap.class.isAssignableFrom(type) && !HashMap.class.isAssignableFrom(type)
          ? List.of(new Unread())
          : MapMembers.of(object, conversions, type == WrittenObject.class);
    }
    BeanShape shape = shapes.of(type);
    return shape.hasProperties() ? BeanMembers.of(object, shape) : null;
  }

  /** Has every map converted to one with texts as keys first. */
  private record Unread() implements Member {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      return false;
    }
  }

  /** Returns how maps are written whose keys are texts. */
  Members maps() {
    Binding binding = maps;
    if (binding == null) {
      binding = new Binding(null, MapMembers.of(object, conversions, false));
      maps = binding;
    }
    Members members = binding.members();
    if (members == null) {
      throw new IllegalStateException("a map has properties");
    }
    return members;
  }
}
