package dev.fastjava.testing;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where random tests get their numbers from, so that each run can be run again. All of them depend
 * on one seed, which is printed when the first of them starts:
 *
 * <ul>
 *   <li>0 without a setting, in CI too: a build that was green stays green;
 *   <li>{@code -Dfastjava.seed=random} draws one, to look for what the fixed one does not show;
 *   <li>{@code -Dfastjava.seed=NUMBER} repeats such a run.
 * </ul>
 */
public final class Seeds {
  /** The system property with the seed. */
  public static final String PROPERTY = "fastjava.seed";

  private static final long SEED = seed();

  private Seeds() {}

  private static long seed() {
    String given = System.getProperty(PROPERTY, "0").strip();
    long seed =
        given.equals("random")
            ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE)
            : Long.parseLong(given);
    System.out.println("random tests: -D" + PROPERTY + "=" + seed);
    return seed;
  }

  /**
   * The seed of one test.
   *
   * @param own what tells the test, or the round of a repeated one, from others; the whole seed of
   *     a run without a setting
   */
  public static long of(long own) {
    // Far apart, so that round 2 of one seed is not round 1 of the next.
    return own + SEED * 1_000_003;
  }

  /** Numbers for one test, see {@link #of}. */
  public static Random random(long own) {
    return new Random(of(own));
  }
}
