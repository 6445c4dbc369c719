package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.regex.RegexLimitException;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.ErrorDetails;
import dev.fastjava.internal.validation.check.LimitExceeded;
import dev.fastjava.internal.validation.check.Limits;
import dev.fastjava.internal.validation.check.Run;
import dev.fastjava.internal.validation.check.Verdict;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled schema as the engine calls it. */
final class CompiledValidator implements TokenValidator {
  private final Check check;
  private final Check quick;
  private final boolean counts;
  private final Limits limits;
  private final Run sharedLook;
  private final @Nullable ErrorDetails details;

  /**
   * Makes it.
   *
   * @param details adds values and schemas to errors; null for none
   */
  CompiledValidator(Check check, boolean counts, Limits limits, @Nullable ErrorDetails details) {
    this.details = details;
    this.check = check;
    this.quick = check.quick();
    this.counts = counts;
    this.limits = limits;
    this.sharedLook = Run.look(limits, true);
  }

  @Override
  public ValidationResult validate(@Nullable Object value) {
    return leaves(value) ? ValidationResult.valid() : validate(new Run(value, limits));
  }

  /** Only recursion and backtracking have something to count while they look. */
  private Run look() {
    return counts ? Run.look(limits, false) : sharedLook;
  }

  @Override
  public boolean readsTokens() {
    return quick.readsTokens();
  }

  @Override
  public boolean fits(JsonTape tape) {
    try {
      return quick.fits(tape, 0, look());
    } catch (LimitExceeded | RegexLimitException | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public boolean leaves(@Nullable Object value) {
    try {
      return quick.check(value, look()) == Verdict.VALID;
    } catch (LimitExceeded | RegexLimitException | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public ValidationResult validateBody(ReadBody body) {
    return validate(Run.of(body, limits));
  }

  @Override
  public ValidationResult convertBody(ReadBody body) {
    return validate(Run.forOther(body, limits));
  }

  private ValidationResult validate(Run run) {
    try {
      return validateStepByStep(run);
    } catch (LimitExceeded e) {
      return ValidationResult.invalid(List.of(e.error()));
    } catch (RegexLimitException e) {
      return ValidationResult.invalid(List.of(tooManySteps(e)));
    } catch (StackOverflowError e) {
      // A level of some schemas takes more of the stack than a small thread has for all of them.
      return ValidationResult.invalid(List.of(LimitExceeded.stack().error()));
    }
  }

  private static ValidationError tooManySteps(RegexLimitException limit) {
    return new ValidationError(
        "",
        "#/pattern",
        "pattern",
        Map.of("pattern", limit.pattern(), "limit", limit.limit()),
        "must match pattern \"" + limit.pattern() + "\" in " + limit.limit() + " steps");
  }

  ValidationResult validateStepByStep(@Nullable Object value) {
    return validateStepByStep(new Run(value, limits));
  }

  private ValidationResult validateStepByStep(Run run) {
    try {
      check.check(run.root(), run);
      return result(run);
    } catch (UnsupportedOperationException | NullPointerException e) {
      // A parser of the application may have made collections that cannot be changed, or have no
      // null: what is converted, filled in or removed is a copy then.
      Run again = run.ofCopy();
      if (again == null) {
        throw e;
      }
      check.check(again.root(), again);
      return result(again);
    }
  }

  private ValidationResult result(Run run) {
    if (run.errors().isEmpty()) {
      return run.rootReplaced()
          ? ValidationResult.replacedBy(run.root())
          : ValidationResult.valid();
    }
    List<ValidationError> errors =
        details == null ? run.errors() : details.addTo(run.errors(), run.root());
    return run.rootReplaced()
        ? ValidationResult.invalid(errors, run.root())
        : ValidationResult.invalid(errors);
  }
}
