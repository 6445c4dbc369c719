package dev.fastjava.internal.constraints;

import dev.fastjava.internal.regex.JavaRegex;
import dev.fastjava.internal.regex.StepBudget;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The regular expressions of the constraints of one class, which a validator matches with no bound
 * of the time that takes. So the same is tried before it is asked, with a bound. Immutable.
 */
final class Expressions {
  /** Constraints that consist of others may go on so for ever. */
  private static final int MAX_DEPTH = 5;

  /** Expressions of one property, or of what is in it. */
  private record Texts(
      List<java.util.regex.Pattern> own, @Nullable Texts keys, @Nullable Texts inside) {
    boolean isEmpty() {
      return own.isEmpty() && keys == null && inside == null;
    }
  }

  /** A field or getter with expressions. */
  private record Place(ConstrainedMembers.Member member, Texts texts) {}

  private final List<Place> places = new ArrayList<>();

  private Expressions() {}

  /** Finds those that count for some groups besides the default one. */
  static Expressions of(Class<?> type, List<Class<?>> groups) {
    Expressions all = new Expressions();
    for (ConstrainedMembers.Member each : ConstrainedMembers.of(type)) {
      Texts texts = texts(each.element(), BeanPlan.annotatedType(each.member()), groups);
      if (!texts.isEmpty() && ((AccessibleObject) each.member()).trySetAccessible()) {
        all.places.add(new Place(each, texts));
      }
    }
    return all;
  }

  private static Texts texts(AnnotatedElement element, AnnotatedType type, List<Class<?>> groups) {
    List<java.util.regex.Pattern> own = new ArrayList<>();
    for (ConstrainedMembers.Constraint each : ConstrainedMembers.constraints(element, groups)) {
      add(each.annotation(), null, 0, own);
    }
    Texts keys = null;
    Texts inside = null;
    if (type instanceof AnnotatedArrayType array) {
      AnnotatedType item = array.getAnnotatedGenericComponentType();
      inside = texts(item, item, groups);
    } else if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      AnnotatedType last = arguments[arguments.length - 1];
      inside = texts(last, last, groups);
      keys = arguments.length == 2 ? texts(arguments[0], arguments[0], groups) : null;
    }
    return new Texts(
        own,
        keys == null || keys.isEmpty() ? null : keys,
        inside == null || inside.isEmpty() ? null : inside);
  }

  /** Adds the expression of a constraint, and of those that it consists of. */
  private static void add(
      Annotation constraint,
      @Nullable String instead,
      int depth,
      List<java.util.regex.Pattern> all) {
    if (constraint instanceof Pattern pattern) {
      compile(instead == null ? pattern.regexp() : instead, pattern.flags(), all);
    } else if (constraint instanceof Email email) {
      compile(email.regexp(), email.flags(), all);
    } else if (depth < MAX_DEPTH) {
      for (Annotation each : constraint.annotationType().getAnnotations()) {
        if (each instanceof Pattern.List list) {
          for (Pattern one : list.value()) {
            add(one, null, depth + 1, all);
          }
        } else if (each.annotationType().isAnnotationPresent(jakarta.validation.Constraint.class)) {
          add(each, overridden(constraint, each.annotationType()), depth + 1, all);
        }
      }
    }
  }

  /** The expression that a constraint gives to one that it consists of; null for its own. */
  private static @Nullable String overridden(
      Annotation constraint, Class<? extends Annotation> part) {
    for (Method each : constraint.annotationType().getDeclaredMethods()) {
      OverridesAttribute overrides = each.getAnnotation(OverridesAttribute.class);
      if (overrides == null || overrides.constraint() != part) {
        continue;
      }
      String name = overrides.name().isEmpty() ? each.getName() : overrides.name();
      if (name.equals("regexp")
          && each.getReturnType() == String.class
          && each.trySetAccessible()) {
        return (String) value(each, constraint);
      }
    }
    return null;
  }

  private static void compile(
      String expression, Pattern.Flag[] flags, List<java.util.regex.Pattern> all) {
    int bits = 0;
    for (Pattern.Flag flag : flags) {
      bits |= flag.getValue();
    }
    try {
      all.add(java.util.regex.Pattern.compile(expression, bits));
    } catch (PatternSyntaxException e) {
      return; // for the validator to tell
    }
  }

  private static @Nullable Object value(java.lang.reflect.Member member, Object of) {
    try {
      return member instanceof Field field ? field.get(of) : ((Method) member).invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      return null; // the validator meets the same
    }
  }

  /** What is told of a text that takes too long. */
  interface Report {
    void tooCostly(String property, String place, String expression);
  }

  /** Tries the expressions on an object. */
  void check(Object bean, StepBudget budget, Report report) {
    for (Place each : places) {
      String name = each.member().name();
      check(
          value(each.member().member(), bean),
          each.texts(),
          budget,
          "",
          (unused, place, expression) -> report.tooCostly(name, place, expression));
    }
  }

  private static void check(
      @Nullable Object value, Texts texts, StepBudget budget, String place, Report report) {
    if (value instanceof CharSequence text) {
      for (java.util.regex.Pattern each : texts.own()) {
        if (!JavaRegex.isCheap(each, text, budget)) {
          report.tooCostly("", place, each.pattern());
        }
      }
      return;
    }
    Texts inside = texts.inside();
    if (value instanceof Optional<?> optional && inside != null) {
      check(optional.orElse(null), inside, budget, place, report);
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        if (texts.keys() != null) {
          check(each.getKey(), texts.keys(), budget, place, report);
        }
        if (inside != null) {
          String key = String.valueOf(each.getKey()).replace("~", "~0").replace("/", "~1");
          check(each.getValue(), inside, budget, place + '/' + key, report);
        }
      }
    } else if (inside != null) {
      int index = 0;
      Iterable<?> items = List.of();
      if (value instanceof Collection<?> all) {
        items = all;
      } else if (value instanceof Object[] array) {
        items = Arrays.asList(array);
      }
      for (Object item : items) {
        check(item, inside, budget, place + '/' + index++, report);
      }
    }
  }
}
