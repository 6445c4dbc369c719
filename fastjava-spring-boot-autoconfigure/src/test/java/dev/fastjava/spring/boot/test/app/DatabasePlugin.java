package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

@Component
@RegisterPlugin(name = "db", shared = true, dependsOn = "settings")
class DatabasePlugin implements Plugin {

  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.decorate("database", app.requireDecorator("url", String.class));
  }
}
