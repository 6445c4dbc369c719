package dev.fastjava.spring.boot.docs;

import dev.fastjava.AppHook;
import dev.fastjava.Hook;
import dev.fastjava.spring.boot.RegisterHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class Hooks {
  private static final Logger logger = LoggerFactory.getLogger(Hooks.class);

  @Bean
  @Order(1)
  @RegisterHook("onRequest")
  Hook servedBy() {
    return (request, reply) -> reply.header("served-by", "shop");
  }

  @Bean
  @RegisterHook("onReady")
  AppHook announcement() {
    return () -> logger.info("all plugins are loaded");
  }
}
