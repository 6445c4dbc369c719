package dev.fastjava.sample;

import org.jspecify.annotations.Nullable;

/**
 * Which products to list.
 *
 * @param category their category; null for all
 * @param search a part of the name, in any case; null for all
 * @param inStock true to leave out what is sold out
 * @param paging which part of them
 */
record ProductFilter(
    @Nullable String category, @Nullable String search, boolean inStock, Paging paging) {}
