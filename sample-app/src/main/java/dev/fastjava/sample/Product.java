package dev.fastjava.sample;

/**
 * Something the desk sells.
 *
 * @param sku its stock keeping unit, unique
 * @param name what people call it
 * @param category a lower-case word
 * @param priceCents the price of one, in cents
 * @param stock how many can be sold now
 */
record Product(String sku, String name, String category, long priceCents, int stock) {}
