package dev.fastjava.internal.types;

import dev.fastjava.internal.types.GivenReading.OfNull;
import dev.fastjava.internal.types.JacksonView.Property;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where null is a value inside of a container, level by level: of the items of a list, of the items
 * of these if they are lists, and so on. A text has one letter for each level, outermost first.
 */
final class ContentNulls {
  /** The name under which the generator keeps the levels that a member declares. */
  static final String DECLARED = "\u0000declared";

  /** The name under which it keeps the level of a container that nothing is declared of. */
  static final String KNOWN = "\u0000known";

  private static final char ADMITTED = '?';
  private static final char REFUSED = '!';
  static final String ANY = String.valueOf(ADMITTED);

  /** Tells whether null is read as an item that is a primitive. */
  private final Predicate<Class<?>> primitives;

  private final boolean anyInMaps;
  private final OfNull general;

  /**
   * Asks for one mapper.
   *
   * @param anyInMaps whether the values of maps may be null whatever is declared
   * @param general what becomes of null in containers that are no property
   */
  ContentNulls(Predicate<Class<?>> primitives, boolean anyInMaps, OfNull general) {
    this.general = general;
    this.primitives = primitives;
    this.anyInMaps = anyInMaps;
  }

  /**
   * The levels inside of a field or what a getter returns; empty when there are none.
   *
   * @param property the property that it stands for
   */
  String inside(Member member, @Nullable Property property) {
    String declared = inside(member);
    return property == null || property.ofNullInside() == OfNull.AS_DECLARED
        ? declared
        : letter(property.ofNullInside()).repeat(declared.length());
  }

  private static String letter(OfNull said) {
    return String.valueOf(said == OfNull.READ ? ADMITTED : REFUSED);
  }

  private String inside(Member member) {
    StringBuilder levels = new StringBuilder();
    boolean marked = Nullness.isMarked(member.getDeclaringClass());
    AnnotatedType type = Nullness.type(member);
    for (AnnotatedType next = content(type); next != null; next = content(type)) {
      Class<?> around = raw(type.getType());
      if (around == null || !isReference(around)) {
        boolean open = anyInMaps && around != null && Map.class.isAssignableFrom(around);
        levels.append(open || admits(next, marked) ? ADMITTED : REFUSED);
      }
      type = next;
    }
    return levels.toString();
  }

  private boolean admits(AnnotatedType content, boolean marked) {
    Class<?> raw = raw(content.getType());
    if (raw != null && raw.isPrimitive()) {
      return primitives.test(raw);
    }
    if (raw != null && Nullness.isOptional(raw)) {
      return true;
    }
    Annotation[] own = content.getAnnotations();
    return Nullness.saysNullable(own) || (!marked && !Nullness.saysNotNull(own));
  }

  private static @Nullable AnnotatedType content(AnnotatedType type) {
    if (type instanceof AnnotatedWildcardType wildcard) {
      return content(wildcard.getAnnotatedUpperBounds()[0]);
    }
    if (type instanceof AnnotatedArrayType array) {
      return array.getAnnotatedGenericComponentType();
    }
    Class<?> raw = raw(type.getType());
    if (raw != null && raw.isArray()) {
      return null;
    }
    return type instanceof AnnotatedParameterizedType generic && raw != null && isContainer(raw)
        ? last(generic.getAnnotatedActualTypeArguments())
        : null;
  }

  /** The levels inside of a type that is declared nowhere: only its classes say anything. */
  String inside(Type type) {
    StringBuilder levels = new StringBuilder();
    Type outer = type;
    for (Type next = content(outer); next != null; next = content(outer)) {
      Class<?> around = raw(outer);
      if (around == null || !isReference(around)) {
        levels.append(letter(around, raw(next)));
      }
      outer = next;
    }
    return levels.toString();
  }

  private char letter(@Nullable Class<?> around, @Nullable Class<?> content) {
    if (general != OfNull.AS_DECLARED) {
      return letter(general).charAt(0);
    }
    if (content == null) {
      return ADMITTED;
    }
    if (content.isPrimitive()) {
      return primitives.test(content) ? ADMITTED : REFUSED;
    }
    boolean map = around != null && Map.class.isAssignableFrom(around);
    boolean marked = !content.getName().startsWith("java.") && Nullness.isMarked(content);
    return marked && !map ? REFUSED : ADMITTED;
  }

  /**
   * The levels inside of a container with the generator's schema, of which nothing else is known.
   */
  static String kept(Map<?, ?> schema) {
    if (schema.get(DECLARED) instanceof String declared) {
      return declared;
    }
    if (schema.get("allOf") instanceof List<?> parts) {
      for (Object part : parts) {
        if (part instanceof Map<?, ?> map && map.get(DECLARED) instanceof String declared) {
          return declared;
        }
      }
    }
    return schema.get(KNOWN) instanceof String known ? known : "";
  }

  static boolean isKey(String name) {
    return name.equals(DECLARED) || name.equals(KNOWN);
  }

  static boolean admits(String levels) {
    return !levels.isEmpty() && levels.charAt(0) == ADMITTED;
  }

  /** The levels inside of the outermost one. */
  static String further(String levels) {
    return levels.isEmpty() ? "" : levels.substring(1);
  }

  /** The one level inside of a container that nothing else is known of. */
  String inside(Class<?> container, @Nullable Class<?> content) {
    if (general != OfNull.AS_DECLARED) {
      return letter(general);
    }
    if (content != null && content.isPrimitive()) {
      return String.valueOf(primitives.test(content) ? ADMITTED : REFUSED);
    }
    boolean own = !container.isArray() && !container.getName().startsWith("java.");
    return String.valueOf(own && Nullness.isMarked(container) ? REFUSED : ADMITTED);
  }

  private static @Nullable Type content(Type type) {
    if (type instanceof GenericArrayType array) {
      return array.getGenericComponentType();
    }
    if (type instanceof Class<?> plain) {
      return plain.getComponentType();
    }
    Class<?> raw = raw(type);
    return type instanceof ParameterizedType generic && raw != null && isContainer(raw)
        ? last(generic.getActualTypeArguments())
        : null;
  }

  private static <T> @Nullable T last(T[] arguments) {
    return arguments.length == 0 ? null : arguments[arguments.length - 1];
  }

  private static boolean isContainer(Class<?> type) {
    return Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || isReference(type);
  }

  /** Whether a class has no level of its own: its schema is that of what it holds. */
  private static boolean isReference(Class<?> type) {
    return type == Optional.class || type == AtomicReference.class;
  }

  private static @Nullable Class<?> raw(Type type) {
    return type instanceof Class<?> plain
        ? plain
        : type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : null;
  }
}
