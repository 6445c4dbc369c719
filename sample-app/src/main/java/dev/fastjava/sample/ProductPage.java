package dev.fastjava.sample;

import java.util.List;

/**
 * A page of products.
 *
 * @param items the products of this page
 * @param page the number of the page, from 1
 * @param size how many items a page has at most
 * @param total how many products match, on all pages
 */
record ProductPage(List<Product> items, int page, int size, long total) {}
