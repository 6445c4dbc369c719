package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.JavaText;
import dev.fastjava.schema.ValidationOptions.Coercion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types a schema allows, and how other values are turned into one of them.
 *
 * <p>The rules of conversion are JavaScript's where it converts at all: {@code "0x10"} is 16, null
 * is 0, {@code ""} or false; see the table in the documentation of Ajv.
 */
public final class Types {
  private static final Object NONE = new Object();

  private final List<String> names;
  private final int kinds;
  private final String[] conversions;
  private final boolean lists;
  private final boolean oneKind;
  private final boolean ofJavaType;
  private final @Nullable JavaText java;
  private final boolean scalars;

  /**
   * Makes the check of types.
   *
   * @param names JSON types in the order of the schema
   * @param coercion how values are converted
   * @param finiteOnly whether NaN and the infinities are no numbers
   * @param schema what has the types. Where it was derived from a Java type, null is a value or an
   *     error, and only a text without characters becomes null, in the place of a scalar
   */
  public Types(List<String> names, Coercion coercion, boolean finiteOnly, Map<?, ?> schema) {
    this.names = List.copyOf(names);
    int all = 0;
    List<String> targets = new ArrayList<>();
    for (String name : names) {
      all |= Kinds.ofType(name, finiteOnly);
      boolean convertible =
          switch (name) {
            case "object" -> false;
            case "array" -> coercion == Coercion.ARRAY;
            default -> coercion != Coercion.OFF;
          };
      if (convertible) {
        targets.add(name);
      }
    }
    this.kinds = all;
    this.conversions = targets.toArray(new String[0]);
    this.lists = coercion == Coercion.ARRAY;
    boolean numeric = names.contains("number") && names.contains("integer");
    this.ofJavaType = schema instanceof DerivedNode;
    this.java = schema instanceof JavaText text ? text : null;
    this.scalars = !names.contains("object") && !names.contains("array");
    // What a Java type makes nullable is of one kind still; the reference counts null.
    boolean single = ofJavaType && schema.get("type") instanceof String;
    this.oneKind = single || names.size() == (numeric ? 2 : 1);
  }

  /** The types. */
  public List<String> names() {
    return names;
  }

  /** The kinds of values they comprise. */
  public int kinds() {
    return kinds;
  }

  /** Whether some value of another type can become one of these. */
  public boolean converts() {
    return conversions.length > 0 || isUnbounded();
  }

  /** Whether numbers that are too great for a double are values, of whatever conversions. */
  private boolean isUnbounded() {
    return java != null && java.isUnbounded();
  }

  private boolean isEndless(@Nullable Object value) {
    return isUnbounded() && value instanceof Double number && number.isInfinite();
  }

  boolean allow(@Nullable Object value) {
    return (kinds & Kinds.of(value)) != 0;
  }

  /** Whether the schema that has them was derived from a Java type. */
  boolean isOfJavaType() {
    return ofJavaType;
  }

  /**
   * Whether a whole number is wanted, and a double may be one only because it has no place for the
   * fraction that was sent: {@code 9.0000000000000000000000001}.
   */
  boolean mayBeCut(@Nullable Object value) {
    return value instanceof Double && looksAtTexts();
  }

  /** Whether the text of a number may have to be looked at, so that a glance may be unsure. */
  boolean looksAtTexts() {
    return ofJavaType && (kinds & (Kinds.WHOLE | Kinds.FRACTION)) == Kinds.WHOLE;
  }

  /** The fraction that was sent, if the value is the whole number that a double keeps of it. */
  @Nullable BigDecimal cut(@Nullable Object value, Run run) {
    BigDecimal sent = mayBeCut(value) && value instanceof Number number ? run.exact(number) : null;
    return sent != null && Kinds.of(sent) == Kinds.FRACTION ? sent : null;
  }

  /** Whether a value of another type stays as it is and is refused. */
  boolean leavesAlone(@Nullable Object value) {
    if (!converts()) {
      return true;
    }
    return !isEndless(value)
        && !(lists && value instanceof List<?> list && list.size() == 1)
        && conversion(value, null) == NONE;
  }

  /**
   * Converts a value of another type and stores the result where the value was. Later keywords see
   * the result, or what was tried to be converted.
   */
  Verdict convert(@Nullable Object value, Run run, TypeFailure failure) {
    if (value instanceof List && isReadByJava(value)) {
      return Verdict.VALID;
    }
    Object item = value;
    if (lists && value instanceof List<?> list && list.size() == 1) {
      item = list.get(0);
      // With several types the reference takes an only item for none of them, and converts it.
      if (oneKind && allow(item)) {
        run.store(item);
        return Verdict.VALID;
      }
    }
    Object result = conversion(item, run);
    if (result == NONE) {
      run.see(item);
      return failure.report(value, run);
    }
    if (result != value) {
      run.store(result);
    }
    return Verdict.VALID;
  }

  private @Nullable Object conversion(@Nullable Object value, @Nullable Run run) {
    if (ofJavaType && value == null) {
      return NONE;
    }
    if (value != null && isReadByJava(value)) {
      return value;
    }
    if (conversions.length == 0) {
      return isEndless(value) ? toNumber(sentIfEndless(value, run), false) : NONE;
    }
    for (String target : conversions) {
      Object result =
          switch (target) {
            case "string" -> ofJavaType ? toSentText(value, run) : toText(value);
            case "number" -> toNumber(sentIfEndless(value, run), false);
            case "integer" -> toNumber(value, true);
            case "boolean" -> toBoolean(value);
            case "null" -> ofJavaType && !(scalars && "".equals(value)) ? NONE : toNull(value);
            default -> {
              if (ofJavaType && run != null && value instanceof Number number) {
                run.sent(number); // known from now on, wherever the number is moved
              }
              yield toList(value);
            }
          };
      if (result != NONE) {
        return result;
      }
    }
    return NONE;
  }

  private boolean isReadByJava(Object value) {
    return java != null && conversions.length > 0 && java.reads(value);
  }

  private static Object toText(@Nullable Object value) {
    if (value instanceof Number number) {
      return JsNumbers.text(number);
    }
    return value instanceof Boolean ? value.toString() : value == null ? "" : NONE;
  }

  /** A number as it was sent, with all its digits. */
  private static Object toSentText(@Nullable Object value, @Nullable Run run) {
    if (!(value instanceof Number number)) {
      return toText(value);
    }
    if (Numbers.isShort(number) || number instanceof BigInteger) {
      return number.toString();
    }
    String sent = run == null ? null : run.sent(number);
    return sent == null ? JsNumbers.text(number) : sent;
  }

  /** Of a number that is too great for a double, what was sent, if there is a type for that. */
  private @Nullable Object sentIfEndless(@Nullable Object value, @Nullable Run run) {
    return run != null && isEndless(value) && value instanceof Double number
        ? run.sent(number)
        : value;
  }

  private boolean isTooGreat(Number number) {
    return !isUnbounded() && Double.isInfinite(number.doubleValue());
  }

  private Object toNumber(@Nullable Object value, boolean whole) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value == null) {
      return 0;
    }
    if (value instanceof String text && !text.isEmpty()) {
      Number number = ofJavaType ? ExactNumbers.parse(text) : JsNumbers.parse(text);
      if (number == null || (whole && Kinds.of(number) == Kinds.FRACTION)) {
        return NONE;
      }
      if (!ofJavaType || whole) {
        return number;
      }
      return isTooGreat(number) ? NONE : signed(number, text.strip());
    }
    return NONE;
  }

  /** Zero with its sign where a double has one, with its digits where a decimal has them. */
  private Number signed(Number number, String text) {
    if (!text.startsWith("-") || number.doubleValue() != 0) {
      return number;
    }
    return isUnbounded() ? new BigDecimal(text) : (Number) (-0.0);
  }

  private static Object toBoolean(@Nullable Object value) {
    if (value == null || value.equals("false") || isNumber(value, 0)) {
      return false;
    }
    return value.equals("true") || isNumber(value, 1) ? true : NONE;
  }

  private static @Nullable Object toNull(@Nullable Object value) {
    boolean empty = "".equals(value) || Boolean.FALSE.equals(value) || isNumber(value, 0);
    return empty ? null : NONE;
  }

  private static Object toList(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return new ArrayList<>(Collections.singletonList(value));
    }
    return NONE;
  }

  private static boolean isNumber(@Nullable Object value, int expected) {
    return value instanceof Number number && Numbers.equal(number, expected);
  }
}
