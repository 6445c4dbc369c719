package dev.fastjava.sample;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives domain errors a status code. The default handler, the next one up, writes the reply: for
 * them and for all other errors.
 */
@Component
class DomainErrorHandler implements ErrorHandler {

  @Override
  public @Nullable Object handle(Throwable error, Request request, Reply reply) {
    if (error instanceof DomainException domain) {
      int status =
          switch (domain.kind()) {
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
          };
      return reply.next(
          new HttpException(status, domain.getMessage(), e -> e.cause(domain).code(domain.code())));
    }
    return reply.next(error);
  }
}
