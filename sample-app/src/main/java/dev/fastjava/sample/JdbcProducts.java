package dev.fastjava.sample;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The products in the database. */
@Repository
class JdbcProducts implements Products {
  private static final String FILTERED =
      """
      from product
      where (cast(:category as varchar) is null or category = :category)
        and (cast(:search as varchar) is null or locate(lower(:search), lower(name)) > 0)
        and stock >= :leastStock
      """;

  private final JdbcClient jdbc;

  JdbcProducts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public ProductPage find(ProductFilter filter) {
    Paging paging = filter.paging();
    List<Product> items =
        filtered("select * " + FILTERED + " order by name limit :size offset :offset", filter)
            .param("size", paging.size())
            .param("offset", paging.offset())
            .query(Product.class)
            .list();
    long total = filtered("select count(*) " + FILTERED, filter).query(Long.class).single();
    return new ProductPage(items, paging.page(), paging.size(), total);
  }

  private StatementSpec filtered(String sql, ProductFilter filter) {
    return jdbc.sql(sql)
        .param("category", filter.category())
        .param("search", filter.search())
        .param("leastStock", filter.inStock() ? 1 : 0);
  }

  @Override
  public Product get(String sku) {
    return jdbc.sql("select * from product where sku = :sku")
        .param("sku", sku)
        .query(Product.class)
        .optional()
        .orElseThrow(
            () -> DomainException.notFound("PRODUCT_NOT_FOUND", "There is no product " + sku));
  }
}
