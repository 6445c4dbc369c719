package dev.fastjava.jakarta;

import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.BeanViolation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks constraints with a validator of Jakarta Validation, such as Hibernate Validator. Messages
 * are the validator's. Thread-safe, as validators are.
 *
 * <pre>{@code
 * Fastjava.create(o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())));
 * }</pre>
 *
 * <p>Reference: none; see docs/Validation.md, Constraints.
 */
public final class JakartaConstraints implements BeanConstraints {
  private static final Set<String> NO_PARAMS = Set.of("message", "groups", "payload");

  /** The name of the node that is a key, by the specification. */
  private static final String MAP_KEY = "<map key>";

  private final Validator validator;

  private JakartaConstraints(Validator validator) {
    this.validator = Objects.requireNonNull(validator, "validator");
  }

  /**
   * Makes the check of a validator.
   *
   * @param validator the application's validator
   * @return the check, for {@code options.beanConstraints}
   */
  public static JakartaConstraints of(Validator validator) {
    return new JakartaConstraints(validator);
  }

  @Override
  public boolean isConstrained(Class<?> type) {
    return validator.getConstraintsForClass(type).isBeanConstrained();
  }

  @Override
  public List<BeanViolation> check(Object bean, List<Class<?>> groups) {
    Set<ConstraintViolation<Object>> found = validator.validate(bean, withDefault(groups));
    return found.isEmpty() ? List.of() : found.stream().map(JakartaConstraints::of).toList();
  }

  @Override
  public Optional<String> fault(Class<?> type, List<Class<?>> groups) {
    return new ConstraintFaults(validator, withDefault(groups)).of(type);
  }

  private static Class<?>[] withDefault(List<Class<?>> groups) {
    Class<?>[] all = new Class<?>[groups.size() + 1];
    all[0] = Default.class;
    for (int i = 0; i < groups.size(); i++) {
      all[i + 1] = groups.get(i);
    }
    return all;
  }

  private static BeanViolation of(ConstraintViolation<?> violation) {
    Map<String, Object> params = new LinkedHashMap<>();
    violation
        .getConstraintDescriptor()
        .getAttributes()
        .forEach(
            (name, value) -> {
              if (!NO_PARAMS.contains(name)) {
                params.put(name, plain(value));
              }
            });
    String message = violation.getMessage();
    String key = wrongKey(violation.getPropertyPath());
    if (key != null) {
      params.put("propertyName", key);
      message = "property name '" + key + "' " + message;
    }
    return new BeanViolation(
        path(violation.getPropertyPath()),
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName(),
        params,
        message);
  }

  /** The key of a map that a violation is of; null when it is of anything else. */
  private static @Nullable String wrongKey(Path path) {
    String key = null;
    for (Path.Node node : path) {
      key = isKey(node) ? String.valueOf(node.getKey()) : null;
    }
    return key;
  }

  private static boolean isKey(Path.Node node) {
    return node.getKind() == ElementKind.CONTAINER_ELEMENT && MAP_KEY.equals(node.getName());
  }

  private static List<BeanViolation.Step> path(Path path) {
    List<BeanViolation.Step> steps = new ArrayList<>();
    for (Path.Node node : path) {
      if (node.isInIterable()) {
        // A node tells its place in the container before it; sets have none.
        if (node.getIndex() != null) {
          steps.add(new BeanViolation.Item(node.getIndex()));
        } else if (node.getKey() != null && !isKey(node)) {
          steps.add(new BeanViolation.Entry(String.valueOf(node.getKey())));
        }
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        steps.add(new BeanViolation.Property(node.getName()));
      }
    }
    return steps;
  }

  /** Attributes of annotations as values that can be written as JSON. */
  private static Object plain(@Nullable Object value) {
    if (value instanceof Number || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value != null && value.getClass().isArray()) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(plain(Array.get(value, i)));
      }
      return items;
    }
    return value instanceof Class<?> type ? type.getSimpleName() : String.valueOf(value);
  }
}
