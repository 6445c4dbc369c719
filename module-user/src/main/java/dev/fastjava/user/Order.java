package dev.fastjava.user;

import java.math.BigDecimal;

/** An order of the shop. */
public record Order(long id, String customer, BigDecimal total) {}
