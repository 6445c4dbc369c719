package dev.fastjava.user;

import java.math.BigDecimal;

/** What a customer orders. */
public record NewOrder(String customer, BigDecimal total) {}
