package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.ValidationException;
import dev.fastjava.internal.constraints.ConstraintCheck;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationError;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what handlers and hooks bind to other types than those the route declares. Immutable.
 *
 * @param checks by part
 * @param declared the types whose constraints validation takes care of
 */
public record RouteConstraints(
    Map<HttpPart, ConstraintCheck> checks, Map<HttpPart, Set<Type>> declared) {
  /**
   * Checks a value.
   *
   * @throws ValidationException with status 400 when a constraint is violated
   */
  void require(HttpPart part, Type type, Object value) {
    ConstraintCheck check = checks.get(part);
    if (check == null || declared.getOrDefault(part, Set.of()).contains(type)) {
      return;
    }
    List<ValidationError> errors = check.check(value, "");
    if (!errors.isEmpty()) {
      Throwable told = FormattedError.format(errors, part);
      throw new ValidationException(
          told.getMessage(), 400, ErrorCode.FST_ERR_VALIDATION.name(), part, errors, null);
    }
  }
}
