package dev.fastjava.conformance.scenario;

import dev.fastjava.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The execution modes scenarios are run in. */
public final class Modes {

  /** The system property that names the modes, for example {@code event-loop,worker}. */
  public static final String PROPERTY = "fastjava.conformance.modes";

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private Modes() {}

  /** The modes named by {@value #PROPERTY}, or all that this Java has. */
  public static List<Execution> selected() {
    String names = System.getProperty(PROPERTY, "");
    if (names.isBlank()) {
      return available();
    }
    List<Execution> modes = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      modes.add(Execution.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return modes;
  }

  private static List<Execution> available() {
    return Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS
        ? List.of(Execution.EVENT_LOOP, Execution.WORKER)
        : List.of(Execution.EVENT_LOOP, Execution.WORKER, Execution.VIRTUAL);
  }
}
