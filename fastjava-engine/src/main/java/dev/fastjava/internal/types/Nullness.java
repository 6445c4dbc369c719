package dev.fastjava.internal.types;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;

/**
 * What annotations say about null. JSpecify's count by their meaning; others by their name, for
 * there are many of the same meaning.
 */
final class Nullness {
  private static final Set<String> NOT_NULL =
      Set.of("NotNull", "NonNull", "Nonnull", "NotBlank", "NotEmpty");
  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private Nullness() {}

  static AnnotatedType type(Member member) {
    return member instanceof Field field
        ? field.getAnnotatedType()
        : ((Method) member).getAnnotatedReturnType();
  }

  /** Whether a member may be null by its declaration. */
  static boolean isNullable(Member member) {
    return isOptional(member)
        || has(type(member), List.of("Nullable"))
        || has((AnnotatedElement) member, List.of("Nullable"));
  }

  /**
   * Whether null is a value of a member: of everything that is an object, unless the member, its
   * type or the code around says that it is not.
   */
  static boolean admitsNull(Member member) {
    Class<?> raw =
        member instanceof Field field ? field.getType() : ((Method) member).getReturnType();
    return isNullable(member)
        || (!raw.isPrimitive() && !isDemanded(member) && !isMarked(member.getDeclaringClass()));
  }

  static boolean isOptional(Member member) {
    Class<?> raw =
        member instanceof Field field ? field.getType() : ((Method) member).getReturnType();
    return OPTIONALS.contains(raw);
  }

  /**
   * Whether null is an item of a member's collection or array: if they are objects, unless they or
   * the code around say that it is not.
   */
  static boolean hasNullableItems(Member member) {
    AnnotatedType type = type(member);
    AnnotatedType item = null;
    if (type instanceof AnnotatedArrayType array) {
      item = array.getAnnotatedGenericComponentType();
    } else if (type instanceof AnnotatedParameterizedType generic && !isOptional(member)) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      item = arguments.length == 1 ? arguments[0] : null;
    }
    return item != null
        && (has(item, List.of("Nullable"))
            || (!(item.getType() instanceof Class<?> raw && raw.isPrimitive())
                && !has(item, NOT_NULL)
                && !isMarked(member.getDeclaringClass())));
  }

  /** Whether a member is not null by its own annotations. */
  static boolean isDemanded(Member member) {
    return has(type(member), NOT_NULL) || has((AnnotatedElement) member, NOT_NULL);
  }

  /** Whether types are not null in a class unless they say so. */
  static boolean isMarked(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (each.isAnnotationPresent(NullMarked.class)) {
        return true;
      }
      if (each.isAnnotationPresent(NullUnmarked.class)) {
        return false;
      }
    }
    Package home = type.getPackage();
    if (home != null && home.isAnnotationPresent(NullMarked.class)) {
      return true;
    }
    boolean unmarked = home != null && home.isAnnotationPresent(NullUnmarked.class);
    return !unmarked && type.getModule().isAnnotationPresent(NullMarked.class);
  }

  private static boolean has(AnnotatedElement element, Iterable<String> names) {
    for (Annotation annotation : element.getAnnotations()) {
      for (String name : names) {
        if (annotation.annotationType().getSimpleName().equals(name)
            && isOfDefaultGroup(annotation)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an annotation holds always: a constraint may be for some groups only. */
  static boolean isOfDefaultGroup(Annotation annotation) {
    try {
      Method groups = annotation.annotationType().getDeclaredMethod("groups");
      groups.setAccessible(true);
      Object value = groups.invoke(annotation);
      return !(value instanceof Class<?>[] classes)
          || classes.length == 0
          || Arrays.stream(classes)
              .anyMatch(each -> each.getName().equals("jakarta.validation.groups.Default"));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a record has a component for a field. */
  static boolean isComponent(Member member) {
    Class<?> declaring = member.getDeclaringClass();
    return declaring.isRecord()
        && Arrays.stream(declaring.getRecordComponents())
            .anyMatch(component -> component.getName().equals(member.getName()));
  }
}
