package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.Eventually;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The law of types: with the schema of its type in front, a reply is the JSON that the mapper
 * writes, and a body binds to what the mapper reads.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES) // all tests of a factory count as one
class LawTests {
  /** Numbers by their value: a body is read before it is known what it binds to. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  /** Some thousand schemas, on a machine that may be busy. */
  private static final Duration BOOT = Duration.ofSeconds(100);

  /** Classes that say themselves what may be null. */
  private static final List<Class<?>> NULL_MARKED =
      List.of(BeanSamples.Marked.class, ViewSamples.Demanding.class);

  private final List<Fastjava> apps = new ArrayList<>();

  static List<Sample> samples(Configuration configuration) throws Exception {
    List<Sample> all = new ArrayList<>();
    boolean full = configuration == Configuration.DEFAULT;
    for (Sample each : ViewSamples.all()) {
      all.addAll(configuration.hasView() ? each.inSomePositions() : List.of(each));
    }
    if (configuration.isOfViewsOnly()) {
      return all;
    }
    ScalarSamples.all()
        .forEach(each -> all.addAll(full ? each.inAllPositions() : each.asProperty()));
    for (List<Sample> some :
        List.of(
            AnnotatedSamples.all(),
            ConvertedSamples.all(),
            TaggedSamples.all(),
            BeanSamples.all())) {
      some.forEach(each -> all.addAll(full ? each.inSomePositions() : List.of(each)));
    }
    if (configuration.hasView()) {
      // By what it met before, Jackson writes such items with all they have or with what their
      // declared class has; routes with a view have a mapper of their own, which met other types.
      all.removeIf(each -> each.type().getTypeName().contains(BeanSamples.Base.class.getName()));
    }
    String types = System.getProperty("fastjava.law.types");
    return types == null ? all : all.stream().filter(s -> s.name().matches(types)).toList();
  }

  @AfterEach
  void close() {
    apps.forEach(Fastjava::close);
  }

  /** The routes of all samples in one application. */
  private final class Routes {
    private final Configuration configuration;
    private final JsonMapper mapper;
    private final Fastjava app;
    private final CompletableFuture<?> booted;
    private @Nullable Object value;
    private @Nullable Object bound;

    /** The routes for bodies of some types. */
    Routes(Configuration configuration, Set<Type> types) {
      this.configuration = configuration;
      this.mapper = configuration.mapper();
      this.app = configuration.app(false);
      apps.add(app);
      int index = 0;
      for (Type type : types) {
        addBody(index++, type);
      }
      this.booted = app.ready();
    }

    Routes(Configuration configuration, List<Sample> samples, boolean validates) {
      this.configuration = configuration;
      this.mapper = configuration.mapper();
      this.app = configuration.app(validates);
      apps.add(app);
      for (int i = 0; i < samples.size(); i++) {
        Type type = samples.get(i).type();
        if (!validates || configuration == Configuration.DEFAULT) {
          app.get(
              "/" + i,
              route -> configuration.declare(route).schema(s -> s.response(200, Schemas.of(type))),
              (request, reply) -> {
                reply.header("content-type", "application/json; charset=utf-8");
                return value;
              });
        }
        app.get(
            "/inside/" + i,
            route ->
                configuration
                    .declare(route)
                    .schema(s -> s.response(200, Schemas.object().prop("in", Schemas.of(type)))),
            (request, reply) -> java.util.Collections.singletonMap("in", value));
        if (!validates) {
          addBody(i, type);
        }
      }
      this.booted = app.ready();
    }

    private void addBody(int index, Type type) {
      app.post(
          "/" + index,
          route -> configuration.declare(route).schema(s -> s.body(Schemas.of(type))),
          (request, reply) -> {
            bound = request.body(type, Object.class);
            return "";
          });
    }

    /** Waits for the boot; those of several applications are done at once. */
    Routes ready() {
      Eventually.join(booted, BOOT);
      return this;
    }

    @Nullable String written(Type type, Object object) {
      try {
        return mapper.writerFor(mapper.constructType(type)).writeValueAsString(object);
      } catch (JacksonException | IllegalArgumentException e) {
        return null;
      }
    }

    void checkReply(String url, Type type, Object object) {
      String expected = written(type, object);
      if (expected == null) {
        return; // not a value that Jackson can write as this type
      }
      value = object;
      InjectResponse response = app.inject().get(url);
      assertThat(response.statusCode()).as("%s: %s", expected, response.body()).isEqualTo(200);
      if (url.startsWith("/inside/")) {
        expected = "{\"in\":" + expected + "}";
      }
      assertThat(response.body()).as("reply of " + url).isEqualTo(expected);
    }

    /**
     * Checks bodies in which something is missing or null, if the type's code says nothing of it.
     */
    void checkVariants(int index, Type type, String json) {
      if (NULL_MARKED.stream().anyMatch(each -> type.getTypeName().contains(each.getName()))) {
        return;
      }
      for (String other : Variants.of(mapper, json)) {
        checkBody(index, type, other);
      }
    }

    void checkBody(int index, Type type, String json) {
      Object direct;
      try {
        direct = mapper.readerFor(mapper.constructType(type)).readValue(json);
      } catch (JacksonException e) {
        direct = null;
      } catch (NullPointerException | IndexOutOfBoundsException e) {
        return; // thrown by the type's own code, without the schema and with it
      }
      bound = null;
      InjectResponse response =
          app.inject().post("/" + index, json, r -> r.header("content-type", "application/json"));
      if (direct == null) {
        assertThat(response.statusCode()).as("%s: %s", json, response.body()).isLessThan(500);
        return;
      }
      assertThat(response.statusCode()).as("%s: %s", json, response.body()).isEqualTo(200);
      Object actual = bound;
      assertThat(actual).isNotNull();
      if (direct.equals(actual)) {
        return;
      }
      assertThat(actual).as(json).hasSameClassAs(direct);
      String one = written(type, direct);
      String other = written(type, actual);
      if (one == null || other == null) {
        return;
      }
      assertThat(mapper.readTree(other).equals(BY_VALUE, mapper.readTree(one)))
          .as("%s: %s, not %s", json, other, one)
          .isTrue();
    }
  }

  /** Values that a handler returns to send something else than their JSON. */
  private static boolean isPayload(Object value) {
    return value instanceof CharSequence || value instanceof byte[] || value instanceof Path;
  }

  private static Stream<Configuration> reachable() {
    String only = System.getProperty("fastjava.law.only");
    return Arrays.stream(Configuration.values())
        .filter(each -> only == null || each.name().equals(only));
  }

  @Timeout(value = 5, unit = TimeUnit.MINUTES) // boots ten applications of some thousand schemas
  @TestFactory
  Stream<DynamicNode> aReplyIsWhatTheMapperWritesAndReadBackItIsTheSame() {
    return reachable()
        .filter(Configuration::writes)
        .map(
            configuration -> {
              List<Sample> samples;
              try {
                samples = samples(configuration);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              Routes routes = new Routes(configuration, samples, false);
              Routes validating = new Routes(configuration, samples, true).ready();
              routes.ready();
              List<DynamicTest> tests = new ArrayList<>();
              for (int i = 0; i < samples.size(); i++) {
                int index = i;
                Sample sample = samples.get(i);
                tests.add(
                    DynamicTest.dynamicTest(
                        sample.name(), () -> check(routes, validating, index, sample)));
              }
              return DynamicContainer.dynamicContainer(configuration.name(), tests);
            });
  }

  private static void check(Routes routes, Routes validating, int index, Sample sample) {
    Type type = sample.type();
    for (Object value : sample.values()) {
      if (value == null) {
        continue; // no payload at all
      }
      String json = routes.written(type, value);
      // JSON has no number for them: the text that Jackson writes breaks the schema of a number.
      boolean number = json == null || !(json.contains("\"NaN\"") || json.contains("Infinity\""));
      if (!isPayload(value)) {
        routes.checkReply("/" + index, type, value);
        if (routes.configuration == Configuration.DEFAULT) {
          validating.checkReply("/" + index, type, value);
        }
      }
      routes.checkReply("/inside/" + index, type, value);
      validating.checkReply("/inside/" + index, type, value);
      if (json != null && number && !json.equals("null")) {
        routes.checkBody(index, type, json);
        if (value == sample.values().get(0) || routes.configuration == Configuration.DEFAULT) {
          routes.checkVariants(index, type, json);
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicNode> aBodyBindsToWhatTheMapperReads() {
    return reachable()
        .filter(configuration -> !configuration.isOfViewsOnly())
        .map(
            configuration -> {
              Map<Type, List<String>> bodies = BodySamples.all();
              List<Sample> types = bodies.keySet().stream().map(Sample::of).toList();
              Routes routes = new Routes(configuration, bodies.keySet()).ready();
              List<DynamicTest> tests = new ArrayList<>();
              for (int i = 0; i < types.size(); i++) {
                int index = i;
                Type type = types.get(i).type();
                for (String json : bodies.getOrDefault(type, List.of())) {
                  tests.add(
                      DynamicTest.dynamicTest(
                          types.get(i).name() + " of " + json,
                          () -> {
                            routes.checkBody(index, type, json);
                            routes.checkVariants(index, type, json);
                          }));
                }
              }
              return DynamicContainer.dynamicContainer(configuration.name(), tests);
            });
  }

  @Test
  void thereAreEnoughTypesAndReplies() throws Exception {
    List<Sample> samples = samples(Configuration.DEFAULT);
    assertThat(samples).hasSizeGreaterThan(150);
    assertThat(samples.stream().mapToInt(sample -> sample.values().size()).sum())
        .isGreaterThan(600);
  }
}
