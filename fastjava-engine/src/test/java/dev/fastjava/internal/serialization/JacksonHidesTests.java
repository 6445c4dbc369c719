package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** What Jackson is told to hide stays hidden, whatever a schema would admit. */
@SuppressWarnings({
  "UnusedMethod",
  "UnusedVariable",
  "EffectivelyPrivate",
  "ArrayRecordComponent"
}) // read by reflection
class JacksonHidesTests {
  private static final String SECRET = "s3cr3t";

  record User(String name, String hash) {}

  private static User user() {
    return new User("Ada", SECRET);
  }

  record IgnoredInside(String title, @JsonIgnoreProperties("hash") User author) {}

  record IgnoredInList(String title, @JsonIgnoreProperties("hash") List<User> author) {}

  record IgnoredInArray(String title, @JsonIgnoreProperties("hash") User[] author) {}

  record IgnoredInMap(String title, @JsonIgnoreProperties("hash") Map<String, User> author) {}

  record IgnoredInOptional(String title, @JsonIgnoreProperties("hash") Optional<User> author) {}

  record IgnoredInObject(String title, @JsonIgnoreProperties("hash") Object author) {}

  record IncludedInside(String title, @JsonIncludeProperties("name") User author) {}

  record IncludedInList(String title, @JsonIncludeProperties("name") List<User> author) {}

  record WrittenAs(String title, @JsonSerialize(as = Named.class) Account author) {}

  record ContentWrittenAs(
      String title, @JsonSerialize(contentAs = Named.class) List<Account> author) {}

  interface Named {
    String getName();
  }

  record Account(String name, String hash) implements Named {
    @Override
    public String getName() {
      return name;
    }
  }

  record IgnoredProperty(String title, @JsonIgnore String hash) {}

  record WriteOnly(
      String title, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String hash) {}

  @JsonIgnoreProperties("hash")
  record IgnoredByClass(String title, String hash) {}

  @JsonIncludeProperties("title")
  record IncludedByClass(String title, String hash) {}

  @JsonIgnoreType
  record Hidden(String hash) {}

  record IgnoredType(String title, Hidden hidden) {}

  record NonNullContent(
      String title,
      @JsonInclude(content = JsonInclude.Include.NON_EMPTY) Map<String, String> author) {}

  static class Member {
    public String name = "Ada";
    public String hash = SECRET;

    @JsonIgnoreProperties({"members", "hash"})
    public @Nullable Group group;
  }

  static class Group {
    public String hash = SECRET;
    public String title = "Core";

    @JsonIgnoreProperties({"group", "hash"})
    public List<Member> members = List.of();
  }

  @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "name")
  record Identified(String name, String hash) {}

  record ById(String title, @JsonIdentityReference(alwaysAsId = true) Identified author) {}

  @JsonView(View.class)
  interface View {}

  private static Object cyclic() {
    Group group = new Group();
    Member member = new Member();
    member.group = group;
    group.members = List.of(member);
    return new CyclicHolder(group);
  }

  record CyclicHolder(@JsonIgnoreProperties("hash") Group author) {}

  private static Stream<Object> replies() {
    return Stream.of(
        new IgnoredInside("x", user()),
        new IgnoredInList("x", List.of(user())),
        new IgnoredInArray("x", new User[] {user()}),
        new IgnoredInMap("x", Map.of("a", user())),
        new IgnoredInOptional("x", Optional.of(user())),
        new IgnoredInObject("x", user()),
        new IncludedInside("x", user()),
        new IncludedInList("x", List.of(user())),
        new WrittenAs("x", new Account("Ada", SECRET)),
        new ContentWrittenAs("x", List.of(new Account("Ada", SECRET))),
        new IgnoredProperty("x", SECRET),
        new WriteOnly("x", SECRET),
        new IgnoredByClass("x", SECRET),
        new IncludedByClass("x", SECRET),
        new IgnoredType("x", new Hidden(SECRET)),
        new ById("x", new Identified("Ada", SECRET)),
        cyclic());
  }

  private static JsonSchema open() {
    return Schemas.object().additionalProperties(true);
  }

  private static JsonSchema declared(Object reply) {
    JsonSchema user =
        Schemas.object()
            .prop("name", Schemas.string())
            .prop("title", Schemas.string())
            .prop("hash", Schemas.string())
            .prop(
                "a", Schemas.object().prop("hash", Schemas.string()).prop("name", Schemas.string()))
            .prop("group", open())
            .prop("members", Schemas.array(open()));
    boolean many =
        reply instanceof IgnoredInList
            || reply instanceof IgnoredInArray
            || reply instanceof IncludedInList
            || reply instanceof ContentWrittenAs;
    return Schemas.object()
        .prop("title", Schemas.string())
        .prop("hash", Schemas.string())
        .prop("hidden", Schemas.object().prop("hash", Schemas.string()))
        .prop("author", many ? Schemas.array(user) : user);
  }

  private static Stream<Arguments> hidden() {
    return replies()
        .flatMap(
            reply ->
                Stream.of(
                    Arguments.of("no schema", reply, null),
                    Arguments.of("open", reply, open()),
                    Arguments.of("hand-written", reply, declared(reply)),
                    Arguments.of("derived", reply, reply.getClass())));
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("hidden")
  void hiddenPropertiesNeverLeave(String form, Object reply, @Nullable Object schema) {
    InjectResponse response = reply(reply, schema);
    assertThat(response.body()).doesNotContain(SECRET);
    if (!(reply instanceof ById && form.equals("hand-written"))) {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
    if (!form.equals("hand-written")) {
      assertThat(JsonMapper.shared().readTree(response.body()))
          .isEqualTo(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(reply)));
    }
  }

  record Dated(
      @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
      @Nullable Integer age,
      @Nullable Boolean vip,
      @Nullable String nick) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonTypeName("cat")
  record Cat(String name, @Nullable Integer age) {}

  @Test
  void aNullBesideAPropertyThatJacksonWritesIsLeftOutAndNotConverted() {
    JsonSchema schema =
        Schemas.object()
            .prop("day", Schemas.string())
            .prop("age", Schemas.integer())
            .prop("vip", Schemas.bool())
            .prop("nick", Schemas.string());
    assertThat(reply(new Dated(LocalDate.of(2026, 1, 2), null, null, null), schema).body())
        .isEqualTo("{\"day\":\"02.01.2026\"}");
  }

  @Test
  void aNullInATaggedTypeIsLeftOut() {
    JsonSchema schema =
        Schemas.object()
            .prop("kind", Schemas.string())
            .prop("name", Schemas.string())
            .prop("age", Schemas.integer());
    assertThat(reply(new Cat("Tom", null), schema).body())
        .isEqualTo("{\"kind\":\"cat\",\"name\":\"Tom\"}");
    assertThat(reply(new Cat("Tom", null), Cat.class).statusCode()).isEqualTo(200);
  }

  private static InjectResponse reply(Object reply, @Nullable Object schema) {
    Fastjava app = Fastjava.create();
    app.get(
        "/",
        route ->
            route.schema(
                s -> {
                  if (schema instanceof Class<?> type) {
                    s.response(200, type);
                  } else if (schema != null) {
                    s.response(200, (JsonSchema) schema);
                  }
                }),
        (request, answer) -> reply);
    try (app) {
      return app.inject().get("/");
    }
  }
}
