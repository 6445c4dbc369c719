package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.testing.EnglishValidators;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Null becomes what Jackson was told to make of it. */
class NullHandlingTests {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  @NullUnmarked
  static class Told {
    @JsonSetter(nulls = Nulls.SKIP)
    public int number = 7;

    @JsonSetter(nulls = Nulls.SKIP)
    @NotNull
    public String text = "t";

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    public List<String> list;

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    public long zero = 5;

    @JsonSetter(nulls = Nulls.FAIL)
    public Integer never = 1;

    @JsonSetter(contentNulls = Nulls.SKIP)
    public List<List<String>> some;

    @JsonSetter(contentNulls = Nulls.AS_EMPTY)
    public Map<String, String> texts;

    @JsonSetter(contentNulls = Nulls.SKIP)
    public int[] numbers;

    @JsonSetter(contentNulls = Nulls.FAIL)
    public List<String> full;
  }

  @NullMarked
  static class Marked {
    @JsonSetter(nulls = Nulls.SKIP)
    public String text = "t";

    @JsonSetter(contentNulls = Nulls.SKIP)
    public List<String> list = List.of();

    public int plain;
  }

  @NullUnmarked
  record Made(
      @JsonSetter(nulls = Nulls.AS_EMPTY) int zero,
      @JsonSetter(nulls = Nulls.AS_EMPTY) UUID id,
      @JsonSetter(nulls = Nulls.SKIP) String text,
      @JsonSetter(nulls = Nulls.SKIP) int number) {}

  @NullUnmarked
  static class Untold {
    public int number = 7;
    public String text = "t";
    public List<String> list = List.of("l");
    public long[] longs;
  }

  @Test
  void aPropertyKeepsItsValueOrBecomesEmptyOrRefusesNull() {
    try (ValidatorFactory factory = EnglishValidators.factory();
        BoundAlike bodies =
            new BoundAlike(
                PLAIN,
                Told.class,
                o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())))) {
      bodies.reads(
          "{\"number\":null}",
          "{\"text\":null}",
          "{\"list\":null}",
          "{\"zero\":null}",
          "{\"some\":[null,[\"a\",null]]}",
          "{\"texts\":{\"a\":null,\"b\":\"b\"}}",
          "{\"numbers\":[1,null,2]}",
          "{\"full\":[\"a\"],\"never\":2}");
      assertThat(bodies.refuses("{\"full\":[null]}")).contains("body/full/0 must be string");
      assertThat(bodies.refuses("{\"never\":null}")).contains("body/never must be integer");
    }
  }

  @Test
  void whatIsNotNullMayBeSentAsNullThatIsSkipped() {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Marked.class)) {
      bodies.reads("{\"text\":null,\"list\":[null,\"a\"],\"plain\":1}");
      bodies.refuses("{\"text\":\"a\",\"list\":null,\"plain\":1}", "{\"plain\":null}");
    }
  }

  @Test
  void creatorsHaveNothingToKeep() {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Made.class)) {
      bodies.reads("{\"zero\":null,\"id\":null,\"text\":null,\"number\":1}");
      bodies.refuses("{\"zero\":1,\"number\":null}");
    }
  }

  @Test
  void theMappersDefaultHolds() {
    JsonMapper mapper =
        JsonMapper.builder()
            .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.SKIP, Nulls.SKIP))
            .build();
    try (BoundAlike bodies = new BoundAlike(mapper, Untold.class)) {
      bodies.reads("{\"number\":null,\"text\":null,\"list\":[null,\"a\"],\"longs\":[null]}");
    }
    try (BoundAlike bodies = new BoundAlike(mapper, long[].class)) {
      bodies.reads("[1,null]");
    }
  }

  @Test
  void soDoesAnOverrideForAClass() {
    JsonMapper mapper =
        JsonMapper.builder()
            .withConfigOverride(
                int.class, c -> c.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.SKIP)))
            .withConfigOverride(
                List.class, c -> c.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .build();
    try (BoundAlike bodies = new BoundAlike(mapper, Untold.class)) {
      bodies.reads("{\"number\":null}", "{\"text\":null}");
      bodies.refuses("{\"list\":[null]}");
    }
  }

  @Test
  void withoutASettingNullIsAsEver() {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Untold.class)) {
      bodies.reads("{\"text\":null,\"list\":[null]}");
      bodies.refuses("{\"number\":null}", "{\"longs\":[null]}");
    }
  }
}
