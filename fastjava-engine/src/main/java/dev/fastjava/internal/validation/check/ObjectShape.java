package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quick look at the declared properties of an object: {@code required}, {@code properties},
 * their defaults and a closed {@code additionalProperties} together take one access for each
 * property.
 */
public final class ObjectShape extends Check {
  private final String[] names;
  private final boolean[] needed;
  private final boolean[] defaulted;
  private final @Nullable Check[] checks;
  private final boolean closed;
  private final Set<Check> covered;

  /**
   * One declared property.
   *
   * @param name its name
   * @param needed whether an object without it does not fit: it is required
   * @param defaulted whether an absent value is filled in
   * @param check the schema; null if everything is valid
   */
  public record Property(String name, boolean needed, boolean defaulted, @Nullable Check check) {}

  /**
   * Makes the look.
   *
   * @param properties the declared properties
   * @param closed whether others do not fit
   * @param covered the keywords this stands for
   */
  public ObjectShape(List<Property> properties, boolean closed, Set<Check> covered) {
    int count = properties.size();
    names = new String[count];
    needed = new boolean[count];
    defaulted = new boolean[count];
    checks = new @Nullable Check[count];
    for (int i = 0; i < count; i++) {
      Property property = properties.get(i);
      names[i] = property.name();
      needed[i] = property.needed();
      defaulted[i] = property.defaulted();
      checks[i] = property.check();
    }
    this.closed = closed;
    this.covered = covered;
  }

  boolean covers(Check check) {
    return covered.contains(check);
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (!(value instanceof Map<?, ?> object)) {
      return false;
    }
    int present = 0;
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      Object property = object.get(name);
      if (property == null && !object.containsKey(name)) {
        if (needed[i] || defaulted[i]) {
          return false;
        }
        continue;
      }
      if (defaulted[i] && (property == null || property.equals(""))) {
        // An empty value may be replaced by the default, depending on the options.
        return false;
      }
      present++;
      Check check = checks[i];
      if (check != null && !check.fits(property, run)) {
        return false;
      }
    }
    return !closed || present == object.size();
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    throw new IllegalStateException("a quick look only");
  }
}
