package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.FastjavaServer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The servers of a context, and the beans they are made of. */
final class Servers {
  private final Fastjava application;
  private final ConfigurableListableBeanFactory factory;

  Servers(Fastjava application, ConfigurableListableBeanFactory factory) {
    this.application = application;
    this.factory = factory;
  }

  Map<String, Fastjava> all() {
    Map<String, Fastjava> all = new LinkedHashMap<>();
    all.put("application", application);
    factory
        .getBeansOfType(FastjavaServer.class)
        .values()
        .forEach(server -> all.put(server.name(), server.app()));
    return all;
  }

  /** The name of a bean; null for what is none. */
  @Nullable String beanName(Object object) {
    for (String name : factory.getSingletonNames()) {
      if (factory.getSingleton(name) == object) {
        return name;
      }
    }
    return null;
  }

  String beanNameOrType(Object object) {
    String name = beanName(object);
    return name == null ? Descriptions.type(object) : name;
  }
}
