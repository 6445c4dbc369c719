package dev.fastjava.sample;

/** The products on offer. */
interface Products {
  /** Lists products by name. */
  ProductPage find(ProductFilter filter);

  /** Returns a product, or fails with {@code PRODUCT_NOT_FOUND}. */
  Product get(String sku);
}
