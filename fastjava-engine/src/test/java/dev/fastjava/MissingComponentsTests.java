package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.fastjava.inject.InjectResponse;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a creator takes may be missing where Jackson makes the object without it. */
class MissingComponentsTests {
  private static final JsonMapper DEFAULT = JsonMapper.builder().build();

  @NullUnmarked
  record Loose(String name, Integer age, List<String> tags, OptionalInt level) {}

  @NullUnmarked
  record Counted(String name, int count) {}

  @NullUnmarked
  record Demanding(
      @NotNull String one,
      @NonNull String two,
      @NotEmpty List<String> three,
      @JsonProperty(required = true) String four,
      String five) {}

  @NullUnmarked
  record Filled(@JsonSetter(nulls = Nulls.AS_EMPTY) String name) {}

  @NullMarked
  record Strict(String name, List<String> tags, @Nullable String nick, OptionalInt level) {}

  @NullUnmarked
  static final class Created {
    final String name;
    final int count;

    @JsonCreator
    Created(@JsonProperty("name") String name, @JsonProperty("count") int count) {
      this.name = name;
      this.count = count;
    }
  }

  private static <T> InjectResponse post(
      JsonMapper mapper, Class<T> type, String body, AtomicReference<T> bound) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post(
          "/",
          route -> route.schema(s -> s.body(type)),
          (request, reply) -> {
            bound.set(request.body(type));
            return "ok";
          });
      return app.inject()
          .post("/", body.replace('\'', '"'), r -> r.header("content-type", "application/json"));
    }
  }

  private static String refusal(JsonMapper mapper, Class<?> type, String body) {
    InjectResponse response = post(mapper, type, body, new AtomicReference<>());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    return String.valueOf(((Map<?, ?>) response.json()).get("message"));
  }

  @Test
  void whatNothingDemandsMayBeMissing() {
    AtomicReference<Loose> bound = new AtomicReference<>();
    assertThat(post(DEFAULT, Loose.class, "{}", bound).body()).isEqualTo("ok");
    assertThat(bound.get()).isEqualTo(new Loose(null, null, null, OptionalInt.empty()));
    AtomicReference<Filled> filled = new AtomicReference<>();
    assertThat(post(DEFAULT, Filled.class, "{}", filled).body()).isEqualTo("ok");
    assertThat(filled.get()).isEqualTo(DEFAULT.readValue("{}", Filled.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three", "four"})
  void annotationsDemandIt(String name) {
    String all = "{'one':'1','two':'2','three':['3'],'four':'4'}";
    assertThat(post(DEFAULT, Demanding.class, all, new AtomicReference<>()).body()).isEqualTo("ok");
    assertThat(refusal(DEFAULT, Demanding.class, all.replace("'" + name + "'", "'other'")))
        .isEqualTo("body must have required property '" + name + "'");
  }

  @Test
  void codeThatIsMarkedDemandsIt() {
    assertThat(refusal(DEFAULT, Strict.class, "{'tags':[]}"))
        .isEqualTo("body must have required property 'name'");
    assertThat(
            post(DEFAULT, Strict.class, "{'name':'n','tags':[]}", new AtomicReference<>()).body())
        .isEqualTo("ok");
  }

  @Test
  void primitivesAreDemandedUnlessTheMapperTakesNullForThem() {
    for (Class<?> type : List.of(Counted.class, Created.class)) {
      assertThat(refusal(DEFAULT, type, "{'name':'n'}"))
          .isEqualTo("body must have required property 'count'");
      assertThat(refusal(DEFAULT, type, "{'count':null}")).isEqualTo("body/count must be integer");
    }
    JsonMapper lenient =
        DEFAULT.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    for (String body : List.of("{'name':'n'}", "{'name':'n','count':null}")) {
      AtomicReference<Counted> bound = new AtomicReference<>();
      assertThat(post(lenient, Counted.class, body, bound).body()).isEqualTo("ok");
      assertThat(bound.get()).isEqualTo(new Counted("n", 0));
      AtomicReference<Created> created = new AtomicReference<>();
      assertThat(post(lenient, Created.class, body, created).body()).isEqualTo("ok");
      assertThat(created.get().count).isZero();
    }
  }

  @Test
  void theMapperDemandsIt() {
    JsonMapper complete =
        DEFAULT.rebuild().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();
    assertThat(refusal(complete, Loose.class, "{}"))
        .isEqualTo("body must have required property 'name'");
    String nulls = "{'name':null,'age':null,'tags':null,'level':null}";
    assertThat(post(complete, Loose.class, nulls, new AtomicReference<>()).body()).isEqualTo("ok");
    JsonMapper notNull =
        DEFAULT.rebuild().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();
    assertThat(refusal(notNull, Loose.class, "{}"))
        .isEqualTo("body must have required property 'name'");
  }

  @Test
  void whatIsWrittenHasAllComponents() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, Loose.class)),
          (request, reply) -> new Loose(null, 1, List.of(), OptionalInt.empty()));
      assertThat(app.inject().get("/").body())
          .isEqualTo("{\"name\":null,\"age\":1,\"tags\":[],\"level\":null}");
    }
  }
}
