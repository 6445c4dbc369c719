package dev.fastjava.internal.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One request of the stress test: what its hooks are to do, and what they did. */
final class StressCase {
  /** How a step ends. */
  enum Ending {
    COMPLETE,
    COMPLETE_TWICE,
    THROW,
    FAIL,
    REPLY
  }

  static final List<String> REQUEST_STEPS =
      List.of("onRequest", "preParsing", "preValidation", "preHandler", "handler");
  private static final List<String> ALL_STEPS =
      List.of(
          "onRequest",
          "preParsing",
          "preValidation",
          "preHandler",
          "handler",
          "preSerialization",
          "onSend",
          "onResponse");

  private final List<String> trace = new ArrayList<>();
  private @Nullable Thread inside;
  private int depth;
  private final String step;
  private final Ending ending;
  private boolean done;
  private boolean overlapped;

  StressCase(Random random) {
    step = ALL_STEPS.get(random.nextInt(ALL_STEPS.size()));
    Ending drawn =
        random.nextInt(3) == 0
            ? Ending.values()[random.nextInt(Ending.values().length)]
            : Ending.COMPLETE;
    ending = drawn == Ending.REPLY && !REQUEST_STEPS.contains(step) ? Ending.FAIL : drawn;
  }

  /**
   * Begins a step: notes it, and whether another one is still in its call. Only on another thread:
   * a step that replies within its call has the steps of the reply within it.
   */
  Ending enter(String name) {
    synchronized (trace) {
      if (depth++ > 0 && inside != Thread.currentThread()) {
        overlapped = true;
      }
      inside = Thread.currentThread();
      trace.add(name);
      if (name.equals(step) && !done) {
        done = true;
        return ending;
      }
      return Ending.COMPLETE;
    }
  }

  void leave() {
    synchronized (trace) {
      depth--;
    }
  }

  boolean overlapped() {
    synchronized (trace) {
      return overlapped;
    }
  }

  List<String> trace() {
    synchronized (trace) {
      return List.copyOf(trace);
    }
  }

  boolean isSeen() {
    return !trace().isEmpty();
  }

  /** The steps that must have run, in order, when the client stays. */
  List<String> planned() {
    List<String> steps = new ArrayList<>();
    boolean replied = false;
    for (String each : ALL_STEPS) {
      if (replied && REQUEST_STEPS.contains(each)) {
        continue;
      }
      steps.add(each);
      if (!each.equals(step)) {
        continue;
      }
      if (ending == Ending.REPLY) {
        replied = true;
      } else if (isFailure() && !each.equals("onResponse")) {
        steps.addAll(List.of("onError", "onSend", "onResponse"));
        break;
      }
    }
    return steps;
  }

  boolean isFailure() {
    return ending == Ending.THROW || ending == Ending.FAIL;
  }

  int plannedStatus() {
    return isFailure() && !step.equals("onResponse") ? 500 : 200;
  }

  /** Whether all steps have run, for a client that has gone. */
  boolean isOverForAborted() {
    List<String> steps = trace();
    return steps.contains("onResponse") || withoutAbort(steps).equals(plannedForAborted());
  }

  List<String> plannedForAborted() {
    List<String> steps = new ArrayList<>(planned());
    steps.remove("onResponse");
    return steps;
  }

  static List<String> withoutAbort(List<String> steps) {
    return steps.stream().filter(each -> !each.equals("onRequestAbort")).toList();
  }

  @Override
  public String toString() {
    return ending + " in " + step + ": " + trace();
  }
}
