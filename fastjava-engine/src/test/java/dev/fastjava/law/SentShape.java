package dev.fastjava.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An object that is sent: its properties, by all their names. */
final class SentShape implements SentKind {
  /** A property, by the name that it has in the code. */
  record Named(String name, List<String> aliases, SentKind kind, @Nullable String fallback) {
    Named(String name, SentKind kind, String... aliases) {
      this(name, List.of(aliases), kind, null);
    }

    /** The same with a default. */
    Named orElse(String value) {
      return new Named(name, aliases, kind, value);
    }

    private List<String> names(ReadingMapper mapper) {
      List<String> all = new ArrayList<>(aliases);
      all.add(mapper.named(name));
      return all;
    }
  }

  /**
   * What is sent under a name.
   *
   * @param of the property; null where the type names none
   */
  record Entry(String name, Sent value, @Nullable Named of) {}

  /** The property with the name of the type. */
  static final Named TAG = new Named("kind", SentKinds.ANYTHING);

  private final Class<?> type;
  private final List<Named> properties;
  private final @Nullable SentKind rest;

  private SentShape(Class<?> type, List<Named> properties, @Nullable SentKind rest) {
    this.type = type;
    this.properties = properties;
    this.rest = rest;
  }

  static SentShape of(Class<?> type, Named... properties) {
    return new SentShape(type, List.of(properties), null);
  }

  /** The same of a type that reads all other properties, too. */
  SentShape with(SentKind others) {
    return new SentShape(type, properties, others);
  }

  Class<?> type() {
    return type;
  }

  List<Named> properties() {
    return properties;
  }

  /** The names of the properties that the mapper does without. */
  List<String> optional(ReadingMapper mapper) {
    return properties.stream()
        .filter(each -> each.kind() instanceof SentKinds.OrNull)
        .map(each -> mapper.named(each.name()))
        .toList();
  }

  @Override
  public Sent draw(Draw draw) {
    if (draw.chance(1)) {
      return Sent.refused(draw.one("5", "true", "\"x\""));
    }
    return object(entries(draw), draw, null, false);
  }

  /** Draws the properties of an object. */
  List<Entry> entries(Draw draw) {
    List<Entry> all = new ArrayList<>();
    for (Named each : properties) {
      int times =
          draw.chance(3)
              ? 2
              : draw.chance(each.kind() instanceof SentKinds.OrNull ? 70 : 95) ? 1 : 0;
      for (String name : drawNames(each, times, draw)) {
        all.add(new Entry(name, each.kind().draw(draw), each));
      }
    }
    if (rest != null ? draw.chance(60) : draw.mapper() != ReadingMapper.STRICT && draw.chance(20)) {
      all.add(
          new Entry(
              draw.one("x", "role", "kind2"),
              (rest == null ? SentKinds.ANYTHING : rest).draw(draw),
              null));
    }
    Collections.shuffle(all, draw.random());
    return all;
  }

  /** As many different names of a property. */
  private static Set<String> drawNames(Named property, int times, Draw draw) {
    List<String> names = property.names(draw.mapper());
    Collections.shuffle(names, draw.random());
    return names.stream()
        .limit(times)
        .map(name -> draw.mapper().sent(name, draw.random()))
        .collect(Collectors.toSet());
  }

  /**
   * The object that is sent.
   *
   * @param kept the properties that the schema has; null for all
   * @param alone whether it has nothing else
   */
  Sent object(List<Entry> entries, Draw draw, @Nullable Set<String> kept, boolean alone) {
    List<String> sent = new ArrayList<>();
    List<String> read = new ArrayList<>();
    boolean refused = false;
    for (Entry each : entries) {
      String name = '"' + each.name() + "\":";
      sent.add(name + each.value().json());
      Named of = each.of();
      if (of == null ? rest == null || alone : isLeftOut(of, draw, kept)) {
        continue;
      }
      refused |= each.value().read() == null;
      read.add(name + each.value().read());
    }
    for (Named each : properties) {
      if (each.fallback() != null
          && draw.options().fillsIn()
          && !isLeftOut(each, draw, kept)
          && entries.stream().noneMatch(entry -> each.equals(entry.of()))) {
        read.add('"' + draw.mapper().named(each.name()) + "\":" + each.fallback());
      }
    }
    String json = '{' + String.join(",", sent) + '}';
    return new Sent(json, refused ? null : '{' + String.join(",", read) + '}');
  }

  private static boolean isLeftOut(Named property, Draw draw, @Nullable Set<String> kept) {
    return kept != null && !kept.contains(draw.mapper().named(property.name()));
  }

  @Override
  public String toString() {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
