package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

class PresetPropertiesTests {
  @NullUnmarked
  abstract static class Paging {
    @NotNull public Integer size;
  }

  @NullUnmarked
  static class Filter extends Paging {
    @NotNull private String sort = "name";
    @NotEmpty public List<String> fields = List.of("id");

    Filter() {
      size = 20;
    }

    public String getSort() {
      return sort;
    }

    public void setSort(String sort) {
      this.sort = sort;
    }

    @Override
    public String toString() {
      return sort + fields + size;
    }
  }

  static class Marked {
    public String text = "preset";
    public int page = 1;

    @Override
    public String toString() {
      return text + page;
    }
  }

  @NullUnmarked
  static class Empty {
    @NotEmpty public List<String> fields = new ArrayList<>();
  }

  @NullUnmarked
  static class Blank {
    @NotNull public String unset;
  }

  @NullUnmarked
  static class Failing {
    @NotNull public Integer size = 1;

    Failing() {
      throw new IllegalStateException("not at boot");
    }
  }

  private static InjectResponse post(Class<?> type, String body) {
    try (Fastjava app = Fastjava.create()) {
      app.post("/", r -> r.schema(s -> s.body(type)), (q, p) -> q.body(type).toString());
      return app.inject(
          r ->
              r.method("POST")
                  .url("/")
                  .header("content-type", "application/json")
                  .payload(body.replace('\'', '"')));
    }
  }

  @Test
  void whatAFreshBeanHasIsNotRequired() {
    assertThat(post(Filter.class, "{}")).hasStatus(200).hasBody("name[id]20");
    assertThat(post(Filter.class, "{'sort':'age','size':5}")).hasBody("age[id]5");
  }

  @Test
  void inNullMarkedCodeToo() {
    assertThat(post(Marked.class, "{}")).hasStatus(200).hasBody("preset1");
  }

  @Test
  void nullStaysRefused() {
    for (String body : List.of("{'sort':null}", "{'size':null}", "{'fields':null}")) {
      assertThat(post(Filter.class, body)).hasStatus(400);
    }
    assertThat(post(Marked.class, "{'text':null}")).hasStatus(400);
    assertThat(post(Filter.class, "{'fields':[]}")).hasStatus(400);
  }

  @Test
  void whatAFreshBeanLacksOrMayNotHaveIsRequired() {
    assertThat(post(Blank.class, "{}")).hasStatus(400);
    assertThat(post(Empty.class, "{}")).hasStatus(400);
    assertThat(post(Failing.class, "{}")).hasStatus(400);
  }

  @Test
  void queriesHaveTheirPresetsToo() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          r -> r.schema(s -> s.querystring(Filter.class)),
          (q, p) -> q.query(Filter.class).toString());
      assertThat(app.inject().get("/?size=3")).hasStatus(200).hasBody("name[id]3");
    }
  }

  @NullUnmarked
  static class Named {
    @NotBlank public String name = "preset";
  }

  @Test
  void aBlankTextNeedsAValidatorAsEver() {
    Consumer<RouteDefinition> named = r -> r.schema(s -> s.body(Named.class));
    try (Fastjava app = Fastjava.create()) {
      app.post("/", named, (q, p) -> "");
      assertThatThrownBy(() -> Eventually.join(app.ready())).hasMessageContaining("NotBlank");
    }
  }
}
