package dev.fastjava.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fastjava.internal.json.PlainMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.impl.UnknownSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * What the derived schemas and the writers take for granted of Jackson's own classes. A version in
 * which one of them has another class, name or answer fails here, and not by opening schemas or
 * slowing replies down without a word.
 */
class JacksonInternalsTests {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JacksonView VIEW = new JacksonView(MAPPER, Direction.BOTH);

  @NullUnmarked
  record Small(String text, int number) {}

  @NullUnmarked
  record Large(
      int a,
      long b,
      double c,
      boolean d,
      String e,
      List<String> f,
      Map<String, Small> g,
      Small h) {}

  @NullUnmarked
  static class Bean {
    private String text;
    private List<Small> parts;

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public List<Small> getParts() {
      return parts;
    }

    public void setParts(List<Small> parts) {
      this.parts = parts;
    }
  }

  @NullUnmarked
  record Formatted(@JsonFormat(shape = JsonFormat.Shape.STRING) int number) {}

  static class Empty {}

  private static JavaType type(Class<?> type) {
    return MAPPER.constructType(type);
  }

  private static List<BeanPropertyWriter> writers(Class<?> type) {
    List<BeanPropertyWriter> all = new ArrayList<>();
    Iterator<PropertyWriter> properties = ((BeanSerializerBase) serializer(type)).properties();
    properties.forEachRemaining(each -> all.add((BeanPropertyWriter) each));
    return all;
  }

  private static ValueSerializer<?> serializer(Class<?> type) {
    ValueSerializer<?> serializer = VIEW.serializer(type(type));
    assertThat(serializer).isNotNull();
    return serializer;
  }

  private static ValueDeserializer<?> deserializer(Class<?> type) {
    ValueDeserializer<?> deserializer = VIEW.deserializer(type(type));
    assertThat(deserializer).isNotNull();
    return deserializer;
  }

  @ParameterizedTest
  @ValueSource(classes = {Small.class, Large.class, Bean.class})
  void recordsAndBeansAreWrittenByTheClassesThatAreKnown(Class<?> type) {
    assertThat(PlainProperties.isObject(serializer(type))).isTrue();
    assertThat(writers(type)).isNotEmpty().allMatch(VIEW.writing()::isSayable);
    assertThat(writers(type))
        .allSatisfy(each -> assertThat(each.getClass()).isEqualTo(BeanPropertyWriter.class));
    assertThat(serializer(type).getClass().getName()).startsWith("tools.jackson.databind.");
  }

  @ParameterizedTest
  @ValueSource(classes = {Small.class, Large.class, Bean.class})
  void recordsAndBeansAreReadByTheClassesThatAreKnown(Class<?> type) {
    BeanDeserializerBase deserializer = (BeanDeserializerBase) deserializer(type);
    assertThat(VIEW.reading().isObject(deserializer, type)).isTrue();
    List<SettableBeanProperty> properties = new ArrayList<>();
    deserializer.properties().forEachRemaining(properties::add);
    deserializer.creatorProperties().forEachRemaining(properties::add);
    assertThat(properties).isNotEmpty().allMatch(VIEW.reading()::isPlain);
  }

  @Test
  void whatIsSaidOfAPropertyShows() {
    assertThat(writers(Formatted.class)).isNotEmpty().noneMatch(VIEW.writing()::isSayable);
    assertThat(serializer(Empty.class)).isInstanceOf(UnknownSerializer.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {Small.class, Large.class, Bean.class})
  void theirSchemasAreNotOpen(Class<?> type) {
    for (Direction direction : Direction.values()) {
      assertThat(new TypeSchemas(MAPPER).of(type, direction))
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsEntry("type", "object")
          .extractingByKey("properties", InstanceOfAssertFactories.MAP)
          .hasSize(writers(type).size())
          .doesNotContainValue(Map.of());
    }
  }

  @Test
  void containersAreOfTheirLogicalTypes() {
    assertThat(deserializer(ArrayList.class).logicalType()).isEqualTo(LogicalType.Collection);
    assertThat(deserializer(TreeSet.class).logicalType()).isEqualTo(LogicalType.Collection);
    assertThat(deserializer(String[].class).logicalType()).isEqualTo(LogicalType.Array);
    assertThat(deserializer(int[].class).logicalType()).isEqualTo(LogicalType.Array);
    assertThat(deserializer(HashMap.class).logicalType()).isEqualTo(LogicalType.Map);
  }

  @Test
  void containersOfTheJdkAreWrittenAlike() {
    PlainMapper plain = new PlainMapper(MAPPER);
    assertThat(plain.writesPlainly()).isTrue();
    for (Object each :
        List.of(
            new ArrayList<>(),
            List.of(),
            Arrays.asList(1),
            new ArrayDeque<>(),
            new LinkedHashSet<>(),
            new TreeSet<>())) {
      assertThat(plain.isPlainCollection(each.getClass())).as(each.getClass().getName()).isTrue();
    }
    for (Object each : List.of(new HashMap<>(), new LinkedHashMap<>(), new TreeMap<>(), Map.of())) {
      assertThat(plain.isPlainMap(each.getClass())).as(each.getClass().getName()).isTrue();
    }
  }

  /**
   * Asks a mapper for objects without one of their properties, and holds what we foretell against
   * it.
   */
  @ParameterizedTest
  @EnumSource(
      value = DeserializationFeature.class,
      names = {
        "FAIL_ON_NULL_FOR_PRIMITIVES",
        "FAIL_ON_MISSING_CREATOR_PROPERTIES",
        "FAIL_ON_NULL_CREATOR_PROPERTIES"
      })
  void whatACreatorCannotDoWithoutIsForetold(DeserializationFeature feature) {
    for (boolean on : new boolean[] {true, false}) {
      JsonMapper mapper = MAPPER.rebuild().configure(feature, on).build();
      PlainReading reading = new PlainReading(mapper);
      BeanDeserializerBase deserializer =
          (BeanDeserializerBase) reading.deserializer(mapper.constructType(Small.class));
      Map<String, Boolean> needed = new HashMap<>();
      deserializer
          .creatorProperties()
          .forEachRemaining(each -> needed.put(each.getName(), reading.isNeeded(each)));
      assertThat(needed)
          .isEqualTo(
              Map.of(
                  "text", !binds(mapper, "{'number':1}"),
                  "number", !binds(mapper, "{'text':''}")));
      assertThat(reading.takesNull(int.class))
          .isEqualTo(binds(mapper, "{'text':'','number':null}"));
    }
  }

  private static boolean binds(JsonMapper mapper, String json) {
    try {
      return mapper.readValue(json.replace('\'', '"'), Small.class) != null;
    } catch (JacksonException e) {
      return false;
    }
  }
}
