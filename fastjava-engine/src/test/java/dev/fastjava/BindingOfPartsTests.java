package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.type.TypeRef;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingOfPartsTests {
  enum Status {
    OPEN,
    @JsonProperty("done")
    CLOSED
  }

  record OrderFilter(
      @JsonProperty(defaultValue = "20") @Min(1) @Max(100) int limit,
      @JsonProperty("from-day") @Nullable LocalDate from,
      @Nullable List<Status> status,
      @Nullable Set<Integer> ids,
      Optional<Boolean> paid) {}

  record Loose(
      int limit, @Nullable List<Status> status, @Nullable Integer page, Optional<UUID> id) {}

  record Place(String shop, long number) {}

  record Trace(
      @JsonProperty("X-Request-Id") String requestId,
      @Nullable Instant since,
      Optional<String> userAgent,
      @JsonProperty("x-attempt") int attempt) {}

  static class Bean {
    public int limit = 5;
    private List<String> tags = List.of();

    public List<String> getTags() {
      return tags;
    }

    public void setTags(List<String> tags) {
      this.tags = tags;
    }
  }

  record Even(int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException("number must be even");
      }
    }
  }

  private static Fastjava app(boolean schemas) {
    Fastjava app = Fastjava.create();
    app.get(
        "/orders",
        r -> {
          if (schemas) {
            r.schema(s -> s.querystring(OrderFilter.class));
          }
        },
        (request, reply) -> request.query(OrderFilter.class).toString());
    app.get(
        "/loose",
        r -> {
          if (schemas) {
            r.schema(s -> s.querystring(Loose.class));
          }
        },
        (request, reply) -> request.query(Loose.class).toString());
    app.get(
        "/shops/:shop/:number/*",
        r -> {
          if (schemas) {
            r.schema(s -> s.params(Place.class));
          }
        },
        (request, reply) -> request.params(Place.class).toString());
    app.get(
        "/trace",
        r -> {
          if (schemas) {
            r.schema(s -> s.headers(Trace.class));
          }
        },
        (request, reply) -> request.headers(Trace.class).toString());
    return app;
  }

  record Price(java.math.BigDecimal amount) {}

  /** Short texts that stand for millions of digits would keep a thread busy for seconds. */
  @ParameterizedTest
  @ValueSource(strings = {"\"1e2000000\"", "\"1e-2000000\"", "1e-2000000", "\"1E+2147483647\""})
  void decimalsWithEndlessZerosAreRefused(String amount) {
    try (Fastjava app = Fastjava.create()) {
      app.post("/plain", (request, reply) -> request.body(Price.class).amount().toString());
      app.post(
          "/typed",
          r -> r.schema(s -> s.body(Price.class)),
          (request, reply) -> request.body(Price.class).amount().toString());
      app.get("/query", (request, reply) -> request.query(Price.class).amount().toString());
      for (String url : List.of("/plain", "/typed")) {
        InjectResponse response =
            app.inject(
                r ->
                    r.method("POST")
                        .url(url)
                        .header("content-type", "application/json")
                        .payload("{\"amount\":" + amount + "}"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/amount");
      }
      assertThat(app.inject(r -> r.url("/query?amount=" + amount.replace("\"", ""))).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void decimalsWithAFewZerosAreTaken() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/query", (request, reply) -> request.query(Price.class).amount().toString());
      assertThat(app.inject(r -> r.url("/query?amount=1.50e30")).body()).isEqualTo("1.50E+30");
    }
  }

  @Test
  void aQueryIsBoundWithTheSchemaOfItsType() {
    try (Fastjava app = app(true)) {
      assertThat(app.inject("/orders").body())
          .isEqualTo(
              "OrderFilter[limit=20, from=null, status=null, ids=null, paid=Optional.empty]");
      assertThat(
              app.inject("/orders?limit=7&from-day=2026-11-28&status=done&ids=1&ids=2&paid=true")
                  .body())
          .isEqualTo(
              "OrderFilter[limit=7, from=2026-11-28, status=[CLOSED], ids=[1, 2],"
                  + " paid=Optional[true]]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=x | querystring/limit must be integer",
        "limit=0 | querystring/limit must be >= 1",
        "limit=1&limit=2 | querystring/limit must be integer",
        "from-day=tomorrow | querystring/from-day must match format \\\"date\\\"",
        "status=open | querystring/status/0 must be equal to one of the allowed values",
        "ids=1&ids=b | querystring/ids/1 must be integer",
        "paid=perhaps | querystring/paid must be boolean",
      })
  void aQueryThatDoesNotFitIsToldWithItsPlace(String query, String message) {
    try (Fastjava app = app(true)) {
      InjectResponse response = app.inject("/orders?" + query);
      assertThat(response).hasStatus(400);
      assertThat(response.body()).contains("FST_ERR_VALIDATION", message);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNameThatOccursOnceOrMoreIsAList(boolean schemas) {
    try (Fastjava app = app(schemas)) {
      assertThat(app.inject("/loose?limit=1&status=OPEN").body())
          .isEqualTo("Loose[limit=1, status=[OPEN], page=null, id=Optional.empty]");
      assertThat(app.inject("/loose?limit=1&status=OPEN&status=done&page=3").body())
          .isEqualTo("Loose[limit=1, status=[OPEN, CLOSED], page=3, id=Optional.empty]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | querystring must have required property 'limit'",
        "limit=x | querystring/limit must be integer",
        "limit=1&limit=2 | querystring/limit must be integer",
        "limit=99999999999 | querystring/limit must be integer",
        "limit=1&status=NO | querystring/status/0 must be equal to one of the allowed values",
        "limit=1&status=OPEN&status=NO | querystring/status/1 must be equal to one of",
        "limit=1&page=1.5 | querystring/page must be integer",
        "limit=1&id=7 | querystring/id must match format",
      })
  void withoutSchemaWhatDoesNotFitHasItsPlaceToo(String query, String message) {
    try (Fastjava app = app(false)) {
      InjectResponse response = app.inject("/loose?" + query);
      assertThat(response).hasStatus(400);
      assertThat(response.body()).contains("FST_ERR_VALIDATION", message);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void parametersAreBoundByName(boolean schemas) {
    try (Fastjava app = app(schemas)) {
      assertThat(app.inject("/shops/a%20b/12/rest").body()).isEqualTo("Place[shop=a b, number=12]");
      InjectResponse bad = app.inject("/shops/a/b/rest");
      assertThat(bad).hasStatus(400);
      assertThat(bad.body()).contains("params/number must be integer");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void headersAreBoundInAnyCaseAndWithHyphens(boolean schemas) {
    try (Fastjava app = app(schemas)) {
      InjectResponse good =
          app.inject(
              r ->
                  r.url("/trace")
                      .header("x-REQUEST-id", "r1")
                      .header("USER-AGENT", "tests")
                      .header("Since", "2026-11-28T06:00:00Z")
                      .header("X-Attempt", "3"));
      assertThat(good.body())
          .isEqualTo(
              "Trace[requestId=r1, since=2026-11-28T06:00:00Z, userAgent=Optional[tests],"
                  + " attempt=3]");
      InjectResponse bad =
          app.inject(
              r -> r.url("/trace").header("X-Request-Id", "r1").header("X-Attempt", "often"));
      assertThat(bad).hasStatus(400);
      assertThat(bad.body()).contains("headers/x-attempt must be integer");
      InjectResponse none = app.inject(r -> r.url("/trace").header("X-Request-Id", "r1"));
      assertThat(none).hasStatus(400);
      assertThat(none.body()).contains("headers must have required property 'x-attempt'");
    }
  }

  @Test
  void theRouteShowsTheNamesOfTheHeaders() {
    try (Fastjava app = Fastjava.create()) {
      List<Object> schemas = new ArrayList<>();
      app.get(
          "/",
          r -> r.schema(s -> s.headers(Trace.class)),
          (request, reply) -> {
            schemas.add(request.routeOptions().schema());
            return "ok";
          });
      app.inject(r -> r.url("/").header("x-request-id", "r").header("x-attempt", "1"));
      assertThat(schemas.toString()).contains("user-agent=").doesNotContain("userAgent");
    }
  }

  @Test
  void beansAndGenericTypesAreBoundLikeRecords() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/bean", (request, reply) -> request.query(Bean.class).getTags().toString());
      app.get(
          "/map",
          (request, reply) -> {
            Map<String, List<Integer>> all =
                request.query(new TypeRef<Map<String, List<Integer>>>() {});
            return all.toString();
          });
      app.get(
          "/params/:a/:b",
          (request, reply) -> {
            Map<String, Integer> all = request.params(new TypeRef<Map<String, Integer>>() {});
            return String.valueOf(all.get("a") + all.get("b"));
          });
      app.get(
          "/headers",
          (request, reply) -> {
            Map<String, String> all = request.headers(new TypeRef<Map<String, String>>() {});
            return all.get("x-a");
          });
      assertThat(app.inject("/bean?tags=a&limit=3").body()).isEqualTo("[a]");
      assertThat(app.inject("/map?a=1&b=2&b=3").body()).isEqualTo("{a=[1], b=[2, 3]}");
      assertThat(app.inject("/params/1/2").body()).isEqualTo("3");
      assertThat(app.inject(r -> r.url("/headers").header("X-A", "v")).body()).isEqualTo("v");
    }
  }

  @Test
  void whatAConstructorRefusesIsTheClientsFault() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/", (request, reply) -> request.query(Even.class).toString());
      InjectResponse response = app.inject("/?number=3");
      assertThat(response).hasStatus(400);
      assertThat(response.body()).contains("querystring is not valid: number must be even");
    }
  }

  @Test
  void aPartIsBoundOnceForATypeUntilItIsReplaced() {
    try (Fastjava app = Fastjava.create()) {
      List<Boolean> same = new ArrayList<>();
      app.post(
          "/:shop/:number",
          (request, reply) -> {
            Place body = request.body(Place.class);
            Map<String, Object> other = request.body(new TypeRef<Map<String, Object>>() {});
            assertThat(request.body(Place.class)).isSameAs(body);
            assertThat(request.params(Place.class)).isSameAs(request.params(Place.class));
            assertThat(request.query(Bean.class)).isSameAs(request.query(Bean.class));
            TypeRef<Map<String, Integer>> numbers = new TypeRef<>() {};
            assertThat(request.query(numbers)).isSameAs(request.query(numbers));
            other.put("number", 8);
            request.setBody(other);
            assertThat(request.body(Place.class)).isNotSameAs(body);
            same.add(request.body(Place.class).number() == 8);
            request.setParams(Map.of("shop", "new", "number", "1"));
            same.add(request.params(Place.class).shop().equals("new"));
            request.setQuery(Map.of("limit", "9"));
            same.add(request.query(Bean.class).limit == 9);
            return "ok";
          });
      assertThat(app.inject().post("/a/1", Map.of("shop", "s", "number", 2)).body())
          .isEqualTo("ok");
      assertThat(same).hasSize(3).containsOnly(true);
    }
  }

  @Test
  void aQueryWhoseListsWereConvertedIsWrittenAsJson() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          r -> r.schema(s -> s.querystring(OrderFilter.class)),
          (request, reply) -> request.query().get("ids"));
      app.get(
          "/all",
          r -> r.schema(s -> s.querystring(OrderFilter.class)),
          (request, reply) -> Map.of("query", request.query()));
      assertThat(app.inject("/?ids=1&ids=2").body()).isEqualTo("[1,2]");
      assertThat(app.inject("/all?ids=1&ids=2").body())
          .isEqualTo("{\"query\":{\"ids\":[1,2],\"limit\":20}}");
    }
  }

  @Test
  void whatAHookHasBoundBeforeValidationIsBoundAnew() {
    try (Fastjava app = Fastjava.create()) {
      List<String> seen = new ArrayList<>();
      app.get(
          "/",
          r ->
              r.schema(s -> s.querystring("{\"properties\":{\"a\":{\"default\":\"d\"}}}"))
                  .preValidation(
                      (request, reply) ->
                          seen.add(
                              request.query(new TypeRef<Map<String, String>>() {}).toString())),
          (request, reply) ->
              seen.add(
                  new java.util.TreeMap<>(request.query(new TypeRef<Map<String, String>>() {}))
                      .toString()));
      app.inject("/");
      assertThat(seen).containsExactly("{}", "{a=d}");
    }
  }
}
