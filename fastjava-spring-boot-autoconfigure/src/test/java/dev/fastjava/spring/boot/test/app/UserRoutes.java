package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

@Component
@RegisterPlugin(prefix = "/v1", name = "users", dependsOn = "db")
class UserRoutes implements Plugin {
  private final Users users;

  UserRoutes(Users users) {
    this.users = users;
  }

  @Override
  public void register(Fastjava app, PluginOptions options) {
    String database = app.requireDecorator("database", String.class);
    app.get("/users", (request, reply) -> users.all());
    app.get("/database", (request, reply) -> database);
  }
}
