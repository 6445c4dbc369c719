package dev.fastjava.internal.boot;

import dev.fastjava.internal.lifecycle.DefaultErrorHandler;
import dev.fastjava.internal.lifecycle.HeadPayload;

/** What a drawing of the routes calls a function of the user. */
final class FunctionNames {

  private FunctionNames() {}

  /** The name of its class; lambdas and method references, which have none, are anonymous. */
  static String of(Object function) {
    if (function == HeadPayload.INSTANCE) {
      return "headRouteOnSendHandler()";
    }
    if (function == DefaultErrorHandler.CHAIN.get(0)) {
      return "defaultErrorHandler()";
    }
    Class<?> type = function.getClass();
    String name = type.isSynthetic() || type.isHidden() ? "" : type.getSimpleName();
    return (name.isEmpty() ? "anonymous" : name) + "()";
  }
}
