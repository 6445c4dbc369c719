package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import org.springframework.stereotype.Component;

@Component
class Greeting implements FastjavaCustomizer {

  @Override
  public void customize(Fastjava app) {
    app.decorate("greeting", "hello");
  }
}
