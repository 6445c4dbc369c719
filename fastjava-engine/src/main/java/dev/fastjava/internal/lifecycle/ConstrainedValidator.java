package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.HttpError;
import dev.fastjava.error.ValidationException;
import dev.fastjava.internal.constraints.ConstraintCheck;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.types.ReadNames;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates with a schema, then binds what its types stand for and checks the constraints that it
 * cannot say.
 */
public final class ConstrainedValidator implements Validator {
  private final Validator schema;
  private final HttpPart part;
  private final List<Target> targets;
  private final JsonBinder binder;
  private final ConstraintCheck check;
  private final boolean allErrors;

  /**
   * A place in the value that a type stands for.
   *
   * @param path names; {@link #EACH} for all that a list or map has
   * @param part which properties of the type count; null for all
   */
  public record Target(List<String> path, Type type, @Nullable ReadNames part) {
    /** Each item of a list, each value of a map. */
    public static final String EACH = "*";

    boolean isWhole() {
      return path.isEmpty();
    }
  }

  /**
   * The outcome.
   *
   * @param result what schema and constraints say
   * @param bound what the whole was bound to, as the type; null when it was not
   * @param thrown what the application's own code threw while it was bound or checked, if that is
   *     an answer of its own; the result then is that of the schema
   */
  record Outcome(
      ValidationResult result,
      @Nullable Type type,
      @Nullable Object bound,
      @Nullable RuntimeException thrown) {}

  /**
   * Makes a validator.
   *
   * @param schema validates first
   * @param targets where types are
   * @param allErrors whether the violations of all places are told, or the first one
   */
  public ConstrainedValidator(
      Validator schema,
      HttpPart part,
      List<Target> targets,
      JsonBinder binder,
      ConstraintCheck check,
      boolean allErrors) {
    this.schema = schema;
    this.part = part;
    this.targets = targets;
    this.binder = binder;
    this.check = check;
    this.allErrors = allErrors;
  }

  /** Whether it needs no plain values of a body that is as it should be. */
  public boolean readsTokens() {
    return BodyCheck.readsTokens(schema) && targets.stream().allMatch(Target::isWhole);
  }

  @Override
  public ValidationResult validate(@Nullable Object value) throws Exception {
    Outcome outcome = run(value);
    if (outcome.thrown() != null) {
      throw outcome.thrown();
    }
    return outcome.result();
  }

  Outcome run(@Nullable Object value) throws Exception {
    ValidationResult result;
    try {
      result = BodyCheck.validate(schema, value);
    } catch (RuntimeException e) {
      if (e instanceof HttpError && schema instanceof TokenValidator) {
        // Thrown while a value inside was bound.
        return new Outcome(ValidationResult.valid(), null, null, e);
      }
      throw e;
    }
    Object checked = result.isReplaced() ? result.value() : value;
    if (!result.isValid() || checked == null || BodyCheck.values(checked) == null) {
      return new Outcome(result, null, null, null);
    }
    try {
      return bind(result, checked);
    } catch (RuntimeException e) {
      if (e instanceof HttpError) {
        return new Outcome(result, null, null, e);
      }
      throw e;
    }
  }

  private Outcome bind(ValidationResult result, Object checked) {
    List<ValidationError> errors = new ArrayList<>();
    Type type = null;
    Object bound = null;
    for (Target target : targets) {
      if (target.isWhole()) {
        type = target.type();
        bound = check(checked, target, "", errors);
      } else {
        ReadBody.Part whole = checked instanceof ReadBody body ? body.whole(binder.mapper()) : null;
        each(BodyCheck.values(checked), whole, target, 0, "", errors);
      }
    }
    if (errors.isEmpty()) {
      return new Outcome(result, type, bound, null);
    }
    List<ValidationError> told = allErrors ? errors : errors.subList(0, 1);
    ValidationResult invalid =
        result.isReplaced()
            ? ValidationResult.invalid(told, checked)
            : ValidationResult.invalid(told);
    return new Outcome(invalid, type, bound, null);
  }

  /**
   * Checks all that a target stands for.
   *
   * @param exact the same value with the digits that were sent; null when it is no more than itself
   */
  private void each(
      @Nullable Object value,
      ReadBody.@Nullable Part exact,
      Target target,
      int depth,
      String place,
      List<ValidationError> errors) {
    if (value == null) {
      return;
    }
    if (depth == target.path().size()) {
      check(exact == null ? value : exact.body(), target, place, errors);
      return;
    }
    String step = target.path().get(depth);
    ReadBody.Part part = exact == null ? null : exact.first();
    if (value instanceof List<?> items) {
      for (int i = 0; step.equals(Target.EACH) && i < items.size(); i++) {
        each(items.get(i), part, target, depth + 1, place + '/' + i, errors);
        part = part == null ? null : part.next();
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        // The tokens of an object have the order of its properties.
        if (part != null && !String.valueOf(entry.getKey()).equals(part.name())) {
          part = null;
        }
        if (step.equals(Target.EACH) || step.equals(entry.getKey())) {
          each(entry.getValue(), part, target, depth + 1, place(place, entry.getKey()), errors);
        }
        part = part == null ? null : part.next();
      }
    }
  }

  private static String place(String before, Object name) {
    return before + '/' + String.valueOf(name).replace("~", "~0").replace("/", "~1");
  }

  /** Binds and checks; null when the value does not fit. */
  private @Nullable Object check(
      Object value, Target target, String place, List<ValidationError> errors) {
    Object bound;
    try {
      bound = binder.bind(part, value, target.type());
    } catch (ValidationException e) {
      for (ValidationError each : e.validation()) {
        errors.add(
            new ValidationError(
                place + each.instancePath(), "", each.keyword(), each.params(), each.message()));
      }
      return null;
    }
    errors.addAll(check.check(bound, place, target.part()));
    return bound;
  }
}
