package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

@Component
@RegisterPlugin("/reports")
class ReportRoutes implements Plugin {

  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.get("/daily", (request, reply) -> "daily");
  }
}
