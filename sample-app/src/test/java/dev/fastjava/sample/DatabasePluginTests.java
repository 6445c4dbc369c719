package dev.fastjava.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.test.FastjavaTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@FastjavaTest(DatabasePlugin.class)
class DatabasePluginTests {

  @Autowired private Fastjava app;
  @Autowired private Products products;
  @Autowired private Orders orders;

  @Test
  void repositoriesAreSharedWithTheWholeServer() {
    assertThat(app.getDecorator("products", Products.class)).isSameAs(products);
    assertThat(app.getDecorator("orders", Orders.class)).isSameAs(orders);
  }

  @Test
  void noOtherPluginIsThere() {
    assertThat(app.hasPlugin("orders")).isFalse();
    assertThat(app.hasPlugin("products")).isFalse();
  }

  @TestConfiguration
  static class Repositories {
    @Bean
    Products products() {
      return new ProductRoutesTests.OneProduct();
    }

    @Bean
    Orders orders() {
      return new OrderRoutesTests.FewOrders();
    }
  }
}
