package dev.fastjava.sample;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

/** Shares the repositories with all plugins that depend on {@code db}. */
@Component
@RegisterPlugin(name = "db", shared = true)
class DatabasePlugin implements Plugin {
  private final Products products;
  private final Orders orders;

  DatabasePlugin(Products products, Orders orders) {
    this.products = products;
    this.orders = orders;
  }

  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.decorate("products", products);
    app.decorate("orders", orders);
  }
}
