package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/** Connects later: what depends on it waits. */
@Component
@RegisterPlugin(name = "db", shared = true, dependsOn = "settings")
class DatabasePlugin implements Plugin.Async {

  @Override
  public CompletionStage<?> register(Fastjava app, PluginOptions options) {
    return CompletableFuture.runAsync(
        () -> app.decorate("database", app.requireDecorator("url", String.class)));
  }
}
