package dev.fastjava.schema;

import dev.fastjava.mark.ForImplementation;
import java.util.List;
import java.util.Optional;

/**
 * Checks the constraints of Java objects that no schema can say: blank texts, digits, dates in the
 * past, conditions over several properties. {@code dev.fastjava.jakarta.JakartaConstraints} makes
 * one of a validator of Jakarta Validation. Has to be thread-safe; runs where the route runs.
 *
 * <p>Reference: none; see docs/Validation.md, Constraints.
 */
@ForImplementation
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
   * Looks for a constraint of a class that nothing can check, such as one of numbers on a type that
   * is none. Asked when a server boots, for each class that is in the type of a route's body,
   * query, parameters or headers; a fault stops the boot. Never asked during requests.
   *
   * @param type the class
   * @param groups the groups of the route, besides the default one
   * @return what is wrong, with the names of the constraint and the property; empty, which is also
   *     the default, when nothing is or when that is not known
   */
  default Optional<String> fault(Class<?> type, List<Class<?>> groups) {
    return Optional.empty();
  }

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
