package dev.fastjava.internal.types;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Private fields that Jackson does not see, behind setters and parameters of creators. */
final class HiddenFields {
  private HiddenFields() {}

  /**
   * Finds the field that keeps what is read.
   *
   * @param name the name of the property in the code
   * @param read the type of what the setter or the creator takes
   * @return null when there is none of that name and type
   */
  static @Nullable Field of(Class<?> type, @Nullable String name, Class<?> read) {
    for (Class<?> each = type; each != null && name != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
          // A setter that takes something else converts it.
          return field.getType() == read ? field : null;
        }
      }
    }
    return null;
  }
}
