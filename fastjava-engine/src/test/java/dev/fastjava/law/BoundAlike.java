package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.Request;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Routes for bodies of one type, to see that they bind to what the mapper reads: with the type as
 * the whole schema, with a hook that looks at the body before, and inside of written schemas.
 */
final class BoundAlike implements AutoCloseable {
  private final JsonMapper mapper;
  private final Type type;
  private final Fastjava app;
  private @Nullable Object bound;

  BoundAlike(JsonMapper mapper, Type type) {
    this(mapper, type, options -> {});
  }

  BoundAlike(JsonMapper mapper, Type type, Consumer<FastjavaOptions.Builder> more) {
    this.mapper = mapper;
    this.type = type;
    this.app =
        Fastjava.create(
            options -> {
              options.jsonMapper(mapper);
              more.accept(options);
            });
    app.post(
        "/whole",
        r -> r.schema(s -> s.body(Schemas.of(type))),
        (request, reply) -> keep(request.body(type, Object.class)));
    app.post(
        "/looked",
        r ->
            r.schema(s -> s.body(Schemas.of(type)))
                .preHandler((request, reply) -> assertThat(request.body()).isNotNull()),
        (request, reply) -> keep(request.body(type, Object.class)));
    app.post(
        "/inside",
        r -> r.schema(s -> s.body(Schemas.object().prop("in", Schemas.of(type)))),
        (request, reply) -> keep(only(request, Sample.generic(Map.class, String.class, type))));
    app.post(
        "/items",
        r -> r.schema(s -> s.body(Schemas.array(Schemas.of(type)))),
        (request, reply) -> keep(only(request, Sample.generic(List.class, type))));
  }

  private static @Nullable Object only(Request request, Type type) {
    Object all = request.body(type, Object.class);
    return all instanceof Map<?, ?> map ? map.values().iterator().next() : ((List<?>) all).get(0);
  }

  private String keep(@Nullable Object value) {
    bound = value;
    return "";
  }

  /** Checks that bodies bind to what the mapper reads. */
  void reads(String... bodies) {
    readsAt(List.of("/whole", "/looked", "/inside", "/items"), bodies);
  }

  /** The same where the type is the whole schema. */
  void readsWhole(String... bodies) {
    readsAt(List.of("/whole", "/looked"), bodies);
  }

  private void readsAt(List<String> urls, String... bodies) {
    assertThat(bodies).isNotEmpty();
    for (String json : bodies) {
      Object direct = mapper.readValue(json, mapper.constructType(type));
      for (String url : urls) {
        bound = null;
        InjectResponse response = send(url, json);
        assertThat(response.statusCode())
            .as("%s %s: %s", url, json, response.body())
            .isEqualTo(200);
        assertThat(bound).as("%s %s", url, json).usingRecursiveComparison().isEqualTo(direct);
      }
    }
  }

  /** Checks that bodies are refused; returns what the last one was answered. */
  String refuses(String... bodies) {
    assertThat(bodies).isNotEmpty();
    String last = "";
    for (String json : bodies) {
      for (String url : new String[] {"/items", "/inside", "/looked", "/whole"}) {
        InjectResponse response = send(url, json);
        assertThat(response.statusCode())
            .as("%s %s: %s", url, json, response.body())
            .isEqualTo(400);
        last = response.body();
      }
    }
    return last;
  }

  private InjectResponse send(String url, String json) {
    String body =
        switch (url) {
          case "/inside" -> "{\"in\":" + json + "}";
          case "/items" -> "[" + json + "]";
          default -> json;
        };
    return app.inject().post(url, body, r -> r.header("content-type", "application/json"));
  }

  @Override
  public void close() {
    app.close();
  }
}
