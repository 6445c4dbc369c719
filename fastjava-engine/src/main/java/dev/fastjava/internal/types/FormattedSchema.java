package dev.fastjava.internal.types;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The schema of a Java type that is a text in a format, which remembers the type. */
public final class FormattedSchema extends DerivedNode implements JavaText {
  private static final long serialVersionUID = 1L;

  /** Stands where the generator can keep nothing but JSON. */
  private static final String MARK = "\u0000";

  private final transient Class<?> type;
  private final transient JsonMapper mapper;

  private FormattedSchema(Class<?> type, JsonMapper mapper) {
    this.type = type;
    this.mapper = mapper;
  }

  /** What the generator keeps of a type. */
  static String mark(Class<?> type) {
    return MARK + type.getName();
  }

  /**
   * Returns an empty schema of the type that a mark stands for; null when it is none.
   *
   * @param mapper reads the type's values
   */
  static @Nullable FormattedSchema ofMark(@Nullable Object mark, JsonMapper mapper) {
    if (!(mark instanceof String text) || !text.startsWith(MARK)) {
      return null;
    }
    try {
      return new FormattedSchema(Class.forName(text.substring(MARK.length())), mapper);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no class of the JDK: " + mark, e);
    }
  }

  /** Returns a schema of the same type without any keyword yet. */
  public FormattedSchema blank() {
    FormattedSchema blank = new FormattedSchema(type, mapper);
    blank.withMessagesOf(this);
    return blank;
  }

  @Override
  public boolean admits(String text) {
    try {
      return mapper.treeToValue(mapper.getNodeFactory().stringNode(text), type) != null;
    } catch (JacksonException | IllegalArgumentException e) {
      return false;
    }
  }
}
