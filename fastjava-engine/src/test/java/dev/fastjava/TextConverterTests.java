package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.fastjava.error.HttpException;
import dev.fastjava.spi.TextConverter;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the application makes of texts in params, queries and headers. */
class TextConverterTests {
  /** No mapper makes one of a text. */
  record Sku(String shop, int number) {
    static Sku parse(String text) {
      if (text.equals("gone-1")) {
        throw new HttpException(410, "that shop has closed");
      }
      String[] parts = text.split("-", -1);
      return new Sku(parts[0], Integer.parseInt(parts[1]));
    }
  }

  /** The mapper makes one of a text. */
  record Known(String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Known {}
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Day {
    String value();
  }

  record Search(
      Sku sku,
      @Nullable List<Sku> more,
      Optional<Sku> other,
      @Nullable @Day("dd.MM.yyyy") LocalDate from,
      @Nullable LocalDate to,
      @Nullable Known known,
      @Nullable Integer limit) {}

  record Given(Sku sku) {}

  private static final TextConverter CONVERTER =
      new TextConverter() {
        @Override
        public @Nullable Conversion forType(Class<?> type) {
          if (type == Known.class || type == Integer.class || type == LocalDate.class) {
            return text -> {
              throw new AssertionError("not asked for");
            };
          }
          return type == Sku.class ? Sku::parse : null;
        }

        @Override
        public @Nullable Conversion forProperty(Class<?> type, List<Annotation> annotations) {
          for (Annotation each : annotations) {
            if (each instanceof Day day) {
              return text -> LocalDate.parse(text, DateTimeFormatter.ofPattern(day.value()));
            }
          }
          return null;
        }
      };

  private @Nullable Fastjava app;

  @AfterEach
  void close() {
    if (app != null) {
      app.close();
    }
  }

  private Fastjava app(Consumer<Fastjava> routes) {
    Fastjava made = Fastjava.create(o -> o.textConverter(CONVERTER));
    app = made;
    routes.accept(made);
    return made;
  }

  @Test
  void singleValuesAreConverted() {
    Fastjava made =
        app(
            a ->
                a.get(
                    "/:sku",
                    (request, reply) ->
                        List.of(
                            request.paramAs("sku", Sku.class).number(),
                            request.queryOptional("q", Sku.class).map(Sku::number).orElse(0),
                            request.queriesAs("all", Sku.class).size(),
                            request.headerAs("x-sku", Sku.class).number())));
    assertThat(made.inject().get("/a-1?q=b-2&all=c-3&all=d-4", r -> r.header("x-sku", "e-5")))
        .hasStatus(200)
        .hasBody("[1,2,2,5]");
    assertThat(made.inject().get("/a-1?all=c-3&all=d-x"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("querystring/all/1 is not valid");
    assertThat(made.inject().get("/text"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("params/sku is not valid");
    assertThat(made.inject().get("/gone-1"))
        .hasStatus(410)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("that shop has closed");
  }

  @Test
  void propertiesOfBoundTypesAreConverted() {
    Fastjava made =
        app(a -> a.get("/", (request, reply) -> String.valueOf(request.query(Search.class))));
    assertThat(
            made.inject().get("/?sku=a-1&more=b-2&other=c-3&from=24.12.2026&to=2026-12-31&known=k"))
        .hasStatus(200)
        .hasBody(
            "Search[sku=Sku[shop=a, number=1], more=[Sku[shop=b, number=2]],"
                + " other=Optional[Sku[shop=c, number=3]], from=2026-12-24, to=2026-12-31,"
                + " known=Known[text=k], limit=null]");
    assertThat(made.inject().get("/?sku=a-1&more=b-2&more=x"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("querystring/more/1 is not valid");
    assertThat(made.inject().get("/?sku=gone-1"))
        .hasStatus(410)
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("that shop has closed");
  }

  @Test
  void schemasOfBoundTypesLeaveThePlacesOpen() {
    Fastjava made =
        app(
            a -> {
              a.get(
                  "/q",
                  r -> r.schema(s -> s.querystring(Search.class)),
                  (request, reply) -> request.query(Search.class).sku().number());
              a.get(
                  "/p/:sku",
                  r -> r.schema(s -> s.params(Given.class).headers(Given.class)),
                  (request, reply) ->
                      request.params(Given.class).sku().number()
                          + request.headers(Given.class).sku().number());
            });
    assertThat(made.inject().get("/q?sku=a-1&from=24.12.2026&limit=5")).hasStatus(200).hasBody("1");
    assertThat(made.inject().get("/q?sku=a-1&from=2026-12-24"))
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("querystring/from is not valid");
    assertThat(made.inject().get("/q?sku=a-1&limit=x"))
        .bodyJson()
        .extractingPath("$.message")
        .isEqualTo("querystring/limit must be integer");
    assertThat(made.inject().get("/q?limit=1")).hasStatus(400);
    assertThat(made.inject().get("/p/a-1", r -> r.header("sku", "b-2"))).hasBody("3");
  }

  @Test
  void bodiesAreTheMappersAlone() {
    Fastjava made =
        app(a -> a.post("/", (request, reply) -> request.body(Given.class).sku().number()));
    assertThat(made.inject().post("/", Map.of("sku", Map.of("shop", "a", "number", 7))))
        .hasBody("7");
    assertThat(made.inject().post("/", Map.of("sku", "a-7"))).hasStatus(400);
  }

  @Test
  void objectsOfAParserAreReadAsObjects() {
    app =
        Fastjava.create(
            o ->
                o.textConverter(CONVERTER)
                    .routerOptions(
                        r ->
                            r.querystringParser(
                                text -> Map.of("sku", Map.of("shop", text, "number", 3)))));
    app.get("/", (request, reply) -> request.query(Given.class).sku().shop());
    assertThat(app.inject().get("/?a")).hasBody("a");
  }

  @Test
  void aSchemaOfOnesOwnIsAskedFirst() {
    Fastjava made =
        app(
            a ->
                a.get(
                    "/:sku",
                    r -> r.schema(s -> s.params(object().prop("sku", string().pattern("^a-")))),
                    (request, reply) -> request.paramAs("sku", Sku.class).number()));
    assertThat(made.inject().get("/a-1")).hasBody("1");
    assertThat(made.inject().get("/b-1")).hasStatus(400);
  }
}
