package dev.fastjava.spring.boot.reply;

import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Status, headers and reason of Spring's exceptions and of those with {@link ResponseStatus}, also
 * as the cause of others, as in Spring MVC.
 */
final class ErrorDescriptions {
  private static final int DEPTH = 10;

  private ErrorDescriptions() {}

  static @Nullable HttpException of(Throwable error) {
    Throwable each = error;
    for (int depth = 0; each != null && depth < DEPTH; depth++) {
      if (each instanceof HttpError http && http.statusCode() != 0) {
        return null;
      }
      if (each instanceof ErrorResponse response) {
        return of(response);
      }
      ResponseStatus annotation =
          AnnotatedElementUtils.findMergedAnnotation(each.getClass(), ResponseStatus.class);
      if (annotation != null) {
        String reason = annotation.reason();
        return new HttpException(
            annotation.code().value(), StringUtils.hasText(reason) ? reason : each.getMessage());
      }
      each = each.getCause();
    }
    return null;
  }

  private static HttpException of(ErrorResponse response) {
    int status = response.getStatusCode().value();
    return new HttpException(
        status,
        message(response),
        details ->
            response
                .getHeaders()
                .forEach(
                    (name, values) ->
                        details.header(name, values.size() == 1 ? values.get(0) : values)));
  }

  private static String message(ErrorResponse response) {
    String message =
        response instanceof ResponseStatusException exception
            ? exception.getReason()
            : response.getBody().getDetail();
    return message == null ? phrase(response.getStatusCode()) : message;
  }

  static String phrase(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "" : known.getReasonPhrase();
  }
}
