package dev.fastjava.internal.constraints;

import dev.fastjava.error.HttpError;
import dev.fastjava.internal.constraints.BeanPlan.Property;
import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.regex.StepBudget;
import dev.fastjava.internal.types.ReadNames;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.BeanViolation;
import dev.fastjava.schema.ValidationError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.NameTransformer;

/**
 * Checks bound values: every object in them whose class has constraints, whether {@code @Valid}
 * leads to it or not, as the keywords of a schema hold wherever a type is. Thread-safe.
 */
public final class ConstraintCheck {
  private final BeanConstraints constraints;
  private final BeanPlans plans;
  private final List<Class<?>> groups;
  private final boolean all;
  private final boolean lowerNames;
  private final long maxRegexSteps;

  /** No more than there are classes. */
  private final Map<Class<?>, Expressions> expressions = new ConcurrentHashMap<>();

  /**
   * Makes a check.
   *
   * @param groups groups to check besides the default one
   * @param all whether all violations are told, or the first one
   * @param lowerNames whether names are told in lower case, as those of headers are
   * @param maxRegexSteps how many steps the expressions of constraints may take for one value
   */
  public ConstraintCheck(
      BeanConstraints constraints,
      BeanPlans plans,
      List<Class<?>> groups,
      boolean all,
      boolean lowerNames,
      long maxRegexSteps) {
    this.constraints = constraints;
    this.plans = plans;
    this.groups = groups;
    this.all = all;
    this.lowerNames = lowerNames;
    this.maxRegexSteps = maxRegexSteps;
  }

  /** Checks a value; returns what is violated in the order of the properties. */
  public List<ValidationError> check(Object value, String place) {
    return check(value, place, null);
  }

  /**
   * Checks a value.
   *
   * @param part which properties of the value count; null for all. With some, constraints of the
   *     whole do not count
   */
  public List<ValidationError> check(Object value, String place, @Nullable ReadNames part) {
    Walk walk = new Walk(part != null && part.leaveOut() ? value : null, part);
    try {
      // All of it first: the validator goes into what is inside by itself.
      Walk trial = new Walk(walk.partial, part);
      trial.budget = new StepBudget(maxRegexSteps);
      trial.go(value, false, place, List.of());
      walk.found.addAll(trial.found);
      if (walk.found.isEmpty()) {
        walk.go(value, false, place, List.of());
      }
    } catch (StackOverflowError e) {
      return List.of(new ValidationError(place, "", "depth", Map.of(), "is nested too deeply"));
    }
    if (walk.found.isEmpty()) {
      return List.of();
    }
    walk.found.sort(Comparator.naturalOrder());
    List<ValidationError> errors = walk.found.stream().map(Found::error).distinct().toList();
    return all ? errors : errors.subList(0, 1);
  }

  /** A violation and where it stands among the others. */
  private record Found(List<Integer> order, ValidationError error) implements Comparable<Found> {
    @Override
    public int compareTo(Found other) {
      for (int i = 0; i < Math.min(order.size(), other.order.size()); i++) {
        int places = Integer.compare(order.get(i), other.order.get(i));
        if (places != 0) {
          return places;
        }
      }
      if (order.size() != other.order.size()) {
        return Integer.compare(order.size(), other.order.size()); // the whole before its parts
      }
      int names = error.keyword().compareTo(other.error.keyword());
      return names != 0
          ? names
          : String.valueOf(error.message()).compareTo(String.valueOf(other.error.message()));
    }
  }

  /** One value on its way through the check. */
  private final class Walk {
    final List<Found> found = new ArrayList<>();

    /** The value of which only a part counts; null when there is none. */
    private final @Nullable Object partial;

    private final @Nullable ReadNames part;

    /** What expressions may take, if they are tried; null if the validator is asked. */
    private @Nullable StepBudget budget;

    Walk(@Nullable Object partial, @Nullable ReadNames part) {
      this.partial = partial;
      this.part = part;
    }

    /** Whether a property of an object does not count. */
    private boolean isLeftOut(Object bean, Property property) {
      return bean == partial
          && part != null
          && part.leaveOut(lowerNames ? property.name().toLowerCase(Locale.ROOT) : property.name());
    }

    /** What was met: back references make circles. */
    private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());

    void go(@Nullable Object value, boolean checked, String place, List<Integer> order) {
      if (value == null) {
        return;
      }
      if (value instanceof Optional<?> optional) {
        go(optional.orElse(null), checked, place, order);
      } else if (value instanceof Map<?, ?> map) {
        int index = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          go(
              entry.getValue(),
              checked,
              place + '/' + JsonPointers.escape(String.valueOf(entry.getKey())),
              plus(order, index++));
        }
      } else if (value instanceof Collection<?> items) {
        int index = 0;
        for (Object item : items) {
          go(item, checked, place + '/' + index, plus(order, index++));
        }
      } else if (value instanceof Object[] items) {
        for (int i = 0; i < items.length; i++) {
          go(items[i], checked, place + '/' + i, plus(order, i));
        }
      } else {
        bean(value, checked, place, order, name -> name);
      }
    }

    private void bean(
        Object bean,
        boolean checked,
        String place,
        List<Integer> order,
        UnaryOperator<String> names) {
      BeanPlan plan = plans.of(bean.getClass());
      if (plan.isEmpty() || !met.add(bean)) {
        return;
      }
      StepBudget steps = budget;
      if (steps != null) {
        tryExpressions(bean, plan, steps, place, order, names);
      } else if (!checked && plan.constrained()) {
        for (BeanViolation violation : violations(bean)) {
          Found one = found(bean, violation, place, order, names);
          if (one != null) {
            found.add(one);
          }
        }
      }
      for (Property each : plan.branches()) {
        Object inner = isLeftOut(bean, each) ? null : each.of(bean);
        if (inner == null) {
          continue;
        }
        boolean covered = each.cascades() && (checked || plan.constrained());
        List<Integer> further = plus(order, each.rank());
        NameTransformer unwrapped = each.unwrapped();
        if (unwrapped != null) {
          bean(inner, covered, place, further, name -> names.apply(unwrapped.transform(name)));
        } else {
          go(inner, covered, place + '/' + name(names.apply(each.name())), further);
        }
      }
    }

    private void tryExpressions(
        Object bean,
        BeanPlan plan,
        StepBudget steps,
        String place,
        List<Integer> order,
        UnaryOperator<String> names) {
      if (!plan.constrained()) {
        return;
      }
      Expressions all =
          expressions.computeIfAbsent(bean.getClass(), type -> Expressions.of(type, groups));
      all.check(
          bean,
          steps,
          (name, inside, expression) -> {
            Property property = plan.properties().get(name);
            String at = property == null ? "" : '/' + name(names.apply(property.name())) + inside;
            found.add(
                new Found(
                    property == null ? order : plus(order, property.rank()),
                    new ValidationError(
                        place + at,
                        "",
                        "Pattern",
                        Map.of("regexp", expression, "limit", maxRegexSteps),
                        "must match \"" + expression + "\" in " + maxRegexSteps + " steps")));
          });
    }

    private List<BeanViolation> violations(Object bean) {
      try {
        return constraints.check(bean, groups);
      } catch (RuntimeException e) {
        throw failure(e);
      }
    }

    /** Returns the error for a violation; null when it is of a property that is not read. */
    private @Nullable Found found(
        Object bean,
        BeanViolation violation,
        String start,
        List<Integer> before,
        UnaryOperator<String> namesAtStart) {
      if (bean == partial
          && (violation.path().isEmpty()
              || !(violation.path().get(0) instanceof BeanViolation.Property))) {
        return null;
      }
      StringBuilder place = new StringBuilder(start);
      List<Integer> order = new ArrayList<>(before);
      UnaryOperator<String> names = namesAtStart;
      @Nullable Object current = bean;
      for (BeanViolation.Step step : violation.path()) {
        current = current instanceof Optional<?> optional ? optional.orElse(null) : current;
        if (step instanceof BeanViolation.Item item) {
          place.append('/').append(item.index());
          order.add(item.index());
          current = item(current, item.index());
        } else if (step instanceof BeanViolation.Entry entry) {
          place.append('/').append(JsonPointers.escape(entry.key()));
          current = entry(current, entry.key());
        } else {
          String name = ((BeanViolation.Property) step).name();
          Property property =
              current == null ? null : plans.of(current.getClass()).properties().get(name);
          if (current == null || property == null) {
            break; // nothing in JSON stands for it: the place is that of the object
          }
          if (!property.inView() || isLeftOut(current, property)) {
            return null;
          }
          order.add(property.rank());
          UnaryOperator<String> outer = names;
          NameTransformer unwrapped = property.unwrapped();
          if (unwrapped != null) {
            names = inner -> outer.apply(unwrapped.transform(inner));
          } else {
            place.append('/').append(name(names.apply(property.name())));
            names = inner -> inner;
          }
          current = property.of(current);
        }
      }
      return new Found(
          order,
          new ValidationError(
              place.toString(),
              "",
              violation.constraint(),
              violation.params(),
              violation.message()));
    }

    private String name(String name) {
      return JsonPointers.escape(lowerNames ? name.toLowerCase(Locale.ROOT) : name);
    }
  }

  /** What is for the client, who is told what an error of the application says of itself. */
  static RuntimeException failure(RuntimeException error) {
    return error instanceof HttpError ? error : new ConstraintFailure(error);
  }

  private static @Nullable Object item(@Nullable Object items, int index) {
    if (items instanceof List<?> list && index < list.size()) {
      return list.get(index);
    }
    return items instanceof Object[] array && index < array.length ? array[index] : null;
  }

  private static @Nullable Object entry(@Nullable Object entries, String key) {
    if (entries instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        if (String.valueOf(each.getKey()).equals(key)) {
          return each.getValue();
        }
      }
    }
    return null;
  }

  private static List<Integer> plus(List<Integer> order, int next) {
    List<Integer> longer = new ArrayList<>(order.size() + 1);
    longer.addAll(order);
    longer.add(next);
    return longer;
  }
}
