package dev.fastjava.docs.replies;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.BodyStream;
import dev.fastjava.Fastjava;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.Schemas;
import dev.fastjava.type.TypeRef;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentTypesPageTests {
  record Item(String name, int price, int count) {
    Item {
      if (count < 0) {
        throw new IllegalArgumentException("count must not be negative");
      }
    }
  }

  record NewOrder(List<Item> items) {}

  private static final class Csv {
    static List<String> parse(String text) {
      return List.of(text.split(","));
    }
  }

  private static final class Xml {
    static Map<String, Object> parse(byte[] bytes) {
      return Map.of("xml", bytes.length);
    }
  }

  private final Fastjava app = Fastjava.create();

  private static Map<String, Object> store(BodyStream stream) throws Exception {
    try (InputStream in = stream.inputStream()) {
      return Map.of("stored", in.readAllBytes().length);
    }
  }

  private static CompletionStage<Map<String, Object>> verifyLater(byte[] bytes) {
    return CompletableFuture.supplyAsync(() -> Map.of("verified", bytes.length));
  }

  @Test
  void parsers() {
    app.addContentTypeParser(
        "application/csv", BodyParser.text((request, text) -> Csv.parse(text)).bodyLimit(1 << 20));

    app.addContentTypeParser(
        List.of("text/xml", "application/xml"),
        BodyParser.bytes((request, bytes) -> Xml.parse(bytes)));

    app.addContentTypeParser(
        Pattern.compile("^image/"), BodyParser.stream((request, stream) -> store(stream)));

    app.addContentTypeParser("*", BodyParser.bytes((request, bytes) -> bytes));

    app.addContentTypeParser(
        "application/x-signed",
        BodyParser.bytes((request, bytes, done) -> verifyLater(bytes).whenComplete(done)));

    app.addContentTypeParser(
        "application/vnd.shop+json", app.defaultJsonParser(Poisoning.ERROR, Poisoning.ERROR));

    app.post("/", (request, reply) -> request.body());
    Inject inject = app.inject();
    assertThat(inject.post("/", "a,b", r -> r.header("content-type", "application/csv")))
        .bodyJson()
        .isEqualTo(List.of("a", "b"));
    assertThat(inject.post("/", "<a/>", r -> r.header("content-type", "text/xml")))
        .bodyJson()
        .isEqualTo(Map.of("xml", 4));
    assertThat(inject.post("/", new byte[9], r -> r.header("content-type", "image/png")))
        .bodyJson()
        .isEqualTo(Map.of("stored", 9));
    assertThat(inject.post("/", "any".getBytes(UTF_8), r -> r.header("content-type", "x/y")))
        .hasBody("any");
    assertThat(inject.post("/", "12", r -> r.header("content-type", "application/x-signed")))
        .bodyJson()
        .isEqualTo(Map.of("verified", 2));
    assertThat(
            inject.post(
                "/",
                "{\"__proto__\":1}",
                r -> r.header("content-type", "application/vnd.shop+json")))
        .hasStatus(400);
  }

  @Test
  void binding() {
    app.post(
        "/orders",
        (request, reply) -> {
          NewOrder order = request.body(NewOrder.class);
          return reply.code(201).send(Map.of("placed", order.items().size()));
        });
    app.post(
        "/orders/many",
        (request, reply) -> {
          List<NewOrder> orders = request.body(new TypeRef<List<NewOrder>>() {});
          return Map.of("placed", orders.size());
        });

    Inject inject = app.inject();
    NewOrder order = new NewOrder(List.of(new Item("ink", 2, 1)));
    assertThat(inject.post("/orders", order)).hasStatus(201);
    assertThat(inject.post("/orders/many", List.of(order, order)))
        .bodyJson()
        .isEqualTo(Map.of("placed", 2));
    assertThat(
            inject.post(
                "/orders",
                Map.of("items", List.of(Map.of("price", 1, "count", 1), Map.of("price", "much")))))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("body/items/1/price must be integer");
    assertThat(inject.post("/orders/many", List.of(Map.of("items", 7))))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("body/0/items must be array");
    assertThat(inject.post("/orders", Map.of("items", List.of(Map.of("price", 1, "count", -1)))))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("body/items/0 is not valid: count must not be negative");
    assertThat(inject.post("/orders", null))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("body must not be null");
  }

  private static boolean isSigned(byte[] bytes, @Nullable String signature) {
    return Integer.toString(bytes.length).equals(signature);
  }

  @Test
  void parserHandsTheWorkOnToAnother() {
    BodyParser json = app.defaultJsonParser(Poisoning.ERROR, Poisoning.ERROR);
    app.addContentTypeParser(
        "application/signed+json",
        BodyParser.bytes(
            (request, bytes) -> {
              if (!isSigned(bytes, request.header("x-signature"))) {
                throw HttpErrors.unauthorized("The signature does not fit the body");
              }
              return json.parse(request, json.inputOf(bytes));
            }));
    app.post("/", (request, reply) -> request.body());

    assertThat(signed("{\"a\":1}", "7")).hasStatus(200).hasBody("{\"a\":1}");
    assertThat(signed("{\"a\":1}", "8")).hasStatus(401);
    assertThat(signed("{\"a\":", "5"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("FST_ERR_CTP_INVALID_JSON_BODY");
    assertThat(signed("", "0"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("FST_ERR_CTP_EMPTY_JSON_BODY");
  }

  private InjectResponse signed(String body, String signature) {
    return app.inject()
        .post(
            "/",
            body,
            r ->
                r.header("content-type", "application/signed+json")
                    .header("x-signature", signature));
  }

  @Test
  void jsonWithoutABodyIsNoBodyWhenAskedFor() {
    try (Fastjava lenient = lenient()) {
      lenient.delete("/", (request, reply) -> request.hasBody() + " " + request.body());
      lenient.post("/", (request, reply) -> request.body());
      lenient.post(
          "/schema",
          r -> r.schema(s -> s.body(Schemas.object())),
          (request, reply) -> "never without a body");
      lenient.post("/bound", (request, reply) -> request.body(NewOrder.class).items());
      for (String type : List.of("application/json", "application/json; charset=utf-8")) {
        assertThat(lenient.inject(r -> r.method("DELETE").url("/").header("content-type", type)))
            .hasStatus(200)
            .hasBody("false null");
      }
      assertThat(empty(lenient, "/")).hasStatus(200).hasEmptyBody();
      assertThat(empty(lenient, "/schema")).hasStatus(400);
      assertThat(empty(lenient, "/bound"))
          .hasStatus(400)
          .bodyJson()
          .extractingPath("$.message")
          .isEqualTo("body must not be null");
      assertThat(lenient.inject().post("/", "null", ContentTypesPageTests::json))
          .hasStatus(200)
          .hasEmptyBody();
      assertThat(lenient.inject().post("/", " ", ContentTypesPageTests::json)).hasStatus(400);
    }
  }

  @Test
  void jsonWithoutABodyIsAnErrorByDefaultAndNoneForOnePlugin() {
    app.post("/", (request, reply) -> "reached");
    app.register(
        (api, options) -> {
          api.addContentTypeParser(
              "application/json",
              api.defaultJsonParser(Poisoning.ERROR, Poisoning.ERROR, EmptyJsonBody.NONE));
          api.post("/api", (request, reply) -> "reached");
        });
    assertThat(empty(app, "/"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("FST_ERR_CTP_EMPTY_JSON_BODY");
    assertThat(empty(app, "/api")).hasStatus(200).hasBody("reached");
  }

  private static void json(InjectRequest request) {
    request.header("content-type", "application/json");
  }

  private static InjectResponse empty(Fastjava app, String url) {
    return app.inject(r -> json(r.method("POST").url(url)));
  }

  private static Fastjava lenient() {
    Fastjava app = Fastjava.create(o -> o.emptyJsonBody(EmptyJsonBody.NONE));
    return app;
  }
}
