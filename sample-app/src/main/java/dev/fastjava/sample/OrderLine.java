package dev.fastjava.sample;

/**
 * A line of an order.
 *
 * @param sku the product
 * @param quantity how many of it
 * @param priceCents the price of one when it was ordered, in cents
 */
record OrderLine(String sku, int quantity, long priceCents) {}
