package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.ValidationException;
import dev.fastjava.internal.constraints.ConstraintFailure;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.json.HeaderLists;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates the parts of a route's requests: parameters, body, query, headers, in this order; the
 * first invalid part ends it.
 *
 * <p>Reference: Validation-and-Serialization, Validation.
 *
 * @param lists the headers of which the schema of a type wants the lines
 * @param formatter makes the error of the violations
 */
public record RouteValidators(
    @Nullable Validator params,
    @Nullable Bodies body,
    @Nullable Validator query,
    @Nullable Validator headers,
    HeaderLists lists,
    SchemaErrorFormatter formatter) {
  /**
   * The validators of a route's bodies.
   *
   * @param any validates every body; null when it depends on the content type
   * @param byType validators by media type; empty when one serves all
   * @param tokens whether bodies are read as tokens first: nearly all are as their type wants them,
   *     and nobody needs their plain values
   */
  public record Bodies(@Nullable Validator any, Map<String, Validator> byType, boolean tokens) {
    /** Finds the validator for a content type. */
    @Nullable Validator find(@Nullable String contentType) {
      if (any != null) {
        return any;
      }
      String essence = MediaType.parse(contentType).essence();
      return essence == null ? null : byType.get(essence);
    }
  }

  /** Returns the validator of a part; null when it has none or depends on the content type. */
  @Nullable Validator of(HttpPart part) {
    return switch (part) {
      case PARAMS -> params;
      case BODY -> body == null ? null : body.any();
      case QUERYSTRING -> query;
      case HEADERS -> headers;
    };
  }

  /** Whether bodies are read as tokens first. */
  boolean readsTokens() {
    return body != null && body.tokens();
  }

  /** Validates and changes the request; returns the error, or null. */
  @Nullable Throwable validate(LiveRequest request) {
    Throwable error = null;
    if (params != null) {
      error = check(params, HttpPart.PARAMS, request);
    }
    if (error == null && body != null) {
      Validator validator = body.find(request.header("content-type"));
      if (validator != null) {
        error = check(validator, HttpPart.BODY, request);
      }
    }
    if (error == null && query != null) {
      error = check(query, HttpPart.QUERYSTRING, request);
    }
    if (error == null && headers != null) {
      error = check(headers, HttpPart.HEADERS, request);
    }
    return error;
  }

  private @Nullable Throwable check(Validator validator, HttpPart part, LiveRequest request) {
    ValidationResult result;
    ConstrainedValidator.@Nullable Outcome outcome = null;
    try {
      Object value =
          switch (part) {
            case BODY -> request.bodyToCheck();
            case HEADERS -> request.headersToCheck(lists);
            default -> request.part(part);
          };
      if (validator instanceof ConstrainedValidator constrained) {
        outcome = constrained.run(value);
        result = outcome.result();
      } else {
        result = BodyCheck.validate(validator, value);
      }
    } catch (ConstraintFailure e) {
      return e; // not an error of validation: nothing is known of the value
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      return wrap(Thrown.inner(e), 500, part, List.of());
    }
    request.forgetBound(part); // the value may have been changed in place
    if (result.isReplaced()) {
      request.replacePart(part, result.value());
    }
    if (outcome != null && outcome.thrown() != null) {
      return outcome.thrown(); // the application's own answer, with its status
    }
    if (outcome != null && outcome.type() != null && outcome.bound() != null) {
      request.keepBound(part, outcome.type(), outcome.bound());
    }
    if (result.isValid()) {
      return null;
    }
    Throwable cause = result.cause();
    if (cause != null) {
      return wrap(cause, 0, part, List.of());
    }
    List<ValidationError> errors = request.call().server.translated(result.errors(), request);
    Throwable formatted = formatter.format(errors, part);
    return formatted == null
        ? wrap(
            new IllegalStateException("The schemaErrorFormatter returned null"), 500, part, errors)
        : wrap(formatted, 0, part, errors);
  }

  private static Throwable wrap(
      Throwable error, int status, HttpPart part, List<ValidationError> errors) {
    int own = error instanceof HttpError http ? http.statusCode() : 0;
    String code = error instanceof HttpError http ? http.code() : null;
    int statusCode = status != 0 ? status : own != 0 ? own : 400;
    return new ValidationException(
        ErrorMembers.message(error, statusCode),
        statusCode,
        code == null ? ErrorCode.FST_ERR_VALIDATION.name() : code,
        part,
        errors,
        error instanceof FormattedError ? null : error);
  }
}
