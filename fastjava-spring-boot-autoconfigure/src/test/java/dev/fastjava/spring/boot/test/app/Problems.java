package dev.fastjava.spring.boot.test.app;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class Problems implements ErrorHandler {

  @Override
  public Object handle(Throwable error, Request request, Reply reply) {
    return reply.code(500).send(Map.of("problem", "internal"));
  }
}
