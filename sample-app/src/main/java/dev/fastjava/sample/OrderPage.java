package dev.fastjava.sample;

import java.util.List;

/**
 * A page of orders.
 *
 * @param items the orders of this page
 * @param page the number of the page, from 1
 * @param size how many items a page has at most
 * @param total how many orders match, on all pages
 */
record OrderPage(List<Order> items, int page, int size, long total) {}
