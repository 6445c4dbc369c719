package dev.fastjava.spring.boot.constraints;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

record Sale(@NotBlank(message = "must have a name") String customer, List<Line> lines) {
  record Line(@KnownSku String sku, @Min(1) int qty) {}
}
