package dev.fastjava.spring.boot.migration;

import dev.fastjava.spring.boot.migration.Orders.NewOrder;
import dev.fastjava.spring.boot.migration.Orders.Order;
import dev.fastjava.spring.boot.migration.Orders.Page;
import dev.fastjava.spring.boot.migration.Orders.UnknownOrder;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {
  private final Orders orders;

  OrderController(Orders orders) {
    this.orders = orders;
  }

  @GetMapping
  List<Order> list(@Valid @ModelAttribute Page page) {
    return orders.list(page);
  }

  @GetMapping("/{id}")
  Order find(@PathVariable long id) {
    return orders.find(id);
  }

  @PostMapping
  ResponseEntity<Order> place(@Valid @RequestBody NewOrder order) {
    Order placed = orders.place(order);
    return ResponseEntity.created(URI.create("/orders/" + placed.id())).body(placed);
  }

  @ExceptionHandler
  ResponseEntity<Object> unknown(UnknownOrder error) {
    return ResponseEntity.status(404).body(Map.of("problem", error.getMessage()));
  }
}
