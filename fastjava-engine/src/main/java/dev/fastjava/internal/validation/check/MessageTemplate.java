package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message in which values of the document stand. Read at boot; filled in for an error. */
final class MessageTemplate {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)\\}");
  private static final Pattern POINTER = Pattern.compile("(\\d{1,6})?(#|/.*)?", Pattern.DOTALL);

  /** What is said of a value that is not there, as in JavaScript. */
  private static final String NOTHING = "undefined";

  /** How long a value may be in a message: as many as there are, each may stand in one. */
  private static final int LONGEST_VALUE = 200;

  private final List<String> texts = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  /**
   * Where a value is.
   *
   * @param up how many levels above the value that the schema is for; negative for the whole
   * @param name whether the name or index is meant that leads there
   * @param steps what leads on from there
   */
  private record Place(int up, boolean name, List<String> steps) {}

  MessageTemplate(String message) {
    Matcher matcher = PLACE.matcher(message);
    int end = 0;
    while (matcher.find()) {
      texts.add(message.substring(end, matcher.start()));
      places.add(place(matcher.group(1)));
      end = matcher.end();
    }
    texts.add(message.substring(end));
  }

  private static Place place(String pointer) {
    Matcher matcher = POINTER.matcher(pointer);
    boolean fits = matcher.matches();
    String up = fits ? matcher.group(1) : null;
    String rest = fits ? matcher.group(2) : null;
    if (!fits || (up == null && (rest == null || rest.equals("#")))) {
      throw new IllegalArgumentException("\"${" + pointer + "}\" is no JSON pointer");
    }
    int levels = up == null ? -1 : Integer.parseInt(up);
    boolean name = "#".equals(rest);
    return new Place(levels, name, rest == null || name ? List.of() : JsonPointers.steps(rest));
  }

  /**
   * Fills it in.
   *
   * @param root the whole document
   * @param path the pointer to the value that the schema is for
   */
  String fill(@Nullable Object root, String path) {
    if (places.isEmpty()) {
      return texts.get(0);
    }
    List<String> here = JsonPointers.steps(path);
    StringBuilder message = new StringBuilder(texts.get(0));
    for (int i = 0; i < places.size(); i++) {
      message.append(value(places.get(i), root, here)).append(texts.get(i + 1));
    }
    return message.toString();
  }

  private static String value(Place place, @Nullable Object root, List<String> here) {
    int left = here.size() - place.up;
    if (place.up >= 0 && (left < 0 || (place.name && left == 0))) {
      return NOTHING;
    }
    if (place.name) {
      String step = here.get(left - 1);
      return JsonPointers.find(root, here.subList(0, left - 1)) instanceof List ? step : json(step);
    }
    Object start = place.up < 0 ? root : JsonPointers.find(root, here.subList(0, left));
    Object value = JsonPointers.find(start, place.steps);
    return value == JsonPointers.MISSING ? NOTHING : json(value);
  }

  private static String json(@Nullable Object value) {
    Utf8Output out = new Utf8Output();
    write(value, out);
    String text = out.toText();
    return text.length() > LONGEST_VALUE ? cut(text) + "..." : text;
  }

  /** Not within a character. */
  private static String cut(String text) {
    boolean within = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1));
    return text.substring(0, within ? LONGEST_VALUE - 1 : LONGEST_VALUE);
  }

  /** Writes a value, as far as it is told: a character has four bytes at most. */
  private static void write(@Nullable Object value, Utf8Output out) {
    if (value instanceof Map<?, ?> map) {
      out.writeByte('{');
      boolean more = false;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (out.size() > 4 * LONGEST_VALUE) {
          break;
        }
        if (more) {
          out.writeByte(',');
        }
        more = true;
        writeText(String.valueOf(entry.getKey()), out);
        out.writeByte(':');
        write(entry.getValue(), out);
      }
      out.writeByte('}');
    } else if (value instanceof List<?> list) {
      out.writeByte('[');
      for (int i = 0; i < list.size() && out.size() <= 4 * LONGEST_VALUE; i++) {
        if (i > 0) {
          out.writeByte(',');
        }
        write(list.get(i), out);
      }
      out.writeByte(']');
    } else if (value instanceof Number number) {
      out.writeAscii(JsNumbers.text(number));
    } else if (value == null || value instanceof Boolean) {
      out.writeAscii(String.valueOf(value));
    } else {
      writeText(String.valueOf(value), out);
    }
  }

  private static void writeText(String text, Utf8Output out) {
    out.writeJsonString(text.length() > LONGEST_VALUE ? cut(text) : text);
  }
}
