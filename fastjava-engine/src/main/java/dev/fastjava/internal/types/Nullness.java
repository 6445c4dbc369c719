package dev.fastjava.internal.types;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;

/**
 * What annotations say about null. JSpecify's count by their meaning; others by their name, for
 * there are many of the same meaning.
 */
final class Nullness {
  private static final Set<String> NULLABLE = Set.of("Nullable");
  private static final Set<String> NOT_NULL =
      Set.of("NotNull", "NonNull", "Nonnull", "NotBlank", "NotEmpty");
  private static final Set<String> NOT_EMPTY = Set.of("NotBlank", "NotEmpty");
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
        || saysNullable(type(member).getAnnotations())
        || saysNullable(((AnnotatedElement) member).getAnnotations());
  }

  /**
   * Whether null is a value of a member: of everything that is an object, unless the member, its
   * type or the code around says that it is not.
   */
  static boolean admitsNull(Member member) {
    Class<?> raw =
        member instanceof Field field ? field.getType() : ((Method) member).getReturnType();
    return isNullable(member)
        || (!raw.isPrimitive()
            && (isLeftToValidator(member)
                || (!isDemanded(member) && !isMarked(member.getDeclaringClass()))));
  }

  static boolean isOptional(Member member) {
    Class<?> raw =
        member instanceof Field field ? field.getType() : ((Method) member).getReturnType();
    return isOptional(raw);
  }

  /** Whether a class has its own instance for null. */
  static boolean isOptional(Class<?> type) {
    return OPTIONALS.contains(type);
  }

  /** Whether annotations say that null is a value. */
  static boolean saysNullable(Annotation[] annotations) {
    return has(annotations, NULLABLE);
  }

  /** Whether annotations say that null is no value. */
  static boolean saysNotNull(Annotation[] annotations) {
    return has(annotations, NOT_NULL);
  }

  /** Whether a member is not null by its own annotations. */
  static boolean isDemanded(Member member) {
    return saysNotNull(type(member).getAnnotations())
        || saysNotNull(((AnnotatedElement) member).getAnnotations());
  }

  /** Whether a member is not empty by its own annotations, whoever checks them. */
  static boolean demandsContent(Member member) {
    return Stream.of(type(member).getAnnotations(), ((AnnotatedElement) member).getAnnotations())
        .flatMap(Arrays::stream)
        .anyMatch(each -> NOT_EMPTY.contains(each.annotationType().getSimpleName()));
  }

  /** Whether it is for a validator to say that a member is not null. */
  static boolean isLeftToValidator(Member member) {
    return isLeftToValidator(type(member).getAnnotations())
        || isLeftToValidator(((AnnotatedElement) member).getAnnotations());
  }

  private static boolean isLeftToValidator(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (NOT_NULL.contains(annotation.annotationType().getSimpleName())
          && isOfDefaultGroup(annotation)
          && OwnMessages.isTemplate(annotation)) {
        return true;
      }
    }
    return false;
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

  private static boolean has(Annotation[] annotations, Set<String> names) {
    for (Annotation annotation : annotations) {
      if (names.contains(annotation.annotationType().getSimpleName())
          && isOfDefaultGroup(annotation)
          && !OwnMessages.isTemplate(annotation)) {
        return true;
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
