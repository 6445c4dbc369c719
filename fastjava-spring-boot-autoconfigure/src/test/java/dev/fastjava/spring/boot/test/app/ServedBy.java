package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Hook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.spring.boot.RegisterHook;
import org.springframework.stereotype.Component;

@Component
@RegisterHook("onRequest")
class ServedBy implements Hook {

  @Override
  public void run(Request request, Reply reply) {
    reply.header("served-by", "order desk");
  }
}
