package dev.fastjava.internal.types;

import com.fasterxml.jackson.annotation.JsonView;
import dev.fastjava.internal.json.Introspection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;

/** The views ({@code @JsonView}) that a mapper writes and reads in. */
public final class MapperViews {
  private final @Nullable Class<?> written;
  private final @Nullable Class<?> read;
  private final boolean includesOthers;

  /** Asks a mapper. */
  public MapperViews(JsonMapper mapper) {
    this.written = mapper.serializationConfig().getActiveView();
    this.read = mapper.deserializationConfig().getActiveView();
    this.includesOthers =
        mapper.serializationConfig().isEnabled(MapperFeature.DEFAULT_VIEW_INCLUSION);
  }

  /** Tells whether a property is written. */
  boolean admits(BeanPropertyWriter property) {
    Class<?>[] views = property.getViews();
    if (written == null) {
      return true;
    }
    return (views == null || views.length == 0) ? includesOthers : isAmong(views, written);
  }

  /** Tells whether a property is read. */
  boolean admits(SettableBeanProperty property) {
    return read == null || property.visibleInView(read);
  }

  /** Tells whether a property of a class is read, before anything is made that reads it. */
  public boolean admits(BeanPropertyDefinition property, BeanDescription owner) {
    if (read == null || property.getPrimaryMember() == null) {
      return true; // what no member stands for has no annotations
    }
    Class<?>[] views = property.findViews();
    if (views == null) {
      views = owner.findDefaultViews();
    }
    return views == null || isAmong(views, read);
  }

  private static boolean isAmong(Class<?>[] views, Class<?> active) {
    for (Class<?> each : views) {
      if (each.isAssignableFrom(active)) {
        return true;
      }
    }
    return false;
  }

  /** A class with a view. */
  private record Probe(@JsonView(Probe.class) int property) {}

  /** Tells whether a mapper finds views at all: it may read no annotations, or others. */
  public static boolean areFoundBy(JsonMapper mapper) {
    return Introspection.ofReading(mapper, mapper.constructType(Probe.class))
        .findProperties()
        .stream()
        .anyMatch(each -> each.findViews() != null);
  }
}
