package dev.fastjava.sample;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@FastjavaTest(value = OrderRoutes.class, properties = "order-desk.api-key=secret")
class OrderRoutesTests {

  @Autowired private Inject inject;
  @Autowired private FewOrders orders;

  @Test
  void ordersAreListedByFilter() {
    assertThat(inject.get("/v1/orders?status=SHIPPED&customer=Ada&page=2&size=5"))
        .hasStatus(200)
        .bodyJson()
        .isEqualTo(Map.of("items", List.of(), "page", 2, "size", 5, "total", 0));
    assertThat(orders.filters)
        .contains(new OrderFilter("Ada", OrderStatus.SHIPPED, new Paging(2, 5)));
  }

  @Test
  void unknownStatesAreRefused() {
    assertThat(inject.get("/v1/orders?status=LOST"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("querystring/status must be equal to one of the allowed values");
  }

  @Test
  void anOrderIsFoundByItsNumber() {
    assertThat(inject.get("/v1/orders/1"))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.totalCents")
        .isEqualTo(5800);
  }

  @Test
  void unknownOrdersAreNotFound() {
    assertThat(inject.get("/v1/orders/7"))
        .hasStatus(404)
        .bodyJson()
        .isEqualTo(
            Map.of(
                "statusCode", 404,
                "code", "ORDER_NOT_FOUND",
                "error", "Not Found",
                "message", "There is no order 7"));
  }

  @Test
  void placedOrdersAreCreated() {
    Object order =
        Map.of("customer", "Ada", "lines", List.of(Map.of("sku", "PE-001", "quantity", 2)));
    assertThat(inject.post("/v1/orders", order, r -> r.header("x-api-key", "secret")))
        .hasStatus(201)
        .hasHeader("location", "/v1/orders/1")
        .bodyJson()
        .extractingPath("$.lines[0].sku")
        .isEqualTo("PE-001");
  }

  @Test
  void ordersWithoutLinesAreRefused() {
    Object order = Map.of("customer", "Ada", "lines", List.of());
    assertThat(inject.post("/v1/orders", order, r -> r.header("x-api-key", "secret")))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("body/lines must NOT have fewer than 1 items");
  }

  @Test
  void shippedOrdersCannotBeCancelled() {
    assertThat(inject.post("/v1/orders/1/cancel", null, r -> r.header("x-api-key", "secret")))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("ORDER_NOT_OPEN");
  }

  @Test
  void writingNeedsTheApiKey() {
    assertThat(inject.post("/v1/orders", Map.of()))
        .hasStatus(401)
        .hasHeader("www-authenticate", "ApiKey")
        .bodyJson()
        .isEqualTo(
            Map.of(
                "statusCode", 401,
                "code", "API_KEY_REQUIRED",
                "error", "Unauthorized",
                "message", "A valid x-api-key header is required"));
    assertThat(inject.post("/v1/orders/1/cancel", null, r -> r.header("x-api-key", "guess")))
        .hasStatus(401);
  }

  /** Stands in for the database: one order, which has been shipped. */
  static class FewOrders implements Orders {
    final List<OrderFilter> filters = new ArrayList<>();

    @Override
    public OrderPage find(OrderFilter filter) {
      filters.add(filter);
      return new OrderPage(List.of(), filter.paging().page(), filter.paging().size(), 0);
    }

    @Override
    public Order get(long id) {
      if (id != 1) {
        throw DomainException.notFound("ORDER_NOT_FOUND", "There is no order " + id);
      }
      return Order.of(1, "Ada", OrderStatus.SHIPPED, List.of(new OrderLine("PE-001", 2, 2900)));
    }

    @Override
    public Order place(NewOrder order) {
      List<OrderLine> lines =
          order.lines().stream()
              .map(line -> new OrderLine(line.sku(), line.quantity(), 100))
              .toList();
      return Order.of(1, order.customer(), OrderStatus.OPEN, lines);
    }

    @Override
    public Order cancel(long id) {
      throw DomainException.conflict("ORDER_NOT_OPEN", "Order " + id + " is SHIPPED");
    }
  }

  @TestConfiguration
  static class Repositories {
    @Bean
    FewOrders orders() {
      return new FewOrders();
    }

    @Bean
    Products products() {
      return new ProductRoutesTests.OneProduct();
    }
  }
}
