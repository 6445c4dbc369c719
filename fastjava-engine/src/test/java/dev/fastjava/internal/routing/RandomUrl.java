package dev.fastjava.internal.routing;

import dev.fastjava.internal.routing.PathMeaning.Between;
import dev.fastjava.internal.routing.PathMeaning.Expression;
import dev.fastjava.internal.routing.PathMeaning.Parameters;
import dev.fastjava.internal.routing.PathMeaning.Part;
import dev.fastjava.internal.routing.PathMeaning.Text;
import dev.fastjava.internal.routing.PathMeaning.Token;
import dev.fastjava.internal.routing.PathMeaning.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Request targets that a path matches, or nearly so. */
final class RandomUrl {

  private static final String[] BROKEN = {"%", "%2", "%zz", "%C3", "%ff", "%C0%80", "%ed%a0%80"};
  private static final String[] BEHIND = {"?", "?x=/%zz", "#f", "?a#b", ";p=1", "#?"};

  private RandomUrl() {}

  static String make(Random random, RandomPath path) {
    PathMeaning meaning = path.meanings().get(random.nextInt(path.meanings().size()));
    StringBuilder url = new StringBuilder();
    for (Token token : meaning.tokens()) {
      if (token instanceof Text text) {
        url.append(random.nextInt(40) == 0 ? word(random) : text(random, text.character()));
      } else if (token instanceof Parameters parameters) {
        for (Part part : parameters.parts()) {
          part(random, url, part);
        }
      } else {
        url.append(word(random)).append(random.nextBoolean() ? "/" + word(random) : "");
      }
    }
    if (random.nextInt(10) == 0) {
      url.append('/').append(random.nextBoolean() ? word(random) : "");
    }
    if (random.nextInt(30) == 0) {
      url.insert(random.nextInt(url.length() + 1), BROKEN[random.nextInt(BROKEN.length)]);
    }
    if (random.nextInt(6) == 0) {
      url.append(BEHIND[random.nextInt(BEHIND.length)]);
    }
    return url.isEmpty() || url.charAt(0) != '/' ? "/" + url : url.toString();
  }

  private static void part(Random random, StringBuilder url, Part part) {
    if (part instanceof Between between) {
      url.append(random.nextInt(15) == 0 ? "" : between.text());
    } else if (part instanceof Value value && value.expression() != null) {
      Expression expression = value.expression();
      for (int i = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3); i > 0; i--) {
        url.append(expression.characters.charAt(random.nextInt(expression.characters.length())));
      }
    } else {
      url.append(word(random));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      char c = "ab1B-.:\u00e9 /?%;+".charAt(random.nextInt(random.nextBoolean() ? 4 : 14));
      // What is a delimiter can only be content when it is encoded.
      word.append("/?%; ".indexOf(c) >= 0 ? encoded(random, c) : text(random, c));
    }
    return word.toString();
  }

  private static String text(Random random, char c) {
    if (c == '%' || random.nextInt(10) == 0) {
      return encoded(random, c);
    }
    if (c == '/' && random.nextInt(15) == 0) {
      return "//";
    }
    String text = String.valueOf(c);
    return random.nextInt(8) == 0 ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String encoded(Random random, char c) {
    if (c < 0x80) {
      return (random.nextBoolean() ? "%%%02X" : "%%%02x").formatted((int) c);
    }
    return URLEncoder.encode(String.valueOf(c), StandardCharsets.UTF_8);
  }
}
