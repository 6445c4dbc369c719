package dev.fastjava.spring.boot.docs;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class Problems implements ErrorHandler {
  @Override
  public Object handle(Throwable error, Request request, Reply reply) {
    if (error instanceof IllegalArgumentException) {
      return reply.code(422).send(Map.of("problem", error.getMessage()));
    }
    // All others go to the default error handler.
    return reply.next(error);
  }
}
