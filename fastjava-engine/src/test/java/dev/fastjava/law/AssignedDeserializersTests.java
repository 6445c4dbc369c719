package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdNodeBasedDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** What modules have properties read by: a schema of the type would be wrong there. */
class AssignedDeserializersTests {
  @NullUnmarked
  static class Bean {
    public int number = 1;
    public String text = "t";
    public LocalDate day;
    public List<Integer> items;
    public Map<String, Integer> entries;
  }

  @NullUnmarked
  record Made(@JsonProperty("number") int number, String text) {}

  @NullUnmarked
  static class Around {
    public Bean bean;
    public List<Bean> beans;
  }

  /** Reads texts by a function, and nothing else. */
  private static ValueDeserializer<Object> texts(Function<String, Object> function) {
    return new ValueDeserializer<>() {
      @Override
      public Object deserialize(JsonParser parser, DeserializationContext context) {
        return function.apply(parser.getString());
      }
    };
  }

  private static JsonMapper mapper(
      Class<?> type, java.util.function.Consumer<BeanDeserializerBuilder> change) {
    ValueDeserializerModifier modifier =
        new ValueDeserializerModifier() {
          @Override
          public BeanDeserializerBuilder updateBuilder(
              DeserializationConfig config,
              BeanDescription.Supplier bean,
              BeanDeserializerBuilder builder) {
            if (bean.getBeanClass() == type) {
              change.accept(builder);
            }
            return builder;
          }
        };
    return JsonMapper.builder()
        .addModule(new SimpleModule("own").setDeserializerModifier(modifier))
        .build();
  }

  private static void assign(
      BeanDeserializerBuilder builder, String name, ValueDeserializer<?> deserializer) {
    SettableBeanProperty property = builder.findProperty(PropertyName.construct(name));
    builder.addOrReplaceProperty(property.withValueDeserializer(deserializer), true);
  }

  @Test
  void aDeserializerOfAPropertyReadsIt() {
    JsonMapper mapper = mapper(Bean.class, b -> assign(b, "number", texts(String::length)));
    try (BoundAlike bodies = new BoundAlike(mapper, Bean.class)) {
      bodies.reads("{\"number\":\"abcd\"}", "{\"number\":\"\",\"text\":\"x\"}");
      bodies.refuses("{\"text\":{}}");
    }
    try (BoundAlike bodies = new BoundAlike(mapper, Around.class)) {
      bodies.reads("{\"bean\":{\"number\":\"abcd\"},\"beans\":[{\"number\":\"ab\"}]}");
    }
  }

  @Test
  void soDoesOneOfJacksonsOwnThatIsSetUpOtherwise() {
    JsonMapper mapper =
        mapper(
            Bean.class,
            b ->
                assign(
                    b,
                    "day",
                    new LocalDateDeserializer(
                        DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT))));
    try (BoundAlike bodies = new BoundAlike(mapper, Bean.class)) {
      bodies.reads("{\"day\":\"24.12.2026\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"items", "entries"})
  void soDoesWhatReadsAWholeListOrMap(String name) {
    JsonMapper mapper =
        mapper(
            Bean.class,
            b ->
                assign(
                    b,
                    name,
                    texts(
                        text ->
                            name.equals("items")
                                ? new ArrayList<>(List.of(text.length()))
                                : new java.util.LinkedHashMap<>(Map.of(text, 1)))));
    try (BoundAlike bodies = new BoundAlike(mapper, Bean.class)) {
      bodies.reads("{\"" + name + "\":\"abc\"}");
    }
  }

  @Test
  void aPropertyOfAModulesOwnClassReadsItself() {
    JsonMapper mapper =
        mapper(
            Bean.class,
            b -> {
              SettableBeanProperty property = b.findProperty(PropertyName.construct("number"));
              b.addOrReplaceProperty(new Hexadecimal(property), true);
            });
    try (BoundAlike bodies = new BoundAlike(mapper, Bean.class)) {
      bodies.reads("{\"number\":\"ff\"}");
    }
  }

  /** Sets a number from a hexadecimal text. */
  private static final class Hexadecimal extends SettableBeanProperty.Delegating {
    private static final long serialVersionUID = 1L;

    Hexadecimal(SettableBeanProperty property) {
      super(property);
    }

    @Override
    protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
      return new Hexadecimal(property);
    }

    @Override
    public void deserializeAndSet(
        JsonParser parser, DeserializationContext context, Object instance) {
      delegate.set(context, instance, Integer.parseInt(parser.getString(), 16));
    }
  }

  @Test
  void aCreatorsPropertyIsReadByWhatItWasGiven() {
    JsonMapper mapper =
        mapper(
            Made.class,
            b -> {
              SettableBeanProperty[] arguments =
                  b.getValueInstantiator().getFromObjectArguments(null);
              arguments[0] = arguments[0].withValueDeserializer(texts(String::length));
            });
    try (BoundAlike bodies = new BoundAlike(mapper, Made.class)) {
      bodies.reads("{\"number\":\"abcd\",\"text\":\"x\"}");
    }
  }

  @Test
  void aClassIsReadByTheDeserializerThatAModuleMakesOfJacksons() {
    ValueDeserializerModifier modifier =
        new ValueDeserializerModifier() {
          @Override
          public ValueDeserializer<?> modifyDeserializer(
              DeserializationConfig config,
              BeanDescription.Supplier bean,
              ValueDeserializer<?> deserializer) {
            return bean.getBeanClass() == Made.class ? new FromPair() : deserializer;
          }
        };
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new SimpleModule("own").setDeserializerModifier(modifier))
            .build();
    try (BoundAlike bodies = new BoundAlike(mapper, Made.class)) {
      bodies.reads("[7,\"x\"]");
    }
  }

  /** Reads what is an object as a list of its properties. */
  private static final class FromPair extends StdNodeBasedDeserializer<Made> {
    FromPair() {
      super(Made.class);
    }

    @Override
    public Made convert(tools.jackson.databind.JsonNode node, DeserializationContext context) {
      return new Made(node.get(0).intValue(), node.get(1).stringValue());
    }
  }

  @Test
  void whatNobodyAssignedKeepsItsSchema() {
    try (BoundAlike bodies = new BoundAlike(JsonMapper.builder().build(), Around.class)) {
      bodies.reads("{\"bean\":{\"number\":2,\"day\":\"2026-12-24\",\"items\":[1]}}");
      org.assertj.core.api.Assertions.assertThat(
              bodies.refuses(
                  "{\"bean\":{\"number\":\"x\"}}",
                  "{\"bean\":{\"day\":\"x\"}}",
                  "{\"bean\":{\"items\":[\"x\"]}}",
                  "{\"bean\":{\"entries\":{\"k\":\"x\"}}}"))
          .contains("body/bean/entries/k must be integer");
    }
  }
}
