package dev.fastjava.internal.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The schema of a Java type that is one value, which remembers the type. */
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
      String name = text.substring(MARK.length());
      return new FormattedSchema(name.equals("char") ? char.class : Class.forName(name), mapper);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no class of the JDK: " + mark, e);
    }
  }

  /** Returns a schema of the same type without any keyword yet. */
  public FormattedSchema blank() {
    FormattedSchema blank = new FormattedSchema(type, mapper);
    blank.remembering(this);
    return blank;
  }

  /** Says that null is a value, too; of a letter, it is what no letter stands for. */
  void admitNull() {
    put("nullable", true);
    if (type == Character.class) {
      remove("minLength");
    }
  }

  @Override
  public boolean admits(String text) {
    return admits(mapper.getNodeFactory().stringNode(text));
  }

  @Override
  public boolean reads(Object value) {
    JsonNode node = isUnbounded() ? null : node(value);
    return node != null && admits(node);
  }

  @Override
  public boolean isUnbounded() {
    return type == BigDecimal.class;
  }

  private boolean admits(JsonNode value) {
    try {
      return mapper.treeToValue(value, type) != null || Boolean.TRUE.equals(get("nullable"));
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException e) {
      return false;
    }
  }

  /** A number, a boolean or a list of scalars as JSON; null for what is something else. */
  private @Nullable JsonNode node(@Nullable Object value) {
    JsonNodeFactory nodes = mapper.getNodeFactory();
    if (value instanceof Integer number) {
      return nodes.numberNode(number);
    } else if (value instanceof Long number) {
      return nodes.numberNode(number);
    } else if (value instanceof Double number) {
      return nodes.numberNode(number);
    } else if (value instanceof BigInteger number) {
      return nodes.numberNode(number);
    } else if (value instanceof BigDecimal number) {
      return nodes.numberNode(number);
    } else if (value instanceof Boolean flag) {
      return nodes.booleanNode(flag);
    }
    return value instanceof List<?> list ? array(list) : null;
  }

  private @Nullable JsonNode array(List<?> list) {
    ArrayNode array = mapper.getNodeFactory().arrayNode(list.size());
    for (Object item : list) {
      JsonNode node =
          item instanceof String text
              ? mapper.getNodeFactory().stringNode(text)
              : item instanceof List ? null : node(item);
      if (node == null) {
        return null;
      }
      array.add(node);
    }
    return array;
  }
}
