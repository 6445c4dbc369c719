package dev.fastjava.sample;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The orders in the database. */
@Repository
@Transactional
class JdbcOrders implements Orders {
  private static final String FILTERED =
      """
      from customer_order
      where (cast(:customer as varchar) is null or customer = :customer)
        and (cast(:status as varchar) is null or status = :status)
      """;

  /** An order without its lines. */
  private record Head(long id, String customer, OrderStatus status) {}

  /** A line with the order it belongs to. */
  private record Line(long orderId, String sku, int quantity, long priceCents) {
    OrderLine withoutOrder() {
      return new OrderLine(sku, quantity, priceCents);
    }
  }

  private final JdbcClient jdbc;
  private final Products products;

  JdbcOrders(JdbcClient jdbc, Products products) {
    this.jdbc = jdbc;
    this.products = products;
  }

  @Override
  public OrderPage find(OrderFilter filter) {
    Paging paging = filter.paging();
    List<Head> heads =
        filtered("select * " + FILTERED + " order by id desc limit :size offset :offset", filter)
            .param("size", paging.size())
            .param("offset", paging.offset())
            .query(Head.class)
            .list();
    long total = filtered("select count(*) " + FILTERED, filter).query(Long.class).single();
    return new OrderPage(withLines(heads), paging.page(), paging.size(), total);
  }

  private StatementSpec filtered(String sql, OrderFilter filter) {
    OrderStatus status = filter.status();
    return jdbc.sql(sql)
        .param("customer", filter.customer())
        .param("status", status == null ? null : status.name());
  }

  @Override
  public Order get(long id) {
    Head head =
        jdbc.sql("select * from customer_order where id = :id")
            .param("id", id)
            .query(Head.class)
            .optional()
            .orElseThrow(
                () -> DomainException.notFound("ORDER_NOT_FOUND", "There is no order " + id));
    return withLines(List.of(head)).get(0);
  }

  @Override
  public Order place(NewOrder order) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into customer_order (customer, status) values (:customer, 'OPEN')")
        .param("customer", order.customer())
        .update(key, "id");
    long id = requireNonNull(key.getKeyAs(Long.class));
    for (int i = 0; i < order.lines().size(); i++) {
      addLine(id, i + 1, order.lines().get(i));
    }
    return get(id);
  }

  private void addLine(long id, int position, NewOrder.Line line) {
    Product product = products.get(line.sku());
    // One statement checks and takes, so that two orders never get the same item.
    int taken =
        jdbc.sql(
                "update product set stock = stock - :quantity"
                    + " where sku = :sku and stock >= :quantity")
            .param("quantity", line.quantity())
            .param("sku", line.sku())
            .update();
    if (taken == 0) {
      throw DomainException.conflict(
          "OUT_OF_STOCK", "There are not " + line.quantity() + " of " + line.sku() + " in stock");
    }
    jdbc.sql("insert into order_line values (:order, :position, :sku, :quantity, :price)")
        .param("order", id)
        .param("position", position)
        .param("sku", line.sku())
        .param("quantity", line.quantity())
        .param("price", product.priceCents())
        .update();
  }

  @Override
  public Order cancel(long id) {
    int cancelled =
        jdbc.sql(
                "update customer_order set status = 'CANCELLED' where id = :id and status = 'OPEN'")
            .param("id", id)
            .update();
    Order order = get(id);
    if (cancelled == 0) {
      throw DomainException.conflict(
          "ORDER_NOT_OPEN", "Order " + id + " is " + order.status() + " and cannot be cancelled");
    }
    for (OrderLine line : order.lines()) {
      jdbc.sql("update product set stock = stock + :quantity where sku = :sku")
          .param("quantity", line.quantity())
          .param("sku", line.sku())
          .update();
    }
    return order;
  }

  /** Reads the lines of all orders of a page in one query. */
  private List<Order> withLines(List<Head> heads) {
    if (heads.isEmpty()) {
      return List.of();
    }
    Map<Long, List<OrderLine>> lines =
        jdbc
            .sql("select * from order_line where order_id in (:ids) order by order_id, position")
            .param("ids", heads.stream().map(Head::id).toList())
            .query(Line.class)
            .stream()
            .collect(groupingBy(Line::orderId, mapping(Line::withoutOrder, toList())));
    return heads.stream()
        .map(
            head ->
                Order.of(
                    head.id(),
                    head.customer(),
                    head.status(),
                    lines.getOrDefault(head.id(), List.of())))
        .toList();
  }
}
