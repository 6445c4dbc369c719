package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.law.HiddenSamples.Way;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Jackson is told to hide never leaves, in whatever way it is told, wherever the value stands,
 * and whatever schema the reply has: that of its type, one that names what is hidden, one that
 * admits everything, or none.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES) // all tests of a factory count as one
class HiddenPropertiesTests {
  /** Knows nothing of what is hidden, and so tells the names of it. */
  private static final JsonMapper BLIND =
      JsonMapper.builder().disable(MapperFeature.USE_ANNOTATIONS).build();

  private final List<Fastjava> apps = new ArrayList<>();

  @AfterEach
  void close() {
    apps.forEach(Fastjava::close);
  }

  @TestFactory
  Stream<DynamicTest> aHiddenPropertyNeverLeaves() {
    Map<List<@Nullable Object>, List<Way>> alike = new LinkedHashMap<>();
    for (Way way : HiddenSamples.ways()) {
      alike
          .computeIfAbsent(Arrays.asList(way.mapper(), way.view()), key -> new ArrayList<>())
          .add(way);
    }
    return alike.values().stream().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(List<Way> alike) {
    Way first = alike.get(0);
    JsonMapper own = first.mapper().apply(JsonMapper.builder()).build();
    JsonMapper expected =
        first.view() == null ? own : own.rebuild().defaultView(first.view()).build();
    Fastjava app = Fastjava.create(o -> o.jsonMapper(own));
    apps.add(app);
    List<DynamicTest> tests = new ArrayList<>();
    for (Way way : alike) {
      List<Sample> samples = Sample.of(way.type(), way.value()).inAllPositions();
      String prefix = "/" + tests.size() + "/";
      for (int i = 0; i < samples.size(); i++) {
        declare(app, way, prefix + i, samples.get(i));
      }
      tests.add(DynamicTest.dynamicTest(way.name(), () -> check(app, expected, prefix, samples)));
    }
    return tests.stream();
  }

  @Test
  void whatIsLookedForIsThereWithoutHiding() {
    String all = BLIND.writeValueAsString(HiddenSamples.ways().get(0).value());
    assertThat(all).contains(HiddenSamples.SECRET);
    assertThat(HiddenSamples.ways()).hasSizeGreaterThan(50);
  }

  private static void declare(Fastjava app, Way way, String at, Sample sample) {
    Object value = sample.values().get(0);
    JsonSchema named = named(value);
    add(app, way, at + "/none", null, value);
    add(app, way, at + "/derived", Schemas.of(sample.type()), value);
    add(app, way, at + "/open", Schemas.any(), value);
    add(app, way, at + "/admitting", admitting(value), value);
    add(app, way, at + "/named", named, value);
    add(app, way, at + "/either", Schemas.anyOf(Schemas.integer(), named), value);
    Map<String, Object> in = Map.of("in", value);
    add(app, way, at + "/in/none", null, in);
    add(app, way, at + "/in/named", Schemas.object().prop("in", named), in);
    add(app, way, at + "/in/open", Schemas.object().additionalProperties(true), in);
  }

  private static void check(
      Fastjava app, JsonMapper expected, String prefix, List<Sample> samples) {
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      Object value = sample.values().get(0);
      String at = prefix + i;
      String declared =
          expected.writerFor(expected.constructType(sample.type())).writeValueAsString(value);
      assertThat(declared).as(sample.name()).doesNotContain(HiddenSamples.SECRET);
      assertThat(body(app, at + "/derived")).as(sample.name()).isEqualTo(declared);
      if (i == 0) {
        String plain = expected.writeValueAsString(value);
        assertThat(body(app, at + "/none")).isEqualTo(plain);
        assertThat(body(app, at + "/open")).isEqualTo(plain);
        assertThat(body(app, at + "/in/open")).isEqualTo("{\"in\":" + plain + "}");
      }
      for (String form :
          List.of(
              "/none",
              "/open",
              "/admitting",
              "/named",
              "/either",
              "/in/none",
              "/in/named",
              "/in/open")) {
        InjectResponse response = app.inject().get(at + form);
        assertThat(response.body()).as(form + sample.name()).doesNotContain(HiddenSamples.SECRET);
      }
    }
  }

  private static String body(Fastjava app, String url) {
    InjectResponse response = app.inject().get(url);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static void add(
      Fastjava app, Way way, String url, @Nullable JsonSchema schema, Object value) {
    Handler handler =
        (request, reply) -> {
          reply.header("content-type", "application/json; charset=utf-8");
          return value;
        };
    app.get(
        url,
        route -> {
          route.exposeHeadRoute(false);
          RouteDefinition declared = way.view() == null ? route : route.replyView(way.view());
          if (schema != null) {
            declared.schema(s -> s.response(200, schema));
          }
        },
        handler);
  }

  /** A schema as somebody writes it who names everything that there is. */
  private static JsonSchema named(Object value) {
    return schema(tree(value), false);
  }

  /** A schema of objects with everything in them. */
  private static JsonSchema admitting(Object value) {
    return schema(tree(value), true);
  }

  private static @Nullable JsonNode tree(Object value) {
    try {
      return BLIND.valueToTree(value);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static JsonSchema schema(@Nullable JsonNode tree, boolean admitting) {
    if (tree == null || tree.isNull()) {
      return Schemas.any();
    }
    if (tree.isArray()) {
      return Schemas.array(schema(tree.isEmpty() ? null : tree.get(0), admitting));
    }
    if (!tree.isObject()) {
      return tree.isString() ? Schemas.string() : Schemas.any();
    }
    if (admitting) {
      return Schemas.object().additionalProperties(true);
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    tree.properties()
        .forEach(each -> properties.put(each.getKey(), schema(each.getValue(), false)));
    properties.putIfAbsent("hash", Schemas.string());
    properties.putIfAbsent("name", Schemas.any());
    return Schemas.raw(Map.of("type", "object", "properties", properties));
  }
}
