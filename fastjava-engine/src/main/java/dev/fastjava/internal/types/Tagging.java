package dev.fastjava.internal.types;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeIdResolver;
import tools.jackson.databind.jsontype.TypeSerializer;

/** How Jackson tells the subtypes of a type apart. */
final class Tagging {
  private final JsonTypeInfo.@Nullable As inclusion;
  private final JsonTypeInfo.@Nullable Id id;
  private final @Nullable String property;
  private final boolean hasDefault;
  private final boolean readsOthers;

  private Tagging(
      JsonTypeInfo.@Nullable As inclusion,
      @Nullable TypeIdResolver resolver,
      @Nullable String property,
      boolean hasDefault,
      boolean readsOthers) {
    this.readsOthers = readsOthers;
    this.inclusion = inclusion;
    this.id = resolver == null ? null : resolver.getMechanism();
    this.property = property;
    this.hasDefault = hasDefault;
  }

  /**
   * What is written; null when subtypes are not told apart.
   *
   * @param reader what reads the same; with a default for unknown tags any may be written
   * @param readsOthers whether the mapper reads other tags than are written
   */
  static @Nullable Tagging of(
      @Nullable TypeSerializer writer, @Nullable TypeDeserializer reader, boolean readsOthers) {
    return writer == null
        ? null
        : new Tagging(
            writer.getTypeInclusion(),
            writer.getTypeIdResolver(),
            writer.getPropertyName(),
            reader != null && reader.hasDefaultImpl(),
            readsOthers);
  }

  /**
   * What is read; null when subtypes are not told apart.
   *
   * @param readsOthers whether the mapper reads other tags than are written
   */
  static @Nullable Tagging of(@Nullable TypeDeserializer reader, boolean readsOthers) {
    return reader == null
        ? null
        : new Tagging(
            reader.getTypeInclusion(),
            reader.getTypeIdResolver(),
            reader.getPropertyName(),
            reader.hasDefaultImpl(),
            readsOthers);
  }

  /** Tells whether it is by the names of the subtypes in a property that is always there. */
  boolean isSayable() {
    return property != null
        && !hasDefault
        && !readsOthers
        && (id == JsonTypeInfo.Id.NAME || id == JsonTypeInfo.Id.SIMPLE_NAME)
        && (inclusion == JsonTypeInfo.As.PROPERTY
            || inclusion == JsonTypeInfo.As.EXISTING_PROPERTY);
  }

  /** Tells whether it is by a property. */
  boolean hasProperty() {
    return property != null;
  }

  /** The name of the property. */
  String property() {
    return Objects.requireNonNull(property);
  }

  /** What stands in the property for a subtype. */
  String tag(NamedType subtype) {
    if (subtype.hasName()) {
      return subtype.getName();
    }
    String name = subtype.getType().getName();
    int start = name.lastIndexOf('.') + 1;
    return id == JsonTypeInfo.Id.SIMPLE_NAME
        ? name.substring(Math.max(start, name.lastIndexOf('$') + 1))
        : name.substring(start);
  }
}
