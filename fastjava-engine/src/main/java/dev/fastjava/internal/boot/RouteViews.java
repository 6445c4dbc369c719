package dev.fastjava.internal.boot;

import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.types.MapperViews;
import dev.fastjava.schema.SerializerFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What routes with a view ({@code @JsonView}) use in the place of what the server has: made at
 * boot, once for each view, of mappers that know no other view.
 */
final class RouteViews {
  private final JsonMapper mapper;
  private final SchemaReader schemas;
  private final JsonBinder binder;
  private final Function<JsonMapper, SerializerFactory> serializers;
  private final Function<JsonBinder, ConstraintSetup> constraints;
  private final Map<Class<?>, OfReplies> replies = new HashMap<>();
  private final Map<Class<?>, OfBodies> bodies = new HashMap<>();

  private final HookViews hooks = new HookViews();

  /**
   * Starts without views.
   *
   * @param mapper that of the server, as {@code schemas} and {@code binder} are
   */
  RouteViews(
      JsonMapper mapper,
      SchemaReader schemas,
      JsonBinder binder,
      Function<JsonMapper, SerializerFactory> serializers,
      Function<JsonBinder, ConstraintSetup> constraints) {
    this.mapper = mapper;
    this.schemas = schemas;
    this.binder = binder;
    this.serializers = serializers;
    this.constraints = constraints;
  }

  /**
   * What replies in a view are described and written by.
   *
   * @param writer writes what has no schema
   */
  record OfReplies(
      Class<?> view, JsonWriter writer, SchemaReader schemas, SerializerFactory serializers) {}

  /** What bodies in a view are described and bound by. */
  record OfBodies(
      Class<?> view, JsonBinder binder, SchemaReader schemas, ConstraintSetup constraints) {}

  /** The views that hooks give to routes. */
  HookViews hooks() {
    return hooks;
  }

  /**
   * Returns what replies in a view need.
   *
   * @throws IllegalArgumentException when there can be no such view
   */
  synchronized OfReplies ofReplies(Class<?> view) {
    OfReplies known = replies.get(view);
    if (known == null) {
      JsonMapper writing = derived(view, builder -> builder.defaultSerializationView(view));
      known =
          new OfReplies(
              view, new JsonWriter(writing), schemas.with(writing), serializers.apply(writing));
      replies.put(view, known);
    }
    return known;
  }

  /**
   * Returns what bodies in a view need.
   *
   * @throws IllegalArgumentException when there can be no such view
   */
  synchronized OfBodies ofBodies(Class<?> view) {
    OfBodies known = bodies.get(view);
    if (known == null) {
      JsonMapper reading = derived(view, builder -> builder.defaultDeserializationView(view));
      JsonBinder binding = binder.withBodies(reading);
      known = new OfBodies(view, binding, schemas.with(reading), constraints.apply(binding));
      bodies.put(view, known);
    }
    return known;
  }

  private JsonMapper derived(Class<?> view, UnaryOperator<JsonMapper.Builder> change) {
    if (view.isPrimitive() || view.isArray()) {
      throw new IllegalArgumentException(
          view.getTypeName() + " is no view: one is a class or an interface");
    }
    if (!MapperViews.areFoundBy(mapper)) {
      throw new IllegalArgumentException(
          "the mapper finds no views: it does not read the annotation @JsonView"
              + " (MapperFeature.USE_ANNOTATIONS, or an annotation introspector of its own)");
    }
    JsonMapper derived = change.apply(mapper.rebuild()).build();
    if (derived.getClass() != mapper.getClass()) {
      throw new IllegalArgumentException(
          "the mapper, a "
              + mapper.getClass().getTypeName()
              + ", cannot be given a view: its rebuild() makes a "
              + derived.getClass().getTypeName());
    }
    return derived;
  }
}
