package dev.fastjava.internal.constraints;

import dev.fastjava.internal.types.OwnMessages;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where Jakarta Validation looks for constraints: at classes, fields and getters, inherited ones
 * included. Loaded only when its annotations are on the class path.
 */
final class ConstrainedMembers {
  private ConstrainedMembers() {}

  /**
   * A field or getter.
   *
   * @param name the property it stands for
   */
  record Member(String name, java.lang.reflect.Member member) {
    AnnotatedElement element() {
      return (AnnotatedElement) member;
    }

    /** Whether it has any constraint, of whichever group, or cascades. */
    boolean hasAny() {
      return !all(element()).isEmpty()
          || Arrays.stream(element().getAnnotations())
              .anyMatch(each -> each instanceof jakarta.validation.Valid);
    }
  }

  /**
   * A constraint.
   *
   * @param sayable whether a schema may say it: those of other groups hold only for some routes
   */
  record Constraint(Annotation annotation, boolean sayable) {
    String name() {
      return annotation.annotationType().getSimpleName();
    }
  }

  static List<Member> of(Class<?> type) {
    List<Member> members = new ArrayList<>();
    for (Class<?> each : hierarchy(type)) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          members.add(new Member(field.getName(), field));
        }
      }
      Method[] methods = each.getDeclaredMethods();
      // They come in any order, and the first one that is refused is named.
      Arrays.sort(methods, Comparator.comparing(Method::getName));
      for (Method method : methods) {
        String name = property(method);
        if (name != null) {
          members.add(new Member(name, method));
        }
      }
    }
    return members;
  }

  /** The property that a getter stands for; null when it is none. */
  private static @Nullable String property(Method method) {
    String name = method.getName();
    boolean getter =
        method.getParameterCount() == 0
            && method.getReturnType() != void.class
            && !Modifier.isStatic(method.getModifiers())
            && !method.isSynthetic();
    if (getter && name.length() > 3 && name.startsWith("get")) {
      return decapitalized(name.substring(3));
    }
    boolean flag =
        getter
            && (method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class);
    return flag && name.length() > 2 && name.startsWith("is")
        ? decapitalized(name.substring(2))
        : null;
  }

  /** As the specification of beans has it: {@code URL} stays as it is. */
  private static String decapitalized(String name) {
    boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return abbreviation && Character.isUpperCase(name.charAt(0))
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** The constraints on a class as a whole, by name. */
  static List<String> onClass(Class<?> type, List<Class<?>> groups) {
    List<String> names = new ArrayList<>();
    for (Class<?> each : hierarchy(type)) {
      constraints(each, groups).forEach(constraint -> names.add(constraint.name()));
    }
    return names;
  }

  /** The constraints on an element that count for some groups besides the default one. */
  static List<Constraint> constraints(AnnotatedElement element, List<Class<?>> groups) {
    List<Annotation> all = all(element);
    List<Constraint> constraints = new ArrayList<>();
    for (Annotation each : all) {
      List<Class<?>> own = groups(each);
      boolean byDefault = own.isEmpty() || own.contains(Default.class);
      boolean wanted =
          groups.stream()
              .anyMatch(group -> own.stream().anyMatch(one -> one.isAssignableFrom(group)));
      if (byDefault || wanted) {
        long alike =
            all.stream().filter(one -> one.annotationType() == each.annotationType()).count();
        // A keyword is there once.
        constraints.add(
            new Constraint(each, byDefault && alike == 1 && !OwnMessages.isTemplate(each)));
      }
    }
    return constraints;
  }

  private static List<Annotation> all(AnnotatedElement element) {
    List<Annotation> found = new ArrayList<>();
    for (Annotation each : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = each.annotationType();
      if (type.isAnnotationPresent(jakarta.validation.Constraint.class)) {
        found.add(each);
      } else {
        found.addAll(repeated(each));
      }
    }
    return found;
  }

  private static List<Annotation> repeated(Annotation container) {
    try {
      Method value = container.annotationType().getDeclaredMethod("value");
      Class<?> item = value.getReturnType().getComponentType();
      if (item == null
          || !item.isAnnotationPresent(jakarta.validation.Constraint.class)
          || !item.isAnnotationPresent(Repeatable.class)) {
        return List.of();
      }
      value.setAccessible(true);
      return List.of((Annotation[]) value.invoke(container));
    } catch (NoSuchMethodException e) {
      return List.of();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> groups(Annotation constraint) {
    try {
      Method groups = constraint.annotationType().getDeclaredMethod("groups");
      groups.setAccessible(true);
      return List.of((Class<?>[]) groups.invoke(constraint));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constraint + " is no constraint", e);
    }
  }

  /** A class, what it extends and implements, without those of Java itself. */
  private static Set<Class<?>> hierarchy(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      add(each, all);
    }
    all.removeIf(each -> each.getName().startsWith("java."));
    return all;
  }

  private static void add(Class<?> type, Set<Class<?>> all) {
    all.add(type);
    for (Class<?> each : type.getInterfaces()) {
      add(each, all);
    }
  }
}
