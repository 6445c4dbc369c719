package dev.fastjava.law;

import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Mappers that differ in the names that they read. */
enum ReadingMapper {
  PLAIN(0, builder -> builder),
  ANY_CASE(1, builder -> builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)),
  SNAKE_CASE(2, builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)),
  STRICT(3, builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

  private final int number;

  @SuppressWarnings("ImmutableEnumChecker") // a mapper never changes
  private final JsonMapper mapper;

  ReadingMapper(int number, UnaryOperator<JsonMapper.Builder> changes) {
    this.number = number;
    this.mapper = changes.apply(JsonMapper.builder()).build();
  }

  /** Tells it from the others, for ever. */
  int number() {
    return number;
  }

  JsonMapper mapper() {
    return mapper;
  }

  /** The name that Jackson has for a property, from that in the code. */
  String named(String name) {
    return this == SNAKE_CASE ? name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) : name;
  }

  /** A name as it may be sent. */
  String sent(String name, Random random) {
    if (this != ANY_CASE) {
      return name;
    }
    return switch (random.nextInt(3)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
      default -> name;
    };
  }
}
