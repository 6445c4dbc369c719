package dev.fastjava.spring.boot.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

@Component
@RegisterPlugin(prefix = "/v1", name = "users", dependsOn = "clock")
class UserRoutes implements Plugin {
  private final Users users;

  UserRoutes(Users users) {
    this.users = users;
  }

  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.get("/users", (request, reply) -> users.all());
  }
}
