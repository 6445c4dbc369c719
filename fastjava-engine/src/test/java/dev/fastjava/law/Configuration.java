package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.fastjava.Fastjava;
import dev.fastjava.RouteDefinition;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Mappers as applications configure them. */
enum Configuration {
  DEFAULT(builder -> builder),
  MAPPER_VIEW(
      builder ->
          builder.enable(MapperFeature.DEFAULT_VIEW_INCLUSION).defaultView(ViewSamples.Seen.class)),
  ROUTE_VIEW(
      builder -> builder.enable(MapperFeature.DEFAULT_VIEW_INCLUSION), ViewSamples.Seen.class),
  ROUTE_VIEW_ONLY(builder -> builder, ViewSamples.Seen.class),
  SNAKE_CASE(builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)),
  NON_NULL(
      builder ->
          builder.changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))),
  NUMBERS(
      builder ->
          builder
              .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
              .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
              .enable(EnumFeature.WRITE_ENUMS_USING_INDEX)),
  STRICT(
      builder ->
          builder
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
              .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
              .addMixIn(BeanSamples.Line.class, LineMixIn.class)
              .addMixIn(AnnotatedSamples.User.class, UserMixIn.class)
              .addModule(new SimpleModule("own").addSerializer(Integer.class, new Tenfold()))),
  LENIENT(builder -> builder.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)),
  COMPLETE(builder -> builder.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)),
  NOT_NULL(builder -> builder.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)),
  SKIPPING(
      builder ->
          builder.changeDefaultNullHandling(
              nulls -> JsonSetter.Value.construct(Nulls.SKIP, Nulls.SKIP)));

  @SuppressWarnings("ImmutableEnumChecker") // a mapper never changes
  private final JsonMapper own;

  private final @Nullable Class<?> view;

  @SuppressWarnings("ImmutableEnumChecker") // a mapper never changes
  private final JsonMapper mapper;

  Configuration(UnaryOperator<JsonMapper.Builder> changes) {
    this(changes, null);
  }

  Configuration(UnaryOperator<JsonMapper.Builder> changes, @Nullable Class<?> view) {
    this.own = changes.apply(JsonMapper.builder()).build();
    this.view = view;
    this.mapper = view == null ? own : own.rebuild().defaultView(view).build();
  }

  interface LineMixIn {
    @JsonProperty("article")
    String sku();
  }

  interface UserMixIn {
    @JsonIgnore
    String hash();
  }

  /** A module's serializer for a class that has one by default. */
  static class Tenfold extends ValueSerializer<Integer> {
    @Override
    public void serialize(Integer value, JsonGenerator out, SerializationContext context) {
      out.writeString(value + "0");
    }
  }

  /** Whether it changes what is written, and not only what is read. */
  boolean writes() {
    return compareTo(LENIENT) < 0;
  }

  /** What a reply is compared with: the mapper of the application, in the view of the routes. */
  JsonMapper mapper() {
    return mapper;
  }

  /** Whether values are written and read in a view. */
  boolean hasView() {
    return mapper.serializationConfig().getActiveView() != null;
  }

  /** Whether it tells little of types without views. */
  boolean isOfViewsOnly() {
    return this == MAPPER_VIEW || this == ROUTE_VIEW_ONLY;
  }

  /** Gives a route its view. */
  RouteDefinition declare(RouteDefinition route) {
    return view == null ? route : route.replyView(view).bodyView(view);
  }

  Fastjava app(boolean validates) {
    return Fastjava.create(
        o ->
            o.jsonMapper(own)
                .exposeHeadRoutes(false) // there are many routes
                .warningListener((code, message) -> {}) // of types that are empty in the view
                .serialization(s -> s.validateResponses(validates)));
  }
}
