package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Plugin;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsPlugins {

  @Bean
  @RegisterPlugin(shared = true)
  Plugin settings() {
    return (app, options) -> app.decorate("url", "db://orders");
  }
}
