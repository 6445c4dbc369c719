package dev.fastjava.sample;

import org.jspecify.annotations.Nullable;

/**
 * Which orders to list.
 *
 * @param customer who ordered; null for all
 * @param status how far they have come; null for all
 * @param paging which part of them
 */
record OrderFilter(@Nullable String customer, @Nullable OrderStatus status, Paging paging) {}
