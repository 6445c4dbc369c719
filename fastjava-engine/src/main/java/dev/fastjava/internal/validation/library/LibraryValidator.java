package dev.fastjava.internal.validation.library;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.ValidationLimitExceededException;
import dev.fastjava.internal.json.BodyValidator;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.validation.check.LimitExceeded;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema of the library as the engine calls it. */
final class LibraryValidator implements BodyValidator {
  /** A level of a document takes several steps into the library's evaluation. */
  private static final int EVALUATIONS_A_LEVEL = 8;

  private final Schema schema;
  private final @Nullable TokenValidator conversions;
  private final LibraryErrors errors;
  private final BoundedExpressions expressions;
  private final boolean failFast;
  private final int maxDepth;
  private final long maxSteps;

  LibraryValidator(
      Schema schema,
      @Nullable TokenValidator conversions,
      LibraryErrors errors,
      BoundedExpressions expressions,
      ValidationOptions options) {
    this.schema = schema;
    this.conversions = conversions;
    this.errors = errors;
    this.expressions = expressions;
    this.failFast = !options.allErrors();
    this.maxDepth = options.maxDepth() * EVALUATIONS_A_LEVEL;
    this.maxSteps = options.maxReferences();
  }

  @Override
  public ValidationResult validate(@Nullable Object value) throws Exception {
    return judge(value, conversions == null ? null : conversions.validate(value));
  }

  @Override
  public ValidationResult validateBody(ReadBody body) {
    return judge(body.handOut(), conversions == null ? null : conversions.convertBody(body));
  }

  private ValidationResult judge(@Nullable Object value, @Nullable ValidationResult converted) {
    boolean replaced = false;
    Object data = value;
    if (converted != null && converted.isReplaced()) {
      replaced = true;
      data = converted.value();
    }
    List<ValidationError> found = judge(data);
    if (found.isEmpty()) {
      return replaced ? ValidationResult.replacedBy(data) : ValidationResult.valid();
    }
    return replaced ? ValidationResult.invalid(found, data) : ValidationResult.invalid(found);
  }

  private List<ValidationError> judge(@Nullable Object data) {
    expressions.begin();
    try {
      List<Error> found =
          schema.validate(
              PlainNodes.node(data),
              execution ->
                  execution.executionConfig(
                      config ->
                          config
                              .failFast(failFast)
                              .maxEvaluationDepth(maxDepth)
                              .maxEvaluationSteps(maxSteps)));
      return errors.of(found, data);
    } catch (ValidationLimitExceededException | StackOverflowError e) {
      return List.of(LimitExceeded.stack().error());
    } finally {
      expressions.end();
    }
  }
}
