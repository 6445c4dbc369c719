package dev.fastjava.docs.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.Fastjava;
import dev.fastjava.http.HeaderNames;
import dev.fastjava.option.TrustProxy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RequestPageTests {

  @TestFactory
  Stream<DynamicTest> everyExampleIsRun() throws IOException {
    return PageExamples.of("Request.md", RequestPageTests.class);
  }

  @Test
  void parametersAndQuery() throws IOException {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/users/:id/files/*",
          (request, reply) -> {
            long id = request.paramAs("id", Long.class);
            String path = request.param("*");
            int page = request.queryOptional("page", Integer.class).orElse(1);
            List<String> tags = request.queries("tag");
            return List.of(id, path, page, tags);
          });

      assertThat(app.inject(r -> r.url("/users/7/files/a/b?tag=x&tag=y")).body())
          .isEqualTo("[7,\"a/b\",1,[\"x\",\"y\"]]");
      assertThat(Files.readString(Path.of("../docs/Request.md")))
          .contains(app.inject(r -> r.url("/users/me/files/a")).body());
    }
  }

  record OrderFilter(
      @JsonProperty(defaultValue = "20") @Min(1) @Max(100) int limit,
      @Nullable LocalDate from,
      @Nullable List<String> status,
      Optional<Boolean> paid) {}

  @Test
  void aQueryAsARecord() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/orders/all",
          r -> r.schema(s -> s.querystring(OrderFilter.class)),
          (request, reply) -> request.query(OrderFilter.class).limit());

      assertThat(app.inject(r -> r.url("/orders/all")).body()).isEqualTo("20");
      assertThat(app.inject(r -> r.url("/orders/all?limit=x")).body())
          .contains("querystring/limit must be integer");
    }
  }

  record Sku(int number) {
    static Sku parse(String text) {
      return new Sku(Integer.parseInt(text.substring(1)));
    }
  }

  @Test
  void typesOfYourOwn() {
    try (Fastjava app = converting()) {
      assertThat(app.inject().get("/products/s7").body()).isEqualTo("7");
    }
  }

  private static Fastjava converting() {
    Fastjava app =
        Fastjava.create(o -> o.textConverter(type -> type == Sku.class ? Sku::parse : null));
    app.get("/products/:sku", (request, reply) -> request.paramAs("sku", Sku.class).number());
    return app;
  }

  @Test
  void headers() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/who",
          (request, reply) ->
              request.header(HeaderNames.AUTHORIZATION) == null
                  ? reply.code(401).send("who are you?")
                  : reply.send("welcome"));

      assertThat(app.inject(r -> r.url("/who")).statusCode()).isEqualTo(401);
      assertThat(app.inject(r -> r.url("/who").header("authorization", "x")).body())
          .isEqualTo("welcome");
    }
  }

  @Test
  void proxies() {
    try (Fastjava app = behindProxies()) {
      app.get("/", (request, reply) -> request.ip());

      assertThat(
              app.inject(r -> r.url("/").header("x-forwarded-for", "9.9.9.9, 8.8.8.8, 10.1.2.3"))
                  .body())
          .isEqualTo("8.8.8.8");
    }
  }

  private static Fastjava behindProxies() {
    Fastjava app =
        Fastjava.create(o -> o.trustProxy(TrustProxy.addresses("loopback", "10.0.0.0/8")));
    return app;
  }

  @Test
  void ids() {
    try (Fastjava app = withIds()) {
      app.get("/", (request, reply) -> request.id());

      assertThat(app.inject(r -> r.url("/").header("x-request-id", "mine")).body())
          .isEqualTo("mine");
      assertThat(UUID.fromString(app.inject(r -> r.url("/")).body())).isNotNull();
    }
  }

  private static Fastjava withIds() {
    Fastjava app =
        Fastjava.create(
            o -> o.requestIdHeader("x-request-id").genReqId(raw -> UUID.randomUUID().toString()));
    return app;
  }
}
