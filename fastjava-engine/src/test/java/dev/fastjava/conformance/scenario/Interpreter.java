package dev.fastjava.conformance.scenario;

import dev.fastjava.Execution;

/** The parts that interpret one scenario in one execution mode, and what they share. */
final class Interpreter {
  private final Execution mode;
  private final Journal journal = new Journal();
  private final Values values = new Values(this);
  private final LogDescriptions logs = new LogDescriptions(this);
  private final Actions actions = new Actions(this);
  private final FunctionRunner runner = new FunctionRunner(this);
  private final HandlerFunctions handlers = new HandlerFunctions(this);
  private final HookFunctions hooks = new HookFunctions(this);
  private final ParserFunctions parsers = new ParserFunctions(this);
  private final RouteOptions routes = new RouteOptions(this);
  private final PluginSteps plugins = new PluginSteps(this);
  private final Steps steps = new Steps(this);

  Interpreter(Execution mode) {
    this.mode = mode;
  }

  Execution mode() {
    return mode;
  }

  /** Whether functions of the application run where blocking is safe. */
  boolean mayBlock() {
    return mode != Execution.EVENT_LOOP;
  }

  Journal journal() {
    return journal;
  }

  Values values() {
    return values;
  }

  LogDescriptions logs() {
    return logs;
  }

  Actions actions() {
    return actions;
  }

  FunctionRunner runner() {
    return runner;
  }

  HandlerFunctions handlers() {
    return handlers;
  }

  HookFunctions hooks() {
    return hooks;
  }

  ParserFunctions parsers() {
    return parsers;
  }

  RouteOptions routes() {
    return routes;
  }

  PluginSteps plugins() {
    return plugins;
  }

  Steps steps() {
    return steps;
  }
}
