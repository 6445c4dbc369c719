package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.Fastjava;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.CollectionType;

/**
 * The law of types where a type stands inside of a schema that somebody wrote: its instance is what
 * the mapper writes of the type, whatever it is held in, and however Jackson writes that.
 */
@SuppressWarnings("unused") // Jackson reads the members
class TypesInsideTests {
  /** Mappers that write what holds values in some way of their own, or not. */
  enum Mapper {
    DEFAULT(b -> b),
    ORDERED(b -> b.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)),
    CONTENT(b -> b.changeDefaultPropertyInclusion(i -> i.withContentInclusion(nonNull()))),
    LISTS(b -> b.withConfigOverride(List.class, o -> o.setInclude(nonEmpty()))),
    MAPS(b -> b.withConfigOverride(Map.class, o -> o.setInclude(nonEmpty()))),
    COLLECTIONS(b -> b.withConfigOverride(Collection.class, o -> o.setInclude(nonEmpty()))),
    MODULE(b -> b.addModule(new SimpleModule().setSerializerModifier(new Around()))),
    TYPING(
        b ->
            b.activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
                DefaultTyping.NON_FINAL)),
    VIEW(b -> b.enable(MapperFeature.DEFAULT_VIEW_INCLUSION));

    @SuppressWarnings("ImmutableEnumChecker") // a mapper never changes
    final JsonMapper mapper;

    Mapper(UnaryOperator<JsonMapper.Builder> changes) {
      this.mapper = changes.apply(JsonMapper.builder()).build();
    }

    RouteDefinition declare(RouteDefinition route) {
      return this == VIEW ? route.replyView(Object.class) : route;
    }

    private static JsonInclude.Include nonNull() {
      return JsonInclude.Include.NON_NULL;
    }

    private static JsonInclude.Value nonEmpty() {
      return JsonInclude.Value.construct(
          JsonInclude.Include.NON_EMPTY, JsonInclude.Include.USE_DEFAULTS);
    }
  }

  /** A module that has a hand in how collections are written. */
  private static final class Around extends ValueSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueSerializer<?> modifyCollectionSerializer(
        SerializationConfig config,
        CollectionType type,
        BeanDescription.Supplier bean,
        ValueSerializer<?> serializer) {
      return new Within(serializer);
    }
  }

  private static final class Within extends ValueSerializer<Object> {
    private final ValueSerializer<Object> inside;

    @SuppressWarnings("unchecked") // called with what it was made for
    Within(ValueSerializer<?> inside) {
      this.inside = (ValueSerializer<Object>) inside;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      inside.serialize(value, out, context);
    }

    @Override
    public ValueSerializer<?> createContextual(
        SerializationContext context, BeanProperty property) {
      return new Within(context.handlePrimaryContextualization(inside, property));
    }

    @Override
    public void resolve(SerializationContext context) {
      inside.resolve(context);
    }
  }

  record Held(@Nullable Object x) {}

  @NullUnmarked
  static class Bean {
    private final @Nullable Object x;

    Bean(@Nullable Object x) {
      this.x = x;
    }

    public @Nullable Object getX() {
      return x;
    }
  }

  record Any(@JsonAnyGetter Map<String, Object> all) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  record Kind(Object x) {}

  @JsonIgnoreProperties("secret")
  static class Hiding extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    Hiding(Object x) {
      put("x", x);
      put("secret", "HIDDEN");
    }
  }

  record Outside(@JsonUnwrapped Held held) {}

  record Beside(
      @JsonFormat(shape = JsonFormat.Shape.STRING) int number,
      @JsonInclude(JsonInclude.Include.NON_NULL) Object x) {}

  record Instead(@JsonValue Held held) {}

  private static final Map<String, Function<Object, Object>> HOLDERS = new LinkedHashMap<>();
  private static final Map<String, Function<Object, Object>> ARRAYS = new LinkedHashMap<>();

  static {
    HOLDERS.put("map", x -> Collections.singletonMap("x", x));
    HOLDERS.put("hash map", x -> new LinkedHashMap<>(Map.of("x", x)));
    HOLDERS.put("record", Held::new);
    HOLDERS.put("bean", Bean::new);
    HOLDERS.put("any", x -> new Any(Map.of("x", x)));
    HOLDERS.put("kind", Kind::new);
    HOLDERS.put("hiding map", Hiding::new);
    HOLDERS.put("unwrapped", x -> new Outside(new Held(x)));
    HOLDERS.put("beside", x -> new Beside(1, x));
    HOLDERS.put("instead", x -> new Instead(new Held(x)));
    HOLDERS.put("entry", x -> Map.entry("x", x));
    HOLDERS.put("simple entry", x -> new AbstractMap.SimpleEntry<>("x", x));
    HOLDERS.put("optional", x -> Optional.of(new Held(x)));
    HOLDERS.put("optional inside", x -> Map.of("x", Optional.of(x)));
    HOLDERS.put("optional in a record", x -> new Held(Optional.of(x)));
    HOLDERS.put("reference", x -> new AtomicReference<>(new Held(x)));
    HOLDERS.put("reference inside", x -> Map.of("x", new AtomicReference<>(x)));
    HOLDERS.put("future", TypesInsideTests::future);
    ARRAYS.put("list", List::of);
    ARRAYS.put("array list", x -> new ArrayList<>(List.of(x)));
    ARRAYS.put("set", x -> new LinkedHashSet<>(List.of(x)));
    ARRAYS.put("array", x -> new Object[] {x});
    ARRAYS.put("stream", java.util.stream.Stream::of);
    ARRAYS.put("iterator", x -> List.of(x).iterator());
    ARRAYS.put("optional list", x -> Optional.of(List.of(x)));
    ARRAYS.put("list of optionals", x -> List.of(Optional.of(x)));
    ARRAYS.put("list of references", x -> List.of(new AtomicReference<>(x)));
  }

  private @Nullable Object value;
  private final List<String> found = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void anInstanceIsWhatTheMapperWritesOfTheTypeWhateverHoldsIt(Mapper with) {
    List<Sample> samples = InsideSamples.all();
    int compared = 0;
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(with.mapper).exposeHeadRoutes(false))) {
      for (int i = 0; i < samples.size(); i++) {
        JsonSchema type = Schemas.of(samples.get(i).type());
        route(app, with, "/" + i, object().prop("x", type));
        route(app, with, "/array/" + i, array(type));
        route(app, with, "/deep/" + i, object().prop("x", object().prop("x", type)));
      }
      for (int i = 0; i < samples.size(); i++) {
        Sample sample = samples.get(i);
        for (Object each : sample.values()) {
          String json = written(with, with.mapper.constructType(sample.type()), each);
          if (json == null) {
            continue; // not a value that Jackson can write with this mapper
          }
          for (var holder : HOLDERS.entrySet()) {
            String name = with + " " + sample + " in " + holder.getKey();
            Object held = holder.getValue().apply(each);
            if (isOutside(with, each, holder.getKey(), held)) {
              continue;
            }
            compare(app, name, "/" + i, held, "{\"x\":" + json + "}");
            if (held instanceof CompletableFuture) {
              continue;
            }
            for (var around : List.of("record", "kind")) {
              Object deep = HOLDERS.get(around).apply(held);
              String all = "{\"x\":{\"x\":" + json + "}}";
              compare(app, name + " in " + around, "/deep/" + i, deep, all);
            }
            compared++;
          }
          for (var holder : ARRAYS.entrySet()) {
            if (isOutside(with, each, holder.getKey(), null)) {
              continue;
            }
            String name = with + " " + sample + " in " + holder.getKey();
            compare(app, name, "/array/" + i, holder.getValue().apply(each), "[" + json + "]");
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(700);
    assertThat(found).isEmpty();
  }

  private void route(Fastjava app, Mapper with, String url, JsonSchema schema) {
    app.get(
        url,
        route -> with.declare(route).schema(s -> s.response(200, schema)),
        (request, reply) -> value);
  }

  /** Tells whether the type of what is held is another one, or Jackson refuses the holder. */
  private static boolean isOutside(
      Mapper with, @Nullable Object object, String holder, @Nullable Object held) {
    return (object instanceof Optional && holder.contains("optional"))
        // The tag of what a root refers to is not that of a property.
        || (object instanceof Optional && with == Mapper.TYPING)
        || (with == Mapper.TYPING && holder.equals("unwrapped"))
        || (held != null && !(held instanceof CompletableFuture) && isRefused(with, held));
  }

  private static boolean isRefused(Mapper with, Object held) {
    return written(with, with.mapper.constructType(Object.class), held) == null;
  }

  private static @Nullable String written(Mapper with, JavaType type, @Nullable Object object) {
    try {
      return with.mapper.writerFor(type).writeValueAsString(object);
    } catch (JacksonException e) {
      return null;
    }
  }

  private void compare(Fastjava app, String name, String url, Object payload, String expected) {
    value = payload;
    InjectResponse response = app.inject().get(url);
    if (response.statusCode() != 200 || !response.body().equals(expected)) {
      found.add(name + ": " + response.body() + ", not " + expected);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the server waits for it
  private static Object future(Object held) {
    return CompletableFuture.completedFuture(Optional.of(new Held(held)));
  }
}
