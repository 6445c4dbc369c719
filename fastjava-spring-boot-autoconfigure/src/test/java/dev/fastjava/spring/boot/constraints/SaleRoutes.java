package dev.fastjava.spring.boot.constraints;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

@Component
@RegisterPlugin("/sales")
class SaleRoutes implements Plugin {
  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.post(
        "/",
        route -> route.schema(s -> s.body(Sale.class)),
        (request, reply) -> request.body(Sale.class).lines().size());
  }
}
