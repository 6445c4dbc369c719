package dev.fastjava;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.ref;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import dev.fastjava.error.HttpException;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A route's view of Jackson decides what its replies have, with every schema and without one. */
@SuppressWarnings({
  "UnusedVariable",
  "UnusedMethod",
  "EffectivelyPrivate",
  "ArrayRecordComponent"
}) // read by reflection
class ReplyViewTests {
  private static final String SECRET = "s3cr3t";

  interface Everybody {}

  interface Staff extends Everybody {}

  record User(
      @JsonView(Everybody.class) String name, @JsonView(Staff.class) String hash, String unseen) {}

  private static User user() {
    return new User("Ada", SECRET, SECRET);
  }

  record Box<T>(@JsonView(Everybody.class) T value) {}

  static class Bean {
    @JsonView(Everybody.class)
    public User author = user();

    @JsonView(Staff.class)
    private final User editor = user();

    private final String note = SECRET;

    public User getEditor() {
      return editor;
    }

    public String getNote() {
      return note;
    }
  }

  @JsonView(Staff.class)
  record OfStaff(@JsonView(Everybody.class) String name, String hash) {}

  record Unwrapped(
      @JsonView(Everybody.class) String title,
      @JsonView(Everybody.class) @JsonUnwrapped User author,
      @JsonView(Staff.class) @JsonUnwrapped(prefix = "by") User editor) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Animal permits Cat, Dog {}

  @JsonTypeName("cat")
  record Cat(@JsonView(Everybody.class) String name, @JsonView(Staff.class) String hash)
      implements Animal {}

  @JsonTypeName("dog")
  record Dog(@JsonView(Staff.class) String hash) implements Animal {}

  record Page<T>(@JsonView(Everybody.class) List<T> items, @JsonView(Staff.class) String cursor) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(User.class, user()),
          new Sample(Bean.class, new Bean()),
          new Sample(OfStaff.class, new OfStaff("Ada", SECRET)),
          new Sample(Unwrapped.class, new Unwrapped("t", user(), user())),
          new Sample(Animal.class, new Cat("Tom", SECRET)),
          new Sample(Animal.class, new Dog(SECRET)),
          new Sample(new TypeRef<Box<User>>() {}.type(), new Box<>(user())),
          new Sample(new TypeRef<Box<User[]>>() {}.type(), new Box<>(new User[] {user()})),
          new Sample(new TypeRef<Box<Object>>() {}.type(), new Box<Object>(user())),
          new Sample(new TypeRef<Box<Optional<User>>>() {}.type(), new Box<>(Optional.of(user()))),
          new Sample(
              new TypeRef<Box<List<Optional<User>>>>() {}.type(),
              new Box<>(List.of(Optional.of(user())))),
          new Sample(new TypeRef<Page<User>>() {}.type(), new Page<>(List.of(user()), SECRET)),
          new Sample(
              new TypeRef<Page<Animal>>() {}.type(),
              new Page<Animal>(List.of(new Cat("Tom", SECRET), new Dog(SECRET)), SECRET)),
          new Sample(new TypeRef<List<User>>() {}.type(), List.of(user())),
          new Sample(new TypeRef<Map<String, User>>() {}.type(), Map.of("a", user())),
          new Sample(
              new TypeRef<Map<String, List<User>>>() {}.type(), Map.of("a", List.of(user()))),
          new Sample(User[].class, new User[] {user()}));

  /** A declared type with a value of it. */
  private record Sample(Type type, Object value) {}

  private final List<Fastjava> apps = new ArrayList<>();

  @AfterEach
  void close() {
    apps.forEach(Fastjava::close);
  }

  /** An application with routes for all samples. */
  private Fastjava app(JsonMapper mapper) {
    Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper).exposeHeadRoutes(false));
    apps.add(app);
    for (int i = 0; i < SAMPLES.size(); i++) {
      Type type = SAMPLES.get(i).type();
      Object value = SAMPLES.get(i).value();
      Handler handler = (request, reply) -> value;
      app.get("/none/" + i, r -> r.replyView(Everybody.class), handler);
      app.get(
          "/derived/" + i,
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, Schemas.of(type))),
          handler);
      app.get(
          "/inside/" + i,
          r ->
              r.replyView(Everybody.class)
                  .schema(s -> s.response(200, object().prop("in", Schemas.of(type)))),
          (request, reply) -> Map.of("in", value));
      app.get(
          "/open/" + i,
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, Schemas.any())),
          handler);
      app.get(
          "/staff/" + i,
          r -> r.replyView(Staff.class).schema(s -> s.response(200, Schemas.of(type))),
          handler);
      app.get("/all/" + i, r -> r.schema(s -> s.response(200, Schemas.of(type))), handler);
    }
    return app;
  }

  private static Stream<DynamicTest> tests(ObjIntConsumer<Sample> test) {
    return IntStream.range(0, SAMPLES.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    SAMPLES.get(i).type().getTypeName(), () -> test.accept(SAMPLES.get(i), i)));
  }

  @TestFactory
  Stream<DynamicTest> aReplyHasWhatJacksonWritesInTheView() {
    return Stream.of(false, true)
        .flatMap(
            included -> {
              JsonMapper mapper =
                  JsonMapper.builder()
                      .configure(MapperFeature.DEFAULT_VIEW_INCLUSION, included)
                      .build();
              Fastjava app = app(mapper);
              return tests(
                  (sample, i) -> {
                    Type type = sample.type();
                    Object value = sample.value();
                    String seen = written(mapper, Everybody.class, type, value);
                    assertThat(included || !seen.contains(SECRET)).as(seen).isTrue();
                    String undeclared =
                        mapper.writerWithView(Everybody.class).writeValueAsString(value);
                    assertThat(app.inject().get("/derived/" + i).body()).isEqualTo(seen);
                    assertThat(app.inject().get("/none/" + i).body()).isEqualTo(undeclared);
                    assertThat(app.inject().get("/open/" + i).body()).isEqualTo(undeclared);
                    assertThat(app.inject().get("/inside/" + i).body())
                        .isEqualTo("{\"in\":" + seen + "}");
                    assertThat(app.inject().get("/staff/" + i).body())
                        .isEqualTo(written(mapper, Staff.class, type, value))
                        .contains(SECRET);
                    assertThat(app.inject().get("/all/" + i).body())
                        .isEqualTo(
                            mapper.writerFor(mapper.constructType(type)).writeValueAsString(value));
                  });
            });
  }

  @TestFactory
  Stream<DynamicTest> theMappersOwnViewHoldsOnRoutesWithoutOne() {
    JsonMapper mapper = JsonMapper.builder().defaultView(Everybody.class).build();
    Fastjava app = app(mapper);
    return tests(
        (sample, i) -> {
          String seen =
              mapper
                  .writerFor(mapper.constructType(sample.type()))
                  .writeValueAsString(sample.value());
          assertThat(seen).doesNotContain(SECRET);
          assertThat(app.inject().get("/all/" + i).body()).isEqualTo(seen);
          assertThat(app.inject().get("/derived/" + i).body()).isEqualTo(seen);
          assertThat(app.inject().get("/staff/" + i).body()).contains(SECRET);
        });
  }

  private static String written(JsonMapper mapper, Class<?> view, Type type, Object value) {
    return mapper
        .writerWithView(view)
        .forType(mapper.constructType(type))
        .writeValueAsString(value);
  }

  private static JsonSchema named() {
    JsonSchema user =
        object().prop("name", string()).prop("hash", string()).prop("unseen", string());
    return object()
        .prop("one", user)
        .prop("many", array(user))
        .prop("byName", object().additionalProperties(user))
        .prop("either", Schemas.anyOf(user, integer()))
        .prop("hash", string())
        .prop("open", Schemas.any());
  }

  record Everything(
      @JsonView(Everybody.class) User one,
      @JsonView(Everybody.class) List<User> many,
      @JsonView(Everybody.class) Map<String, User> byName,
      @JsonView(Everybody.class) User either,
      @JsonView(Everybody.class) Object open,
      @JsonView(Staff.class) String hash) {}

  @Test
  void aWrittenSchemaCannotNameWhatTheViewHides() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, named())),
          (request, reply) ->
              new Everything(
                  user(), List.of(user()), Map.of("a", user()), user(), List.of(user()), SECRET));
      app.get(
          "/map",
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, named())),
          (request, reply) ->
              Map.of(
                  "one", user(),
                  "many", List.of(user()),
                  "byName", Map.of("a", user()),
                  "either", user(),
                  "open", Map.of("deep", Optional.of(user()))));
      String ada = "{\"name\":\"Ada\"}";
      String most =
          "\"one\":"
              + ada
              + ",\"many\":["
              + ada
              + "],\"byName\":{\"a\":"
              + ada
              + "},\"either\":"
              + ada;
      assertThat(app.inject().get("/").body()).isEqualTo("{" + most + ",\"open\":[" + ada + "]}");
      assertThat(app.inject().get("/map").body())
          .isEqualTo("{" + most + ",\"open\":{\"deep\":" + ada + "}}");
    }
  }

  @Test
  void aMapInThePlaceOfATypeHasOnlyWhatTheTypeHasInTheView() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, User.class)),
          (request, reply) -> Map.of("name", "Ada", "hash", SECRET));
      assertThat(app.inject().get("/").body()).isEqualTo("{\"name\":\"Ada\"}");
    }
  }

  @Test
  void sharedSchemasOfTypesDescribeThemInTheView() {
    try (Fastjava app = Fastjava.create()) {
      app.addSchema(Map.of("$id", "shared", "properties", Map.of("in", User.class)));
      app.register(
          (child, o) -> {
            child.get(
                "/",
                r ->
                    r.replyView(Everybody.class)
                        .schema(s -> s.response(200, ref("shared#/properties/in"))),
                (request, reply) -> user());
            child.get(
                "/map",
                r ->
                    r.replyView(Everybody.class)
                        .schema(s -> s.response(200, ref("shared#/properties/in"))),
                (request, reply) -> Map.of("name", "Ada", "hash", SECRET));
            child.get(
                "/all",
                r -> r.schema(s -> s.response(200, ref("shared#/properties/in"))),
                (request, reply) -> user());
          });
      assertThat(app.inject().get("/").body()).isEqualTo("{\"name\":\"Ada\"}");
      assertThat(app.inject().get("/map").body()).isEqualTo("{\"name\":\"Ada\"}");
      assertThat(app.inject().get("/all").body()).contains("hash", "unseen");
    }
  }

  @Test
  void errorRepliesAreWrittenInTheViewAsWell() {
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler((error, request, reply) -> reply.code(422).send(Map.of("was", user())));
      app.get(
          "/handled",
          r -> r.replyView(Everybody.class),
          (request, reply) -> {
            throw new IllegalStateException("no");
          });
      app.get(
          "/default",
          r ->
              r.replyView(Everybody.class)
                  .errorHandler((error, request, reply) -> reply.send(error))
                  .schema(s -> s.response(422, object().prop("who", Schemas.any()))),
          (request, reply) -> {
            throw new HttpException(422, "no", e -> e.property("who", user()));
          });
      assertThat(app.inject().get("/handled").body()).isEqualTo("{\"was\":{\"name\":\"Ada\"}}");
      assertThat(app.inject().get("/default").body()).doesNotContain(SECRET);
    }
  }

  @Test
  void hooksAndHandlersSerializeInTheView() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/serialize",
          r -> r.replyView(Everybody.class),
          (request, reply) -> Map.of("text", reply.serialize(user())));
      app.get(
          "/input",
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, User.class)),
          (request, reply) ->
              reply
                  .type("text/plain")
                  .send(
                      reply.serializeForStatus(user(), 200)
                          + reply.serializeInput(user(), Schemas.of(User.class))
                          + compiled(reply)));
      app.get(
          "/hook",
          r ->
              r.replyView(Everybody.class)
                  .preSerialization((request, reply, payload) -> Map.of("in", user()))
                  .onSend(
                      (request, reply, payload) ->
                          String.valueOf(payload) + reply.serialize(user())),
          (request, reply) -> Map.of());
      assertThat(app.inject().get("/serialize").json())
          .isEqualTo(Map.of("text", "{\"name\":\"Ada\"}"));
      assertThat(app.inject().get("/input").body()).isEqualTo("{\"name\":\"Ada\"}".repeat(3));
      assertThat(app.inject().get("/hook").body())
          .isEqualTo("{\"in\":{\"name\":\"Ada\"}}{\"name\":\"Ada\"}");
    }
  }

  private static String compiled(Reply reply) throws Exception {
    Serializer serializer = reply.compileSerializationSchema(object().prop("hash", string()));
    assertThat(text(serializer)).isEqualTo("{}");
    return text(reply.compileSerializationSchema(Schemas.of(User.class), "200"));
  }

  private static String text(Serializer serializer) throws Exception {
    Utf8Output out = new Utf8Output();
    serializer.serialize(user(), out);
    return out.toText();
  }

  @Test
  void aContextGivesItsRoutesAViewByAHookOfRoutes() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (child, o) -> {
            child.onRoute((route, instance) -> route.replyView(Everybody.class));
            child.get("/seen", (request, reply) -> user());
          });
      app.get("/all", (request, reply) -> user());
      assertThat(app.inject().get("/seen").body()).isEqualTo("{\"name\":\"Ada\"}");
      assertThat(app.inject().get("/all").body()).contains("hash", "unseen");
      assertThat(app.inject().head("/seen").headers().get("content-length")).isEqualTo("14");
    }
  }

  @Test
  void aResponseThatIsCheckedIsCheckedAsWhatTheViewHas() {
    try (Fastjava app =
        Fastjava.create(o -> o.serialization(s -> s.validateResponses(true).warnDropped(true)))) {
      app.get(
          "/derived",
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, User.class)),
          (request, reply) -> user());
      app.get(
          "/open",
          r -> r.replyView(Everybody.class).schema(s -> s.response(200, Schemas.any())),
          (request, reply) -> user());
      assertThat(app.inject().get("/derived").body()).isEqualTo("{\"name\":\"Ada\"}");
      assertThat(app.inject().get("/open").body()).isEqualTo("{\"name\":\"Ada\"}");
    }
  }
}
