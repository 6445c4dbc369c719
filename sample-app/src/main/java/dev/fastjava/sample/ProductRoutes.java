package dev.fastjava.sample;

import static dev.fastjava.schema.Schemas.bool;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.Request;
import dev.fastjava.schema.ObjectSchema;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

/** {@code /v1/products}: what can be ordered. */
@Component
@RegisterPlugin(prefix = "/v1", name = "products", dependsOn = "db")
class ProductRoutes implements Plugin {
  private static final ObjectSchema FILTER =
      object()
          .prop("category", string().minLength(1))
          .prop("search", string().minLength(2))
          .prop("inStock", bool().defaultValue(false))
          .extend(Paging.SCHEMA);

  private static final ObjectSchema SKU =
      object().prop("sku", string().pattern("^[A-Z]{2}-[0-9]{3}$").required());

  @Override
  public void register(Fastjava app, PluginOptions options) {
    Products products = app.requireDecorator("products", Products.class);

    app.get(
        "/products",
        route -> route.schema(s -> s.querystring(FILTER).response(200, ProductPage.class)),
        (request, reply) -> products.find(filter(request)));

    app.get(
        "/products/:sku",
        route -> route.schema(s -> s.params(SKU).response(200, Product.class)),
        (request, reply) -> products.get(request.paramAs("sku", String.class)));
  }

  private static ProductFilter filter(Request request) {
    return new ProductFilter(
        request.query("category"),
        request.query("search"),
        request.queryOptional("inStock", Boolean.class).orElse(false),
        Paging.of(request));
  }
}
