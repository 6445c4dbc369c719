package dev.fastjava.schema;

import java.util.List;

/** Checks nothing, because the application said so. */
final class UncheckedConstraints implements BeanConstraints {
  static final UncheckedConstraints INSTANCE = new UncheckedConstraints();

  private UncheckedConstraints() {}

  @Override
  public boolean isConstrained(Class<?> type) {
    return false;
  }

  @Override
  public List<BeanViolation> check(Object bean, List<Class<?>> groups) {
    return List.of();
  }
}
