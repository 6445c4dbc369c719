package dev.fastjava.internal.serialization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;

/**
 * Whether a mapper writes texts, numbers, lists and maps in the plain way. It is asked to write
 * samples: settings, modules and replaced serializers show in what comes out, whatever their names.
 */
final class PlainMapper {
  private static final String EXPECTED =
      "{\"b\":null,\"a\":\"\",\"list\":[1,2,1.0,1.5,1.0E10,true,null,\"NaN\",{}],\"empty\":[],"
          + "\"text\":\"\u00e9\u2028</\\\"\\\\\\n\ud83d\ude00\u007f\",\"one\":[\"x\"]}";

  private final SerializationContext context;
  private final boolean plain;

  PlainMapper(ObjectMapper mapper) {
    this.context = mapper._serializationContext();
    this.plain =
        mapper.serializationConfig().getActiveView() == null && EXPECTED.equals(sample(mapper));
  }

  private static @Nullable String sample(ObjectMapper mapper) {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(1);
    list.add(2L);
    list.add(1.0);
    list.add(1.5);
    list.add(1e10);
    list.add(true);
    list.add(null);
    list.add(Double.NaN);
    list.add(Map.of());
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("b", null);
    map.put("a", "");
    map.put("list", list);
    map.put("empty", new LinkedHashSet<>());
    map.put("text", "\u00e9\u2028</\"\\\n\ud83d\ude00\u007f");
    map.put("one", new LinkedHashSet<>(List.of("x")));
    try {
      return mapper.writeValueAsString(map);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Tells whether values may be written without asking Jackson for each. */
  boolean writesPlainly() {
    return plain;
  }

  /** Tells whether instances of a class are written as the array of their items. */
  boolean isPlainCollection(Class<?> type) {
    return Collection.class.isAssignableFrom(type)
        && isOfTheJdk(type)
        && (isWrittenLike(ArrayList.class, type) || isWrittenLike(LinkedHashSet.class, type));
  }

  /** Tells whether instances of a class are written as the object of their entries. */
  boolean isPlainMap(Class<?> type) {
    return Map.class.isAssignableFrom(type)
        && isOfTheJdk(type)
        && isWrittenLike(LinkedHashMap.class, type);
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return type.getName().startsWith("java.util.");
  }

  private boolean isWrittenLike(Class<?> known, Class<?> type) {
    try {
      return context.findValueSerializer(known).getClass()
          == context.findValueSerializer(type).getClass();
    } catch (JacksonException e) {
      return false;
    }
  }
}
