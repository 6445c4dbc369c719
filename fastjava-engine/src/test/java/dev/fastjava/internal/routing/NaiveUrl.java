package dev.fastjava.internal.routing;

import dev.fastjava.RouterOptions;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path of a request target, character by character. */
final class NaiveUrl {

  private static final String RESERVED = ";/?:@&=+$,#%";

  private NaiveUrl() {}

  /**
   * A character of a path.
   *
   * @param kept whether it was encoded and means something in a URL: such a one is never structure
   */
  record Unit(char character, boolean kept) {

    boolean isSlash() {
      return character == '/' && !kept;
    }

    /** Whether this is a character of a route; a percent sign can only come encoded. */
    boolean is(char wanted, RouterOptions options) {
      return kept == (wanted == '%') && same(character, wanted, options);
    }
  }

  static boolean same(char one, char other, RouterOptions options) {
    return one == other
        || (!options.caseSensitive() && Character.toLowerCase(one) == Character.toLowerCase(other));
  }

  static String text(List<Unit> units) {
    StringBuilder text = new StringBuilder();
    units.forEach(unit -> text.append(unit.character));
    return text.toString();
  }

  /** The path of a target, or null when it cannot be decoded. */
  static @Nullable List<Unit> path(String url, RouterOptions options) {
    String path = url.split(options.useSemicolonDelimiter() ? "[?#;]" : "[?#]", 2)[0];
    List<Unit> units = new ArrayList<>();
    int i = 0;
    while (i < path.length()) {
      if (path.charAt(i) != '%') {
        units.add(new Unit(path.charAt(i++), false));
        continue;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      while (i < path.length() && path.charAt(i) == '%') {
        if (i + 2 >= path.length()
            || !HexFormat.isHexDigit(path.charAt(i + 1))
            || !HexFormat.isHexDigit(path.charAt(i + 2))) {
          return null;
        }
        bytes.write(HexFormat.fromHexDigits(path, i + 1, i + 3));
        i += 3;
      }
      try {
        CharBuffer decoded =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
        decoded.chars().forEach(c -> units.add(new Unit((char) c, RESERVED.indexOf(c) >= 0)));
      } catch (CharacterCodingException e) {
        return null;
      }
    }
    return withoutIgnoredSlashes(units, options);
  }

  private static List<Unit> withoutIgnoredSlashes(List<Unit> units, RouterOptions options) {
    List<Unit> rest = new ArrayList<>();
    for (Unit unit : units) {
      boolean again = !rest.isEmpty() && rest.get(rest.size() - 1).isSlash();
      if (!options.ignoreDuplicateSlashes() || !unit.isSlash() || !again) {
        rest.add(unit);
      }
    }
    int last = rest.size() - 1;
    if (options.ignoreTrailingSlash() && last > 0 && rest.get(last).isSlash()) {
      rest.remove(last);
    }
    return rest;
  }
}
