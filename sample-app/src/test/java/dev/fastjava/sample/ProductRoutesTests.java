package dev.fastjava.sample;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@FastjavaTest(ProductRoutes.class)
class ProductRoutesTests {

  @Autowired private Inject inject;
  @Autowired private OneProduct products;

  @Test
  void productsAreListedByFilter() {
    assertThat(inject.get("/v1/products?category=paper&search=pen&inStock=true&size=5"))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.items[0].name")
        .isEqualTo("Fountain pen");
    assertThat(products.asked).isEqualTo(new ProductFilter("paper", "pen", true, new Paging(1, 5)));
  }

  @Test
  void allProductsAreListedWithoutFilter() {
    assertThat(inject.get("/v1/products")).hasStatus(200);
    assertThat(products.asked).isEqualTo(new ProductFilter(null, null, false, new Paging(1, 20)));
  }

  @Test
  void pagesAreOfLimitedSize() {
    assertThat(inject.get("/v1/products?size=1000"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("querystring/size must be <= 100");
  }

  @Test
  void aProductIsFoundByItsSku() {
    assertThat(inject.get("/v1/products/PE-001"))
        .hasStatus(200)
        .bodyJson()
        .isEqualTo(
            Map.of(
                "sku", "PE-001",
                "name", "Fountain pen",
                "category", "paper",
                "priceCents", 2900,
                "stock", 25));
  }

  @Test
  void whatIsNoSkuIsRefused() {
    assertThat(inject.get("/v1/products/pen")).hasStatus(400);
  }

  /** Stands in for the database. */
  static class OneProduct implements Products {
    private static final Product PEN = new Product("PE-001", "Fountain pen", "paper", 2900, 25);

    @Nullable ProductFilter asked;

    @Override
    public ProductPage find(ProductFilter filter) {
      asked = filter;
      return new ProductPage(List.of(PEN), filter.paging().page(), filter.paging().size(), 1);
    }

    @Override
    public Product get(String sku) {
      return PEN;
    }
  }

  @TestConfiguration
  static class Repositories {
    @Bean
    OneProduct products() {
      return new OneProduct();
    }

    @Bean
    Orders orders() {
      return new OrderRoutesTests.FewOrders();
    }
  }
}
