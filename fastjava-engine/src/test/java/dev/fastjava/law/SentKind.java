package dev.fastjava.law;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What is sent for the values of one type. */
@FunctionalInterface
interface SentKind {
  /** Draws a value. */
  Sent draw(Draw draw);

  /**
   * A value in JSON.
   *
   * @param json as it is sent
   * @param read what it stands for, in the form that the mapper reads with nothing converted; null
   *     where the docs say that it is refused
   */
  record Sent(String json, @Nullable String read) {
    static Sent same(String json) {
      return new Sent(json, json);
    }

    static Sent refused(String json) {
      return new Sent(json, null);
    }
  }

  /** Chance, and what the mapper and the options of the validation do. */
  record Draw(Random random, ReadingMapper mapper, ReadingOptions options) {
    boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T one(T... all) {
      return all[random.nextInt(all.length)];
    }

    <T> T one(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
