package dev.fastjava.schema;

import java.util.List;

/**
 * Checks the constraints of Java objects that no schema can say: blank texts, digits, dates in the
 * past, conditions over several properties. {@code dev.fastjava.jakarta.JakartaConstraints} makes
 * one of a validator of Jakarta Validation. Has to be thread-safe; runs where the route runs.
 *
 * <p>Reference: none; see docs/Validation.md, Constraints.
 */
public interface BeanConstraints {
  /**
   * Returns whether objects of a class have constraints, of their own or of what they cascade to.
   * Asked once for a class.
   *
   * @param type the class of an object
   * @return false when {@link #check} would never find anything
   */
  boolean isConstrained(Class<?> type);

  /**
   * Checks one object, and those its constraints cascade to.
   *
   * @param bean the object
   * @param groups groups of constraints to check besides the default one; often none
   * @return what is violated, in any order; empty when nothing is
   */
  List<BeanViolation> check(Object bean, List<Class<?>> groups);

  /**
   * Says that nothing is checked: routes may then declare types with constraints that no schema can
   * say, and those constraints have no effect.
   *
   * @return the shared instance
   */
  static BeanConstraints unchecked() {
    return UncheckedConstraints.INSTANCE;
  }
}
