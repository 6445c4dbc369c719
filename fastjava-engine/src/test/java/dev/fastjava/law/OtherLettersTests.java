package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Mappers that read names and values in other letters than they write, or less than they write. */
class OtherLettersTests {
  enum Level {
    LOW,
    High
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Shape permits Circle, Square {}

  @JsonTypeName("circle")
  @NullUnmarked
  record Circle(int radius) implements Shape {}

  @JsonTypeName("square")
  @NullUnmarked
  record Square(int side) implements Shape {}

  @NullUnmarked
  record Drawing(
      Shape shape, List<Shape> more, Circle circle, Level level, Map<Level, Integer> counts) {}

  @Test
  void valuesInOtherLettersAreTagsAndConstants() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    try (BoundAlike bodies = new BoundAlike(mapper, Drawing.class)) {
      bodies.reads(
          "{\"shape\":{\"kind\":\"CIRCLE\",\"radius\":1}}",
          "{\"more\":[{\"kind\":\"Square\",\"side\":1}],\"level\":\"low\"}",
          "{\"circle\":{\"kind\":\"CIRCLE\",\"radius\":1},\"level\":\"HIGH\"}",
          "{\"counts\":{\"low\":1,\"HIGH\":2}}");
      bodies.refuses("{\"shape\":{\"kind\":\"triangle\"}}", "{\"level\":\"none\"}");
    }
  }

  @Test
  void propertiesInOtherLettersHaveTags() {
    JsonMapper mapper =
        JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();
    try (BoundAlike bodies = new BoundAlike(mapper, Drawing.class)) {
      bodies.reads(
          "{\"SHAPE\":{\"KIND\":\"circle\",\"Radius\":1}}",
          "{\"more\":[{\"Kind\":\"square\",\"side\":1}]}");
    }
  }

  @Test
  void aTagThatTheMapperDoesWithoutIsNotDemanded() {
    JsonMapper mapper =
        JsonMapper.builder().disable(MapperFeature.REQUIRE_TYPE_ID_FOR_SUBTYPES).build();
    try (BoundAlike bodies = new BoundAlike(mapper, Drawing.class)) {
      bodies.reads("{\"circle\":{\"radius\":1}}");
    }
  }

  @Test
  void anUnknownTagMayStandForNothing() {
    JsonMapper mapper =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE).build();
    try (BoundAlike bodies = new BoundAlike(mapper, Drawing.class)) {
      bodies.reads("{\"shape\":{\"kind\":\"triangle\",\"a\":1},\"level\":\"LOW\"}");
    }
  }
}
