package dev.fastjava.internal.routing;

import dev.fastjava.internal.routing.PathMeaning.Between;
import dev.fastjava.internal.routing.PathMeaning.Expression;
import dev.fastjava.internal.routing.PathMeaning.Parameters;
import dev.fastjava.internal.routing.PathMeaning.Part;
import dev.fastjava.internal.routing.PathMeaning.Text;
import dev.fastjava.internal.routing.PathMeaning.Token;
import dev.fastjava.internal.routing.PathMeaning.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The path of a route twice: as a user writes it, and as what it means.
 *
 * @param written as it is registered
 * @param meanings what it means; two of them, in the order of their registration, when its last
 *     parameter is optional
 */
record RandomPath(String written, List<PathMeaning> meanings) {

  private static final String[] WORDS = {
    "", "", "a", "b", "ab", "a1", "1", "B", "\u00e9", "a%", "x y", ":v", "b:", "?q", "#", ";v"
  };

  /** Each ends with the one before, so that the order of siblings is a matter of rules. */
  private static final String[] SUFFIXES = {".b", "-a.b"};

  static RandomPath make(Random random) {
    if (random.nextInt(40) == 0) {
      return new RandomPath("*", List.of(new PathMeaning(List.of(new PathMeaning.Wildcard()))));
    }
    StringBuilder written = new StringBuilder();
    List<Token> tokens = new ArrayList<>();
    int segments = 1 + random.nextInt(4);
    for (int i = 0; i < segments; i++) {
      int before = tokens.size();
      written.append('/');
      tokens.add(new Text('/'));
      boolean word = random.nextInt(2) == 0;
      if (word) {
        append(written, tokens, WORDS[random.nextInt(WORDS.length)]);
      }
      // A colon right before a parameter would be half of a double one.
      boolean possible = written.charAt(written.length() - 1) != ':';
      if (possible && (!word || random.nextInt(8) == 0)) {
        Parameters parameters = parameters(random, i);
        tokens.add(parameters);
        written.append(written(random, parameters));
        if (i == segments - 1 && !word && isOptional(random, parameters)) {
          PathMeaning without =
              new PathMeaning(
                  before == 0 ? List.of(new Text('/')) : List.copyOf(tokens.subList(0, before)));
          return new RandomPath(written.append('?').toString(), List.of(meaning(tokens), without));
        }
      }
    }
    if (random.nextInt(6) == 0) {
      if (random.nextBoolean() || !(tokens.get(tokens.size() - 1) instanceof Text)) {
        written.append('/');
        tokens.add(new Text('/'));
      }
      written.append('*');
      tokens.add(new PathMeaning.Wildcard());
    }
    return new RandomPath(written.toString(), List.of(meaning(tokens)));
  }

  private static PathMeaning meaning(List<Token> tokens) {
    return new PathMeaning(List.copyOf(tokens));
  }

  private static boolean isOptional(Random random, Parameters parameters) {
    return random.nextInt(3) == 0
        && parameters.parts().stream()
            .noneMatch(part -> part instanceof Value value && value.expression() != null);
  }

  private static void append(StringBuilder written, List<Token> tokens, String word) {
    written.append(word.replace(":", "::"));
    word.chars().forEach(c -> tokens.add(new Text((char) c)));
  }

  private static Parameters parameters(Random random, int segment) {
    Expression expression = random.nextBoolean() ? Expression.DIGITS : Expression.LETTERS;
    Value plain = new Value(null);
    Value bounded = new Value(expression);
    Between suffix = new Between(SUFFIXES[random.nextInt(SUFFIXES.length)]);
    List<Part> parts =
        switch (random.nextInt(12)) {
          case 0 -> List.of(bounded);
          case 1 -> List.of(plain, new Between("-"), plain);
          case 2 -> List.of(plain, new Between("."), plain);
          case 3 -> List.of(plain, suffix);
          case 4 -> List.of(bounded, suffix);
          case 5 -> List.of(bounded, new Between("a.b"));
          case 6 -> List.of(bounded, plain);
          case 7 -> List.of(bounded, new Between("-"), plain);
          case 8 -> List.of(plain, new Between("-"), plain, new Between("."), plain);
          default -> List.of(plain);
        };
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Value) {
        names.add("p" + segment + (char) ('a' + names.size()));
      }
    }
    return new Parameters(parts, names);
  }

  private static String written(Random random, Parameters parameters) {
    StringBuilder written = new StringBuilder();
    int value = 0;
    for (Part part : parameters.parts()) {
      if (part instanceof Between between) {
        written.append(between.text());
      } else if (part instanceof Value read) {
        written.append(':').append(parameters.names().get(value++));
        if (read.expression() != null) {
          // Anchors at the ends change nothing.
          written
              .append(random.nextInt(4) == 0 ? "(^" : "(")
              .append(read.expression().source)
              .append(random.nextInt(4) == 0 ? "$)" : ")");
        }
      }
    }
    return written.toString();
  }
}
