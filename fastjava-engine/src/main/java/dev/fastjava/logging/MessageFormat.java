package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders of a message. Placeholders without a value stay as they are, values
 * without a placeholder are left out.
 */
final class MessageFormat {
  private final String format;
  private final @Nullable Object[] args;
  private final @Nullable RedactionNode redaction;
  private final StringBuilder message;
  private int used;

  private MessageFormat(String format, @Nullable Object[] args, @Nullable RedactionNode redaction) {
    this.format = format;
    this.args = args;
    this.redaction = redaction;
    this.message = new StringBuilder(format.length() + 16 * args.length);
  }

  static String apply(String format, @Nullable Object[] args, @Nullable RedactionNode redaction) {
    return args.length == 0 || format.indexOf('%') < 0
        ? format
        : new MessageFormat(format, args, redaction).fill();
  }

  /**
   * Returns the error among the values that no placeholder takes, as SLF4J's users are used to:
   * {@code log.error("failed", exception)}.
   */
  static @Nullable Throwable unplacedError(String format, @Nullable Object[] args) {
    if (args.length > 0 && args[args.length - 1] instanceof Throwable error) {
      return placeholders(format) < args.length ? error : null;
    }
    return null;
  }

  private static int placeholders(String format) {
    int count = 0;
    for (int at = format.indexOf('%'); at >= 0 && at + 1 < format.length(); ) {
      if ("dfijoOs".indexOf(format.charAt(at + 1)) >= 0) {
        count++;
      }
      at = format.indexOf('%', at + 2);
    }
    return count;
  }

  private String fill() {
    int copied = 0;
    int at = format.indexOf('%');
    while (at >= 0 && at + 1 < format.length()) {
      message.append(format, copied, at);
      copied = place(format.charAt(at + 1)) ? at + 2 : at;
      at = format.indexOf('%', at + 2);
    }
    return message.append(format, copied, format.length()).toString();
  }

  /** Appends what the placeholder stands for; false when it stands for nothing. */
  private boolean place(char kind) {
    if (kind == '%') {
      message.append('%');
      return true;
    }
    if ("dfijoOs".indexOf(kind) < 0 || used >= args.length) {
      return false;
    }
    Object arg = args[used++];
    switch (kind) {
      case 's' -> message.append(text(arg));
      case 'd', 'f' -> {
        if (arg == null) {
          return false;
        }
        message.append(number(arg));
      }
      case 'i' -> {
        if (arg == null) {
          return false;
        }
        message.append(integer(arg));
      }
      default -> message.append(json(arg));
    }
    return true;
  }

  private String text(@Nullable Object arg) {
    if (arg instanceof Map || arg instanceof Collection) {
      return json(arg);
    }
    return arg instanceof Double || arg instanceof Float ? number(arg) : LogValues.textOf(arg);
  }

  private static String number(Object arg) {
    if (arg instanceof Double || arg instanceof Float) {
      double value = ((Number) arg).doubleValue();
      return Double.isFinite(value) ? jsonText(arg) : Double.toString(value);
    }
    if (arg instanceof Number) {
      return LogValues.textOf(arg);
    }
    if (arg instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    try {
      return number(Double.valueOf(LogValues.textOf(arg).trim()));
    } catch (NumberFormatException notANumber) {
      return "NaN";
    }
  }

  private static String integer(Object arg) {
    if (arg instanceof BigDecimal decimal) {
      return decimal.toBigInteger().toString();
    }
    if (arg instanceof Long || arg instanceof Integer || arg instanceof BigInteger) {
      return arg.toString();
    }
    String text = number(arg);
    try {
      return number(Math.floor(Double.parseDouble(text)));
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }

  private String json(@Nullable Object arg) {
    if (arg instanceof CharSequence) {
      return "'" + LogValues.textOf(arg) + "'";
    }
    Utf8Output out = new Utf8Output();
    new LoggedValue(arg, redaction, Ancestors.NONE).write(out);
    return out.toText();
  }

  private static String jsonText(@Nullable Object arg) {
    Utf8Output out = new Utf8Output();
    JsonValues.write(out, arg, null, Ancestors.NONE);
    return out.toText();
  }
}
