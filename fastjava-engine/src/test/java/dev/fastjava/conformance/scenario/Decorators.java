package dev.fastjava.conformance.scenario;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Declares decorators: values, functions and getters. */
final class Decorators {
  private Decorators() {}

  static void decorate(Interpreter interpreter, Fastjava instance, Spec step) {
    if (!(step.get("name") instanceof String name)) {
      throw new NotExpressible("a decorator name that is no text");
    }
    if (step.has("deps") && !(step.get("deps") instanceof List<?>)) {
      throw new NotExpressible("decorator dependencies that are no list");
    }
    if (step.has("setter")) {
      throw new NotExpressible("a decorator with a setter");
    }
    String[] dependencies = step.texts("deps").toArray(String[]::new);
    if (step.has("getter")) {
      getter(interpreter, instance, step, name, dependencies);
    } else if (step.has("value") || step.has("fn")) {
      Object value =
          step.has("fn")
              ? new FunctionDecorator(interpreter, step.object("fn").get("returns"))
              : Values.copy(step.get("value"));
      value(instance, step.text("op"), name, value, dependencies);
    } else {
      declare(instance, step.text("op"), name);
    }
  }

  private static void declare(Fastjava instance, String op, String name) {
    switch (op) {
      case "decorateRequest" -> instance.decorateRequest(name);
      case "decorateReply" -> instance.decorateReply(name);
      default -> instance.decorate(name, null);
    }
  }

  private static void value(
      Fastjava instance, String op, String name, @Nullable Object value, String[] dependencies) {
    switch (op) {
      case "decorateRequest" -> instance.decorateRequest(name, value, dependencies);
      case "decorateReply" -> instance.decorateReply(name, value, dependencies);
      default -> instance.decorate(name, value, dependencies);
    }
  }

  private static void getter(
      Interpreter interpreter, Fastjava instance, Spec step, String name, String[] dependencies) {
    FunctionDecorator getter =
        new FunctionDecorator(interpreter, step.object("getter").get("returns"));
    switch (step.text("op")) {
      case "decorateRequest" -> instance.decorateRequestGetter(name, getter::apply, dependencies);
      case "decorateReply" -> instance.decorateReplyGetter(name, getter::apply, dependencies);
      default -> instance.decorateGetter(name, getter::apply, dependencies);
    }
  }

  /**
   * A function as the value of a decorator, called with what it decorates.
   *
   * @param returns the value it evaluates
   */
  record FunctionDecorator(Interpreter interpreter, @Nullable Object returns)
      implements Function<Object, @Nullable Object> {
    @Override
    public @Nullable Object apply(Object decorated) {
      return interpreter.values().resolveOrNull(returns, frame(decorated));
    }

    private static Frame frame(Object decorated) {
      if (decorated instanceof Reply reply) {
        return new Frame().self(reply.server()).on(reply.request(), reply);
      }
      if (decorated instanceof Request request) {
        return new Frame().self(request.server()).on(request, null);
      }
      return new Frame().self((Fastjava) decorated);
    }
  }
}
