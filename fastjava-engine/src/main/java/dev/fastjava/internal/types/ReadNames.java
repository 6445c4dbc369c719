package dev.fastjava.internal.types;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The names that Jackson reads the properties of a type by: more than its schema has, where there
 * are aliases, where letters of either case are read, and where a type takes names that stand for
 * no property. Immutable.
 */
public final class ReadNames {
  /** All names, aliases among them, and their properties. */
  private final Map<String, String> properties;

  /** The same names in lower case; null where case counts. */
  private final @Nullable Map<String, String> lower;

  private final Locale locale;
  private final Set<String> required;
  private final Set<String> others;
  private final boolean open;
  private final Set<String> kept;
  private final Part part;

  /** How much of a type a schema has. */
  private enum Part {
    WHOLE,
    ALL_BUT_SOME,
    SOME
  }

  private ReadNames(
      Map<String, String> properties,
      boolean anyCase,
      Locale locale,
      Set<String> required,
      Set<String> others,
      boolean open,
      Set<String> kept,
      Part part) {
    this.properties = properties;
    this.locale = locale;
    this.required = required;
    this.others = others;
    this.open = open;
    this.kept = kept;
    this.part = part;
    if (anyCase) {
      lower = new LinkedHashMap<>();
      properties.forEach((name, property) -> lower.putIfAbsent(name.toLowerCase(locale), property));
    } else {
      lower = null;
    }
  }

  /**
   * Returns names.
   *
   * @param properties properties by all their names
   * @param anyCaseIn the locale by which letters of either case are the same; null where case
   *     counts
   * @param required properties that must be there by any of several names, of which no keyword says
   *     it
   * @param others names that mean something and are no property
   * @param open whether a name that stands for no property is read, too
   */
  static ReadNames of(
      Map<String, String> properties,
      @Nullable Locale anyCaseIn,
      Set<String> required,
      Set<String> others,
      boolean open) {
    return new ReadNames(
        properties,
        anyCaseIn != null,
        anyCaseIn == null ? Locale.ROOT : anyCaseIn,
        required,
        others,
        open,
        Set.of(),
        Part.WHOLE);
  }

  /** Whether a property has more than one name. */
  public boolean areSeveral() {
    return lower != null
        || properties.entrySet().stream().anyMatch(e -> !e.getKey().equals(e.getValue()));
  }

  /** Whether one property has more than one name. */
  public boolean areSeveral(String property) {
    return lower != null
        || properties.entrySet().stream()
            .anyMatch(e -> e.getValue().equals(property) && !e.getKey().equals(property));
  }

  /** The property that a name stands for; null when it stands for none. */
  public @Nullable String property(String name) {
    String exact = properties.get(name);
    return exact != null || lower == null ? exact : lower.get(name.toLowerCase(locale));
  }

  /** Whether something is read under a name. */
  public boolean areRead(String name) {
    return open || property(name) != null || others.contains(name);
  }

  /** Properties that must be there, by whichever of their names. */
  public Set<String> required() {
    return required;
  }

  /** Whether some properties of the type are left out. */
  public boolean leaveOut() {
    return part != Part.WHOLE;
  }

  /** Whether what a name stands for is left out, though the type has a place for it. */
  public boolean leaveOut(String name) {
    String property = part == Part.WHOLE ? null : property(name);
    return switch (part) {
      case WHOLE -> false;
      case ALL_BUT_SOME -> property != null && !kept.contains(property);
      case SOME -> (property == null || !kept.contains(property)) && !others.contains(name);
    };
  }

  /** Returns these names and those of properties that have no other one. */
  ReadNames including(Set<String> more) {
    Map<String, String> all = new LinkedHashMap<>();
    more.forEach(name -> all.put(name, properties.getOrDefault(name, name)));
    properties.forEach(all::putIfAbsent);
    return new ReadNames(all, lower != null, locale, required, others, open, kept, part);
  }

  /**
   * Returns the names of a part of the type.
   *
   * @param names the properties of the part
   * @param alone whether nothing else is read, be it known or not
   */
  ReadNames part(Set<String> names, boolean alone) {
    Set<String> left = new LinkedHashSet<>(required);
    left.retainAll(names);
    return new ReadNames(
        properties,
        lower != null,
        locale,
        left,
        others,
        open,
        Set.copyOf(names),
        alone ? Part.SOME : Part.ALL_BUT_SOME);
  }

  /** Returns names of which those of the properties, and all others, are changed. */
  ReadNames renamed(UnaryOperator<String> ofProperties, UnaryOperator<String> ofAll) {
    Map<String, String> changed = new LinkedHashMap<>();
    properties.forEach(
        (name, property) -> {
          String own = ofAll.apply(ofProperties.apply(property));
          changed.put(ofAll.apply(name.equals(property) ? ofProperties.apply(name) : name), own);
        });
    UnaryOperator<String> both = name -> ofAll.apply(ofProperties.apply(name));
    return new ReadNames(
        changed, lower != null, locale, all(required, both), others, open, all(kept, both), part);
  }

  private static Set<String> all(Set<String> names, UnaryOperator<String> change) {
    Set<String> changed = new LinkedHashSet<>();
    names.forEach(name -> changed.add(change.apply(name)));
    return changed;
  }
}
