package dev.fastjava.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service with its database, over HTTP. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "order-desk.api-key=secret")
class OrderDeskTests {

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @Test
  void productsAreFilteredAndPaged() throws Exception {
    assertThat(get("/v1/products?search=LAMP").body())
        .contains("\"Desk lamp\"", "\"Floor lamp\"", "\"total\":2");
    assertThat(get("/v1/products?search=lamp&inStock=true").body())
        .contains("\"Desk lamp\"", "\"total\":1");
    assertThat(get("/v1/products?category=furniture&page=2&size=1").body())
        .contains("\"Standing desk\"", "\"total\":2")
        .doesNotContain("Oak chair");
  }

  @Test
  void aProductIsFoundByItsSku() throws Exception {
    assertThat(get("/v1/products/CH-001").body())
        .isEqualTo(
            """
            {"sku":"CH-001","name":"Oak chair","category":"furniture","priceCents":12900,\
            "stock":12}""");
    assertThat(get("/v1/products/XX-999").statusCode()).isEqualTo(404);
  }

  @Test
  void ordersAreFiltered() throws Exception {
    assertThat(get("/v1/orders?status=SHIPPED").body())
        .isEqualTo(
            """
            {"items":[{"id":1,"customer":"Ada Lovelace","status":"SHIPPED","totalCents":5800,\
            "lines":[{"sku":"PE-001","quantity":2,"priceCents":2900}]}],\
            "page":1,"size":20,"total":1}""");
    assertThat(get("/v1/orders?customer=Nobody").body())
        .isEqualTo(
            """
            {"items":[],"page":1,"size":20,"total":0}""");
  }

  @Test
  void anOrderTakesFromStockAndCancellingPutsBack() throws Exception {
    HttpResponse<String> placed = post("/v1/orders", order("DE-001", 3));
    assertThat(placed.statusCode()).isEqualTo(201);
    assertThat(placed.body()).contains("\"status\":\"OPEN\"", "\"totalCents\":146700");
    assertThat(get("/v1/products/DE-001").body()).contains("\"stock\":0");

    String location = placed.headers().firstValue("location").orElseThrow();
    assertThat(get(location).body()).isEqualTo(placed.body());

    assertThat(post(location + "/cancel", "").body()).contains("\"status\":\"CANCELLED\"");
    assertThat(get("/v1/products/DE-001").body()).contains("\"stock\":3");
    assertThat(post(location + "/cancel", "").statusCode()).isEqualTo(409);
  }

  @Test
  void whatCannotBeDeliveredIsNotOrderedAtAll() throws Exception {
    String before = get("/v1/orders?customer=Alan%20Turing").body();
    HttpResponse<String> refused =
        post(
            "/v1/orders",
            """
            {"customer":"Alan Turing","lines":[\
            {"sku":"PA-001","quantity":1},{"sku":"LA-002","quantity":1}]}""");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"code\":\"OUT_OF_STOCK\"");
    assertThat(get("/v1/orders?customer=Alan%20Turing").body()).isEqualTo(before);
    assertThat(get("/v1/products/PA-001").body()).contains("\"stock\":500");
  }

  @Test
  void writingNeedsTheApiKey() throws Exception {
    HttpRequest request =
        request("/v1/orders")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(order("PA-001", 1)))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(401);
  }

  private static String order(String sku, int quantity) {
    return """
        {"customer":"Alan Turing","lines":[{"sku":"%s","quantity":%d}]}"""
        .formatted(sku, quantity);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).header("x-api-key", "secret");
    if (!body.isEmpty()) {
      request.header("content-type", "application/json");
    }
    return send(request.POST(BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }
}
