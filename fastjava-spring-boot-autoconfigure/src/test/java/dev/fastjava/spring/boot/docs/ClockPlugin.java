package dev.fastjava.spring.boot.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@RegisterPlugin(name = "clock", shared = true)
class ClockPlugin implements Plugin {
  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.decorate("clock", Clock.systemUTC());
  }
}
