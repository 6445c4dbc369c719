package dev.fastjava.internal.lifecycle;

import java.util.List;
import java.util.function.Function;

/**
 * The hooks of a route by phase, those of its context first. Each array holds hooks in plain and in
 * callback style; {@link HookChain} tells them apart. Never written after boot.
 */
public final class HookSet {
  /** No hooks at all. */
  public static final HookSet EMPTY = new HookSet(phase -> List.of());

  final Object[] onRequest;
  final Object[] preParsing;
  final Object[] preValidation;
  final Object[] preHandler;
  final Object[] preSerialization;
  final Object[] onError;
  final Object[] onSend;
  final Object[] onResponse;
  final Object[] onTimeout;
  final Object[] onRequestAbort;

  /** Takes the hooks of each phase from a function of the phase's name. */
  public HookSet(Function<String, List<Object>> hooks) {
    onRequest = hooks.apply("onRequest").toArray();
    preParsing = hooks.apply("preParsing").toArray();
    preValidation = hooks.apply("preValidation").toArray();
    preHandler = hooks.apply("preHandler").toArray();
    preSerialization = hooks.apply("preSerialization").toArray();
    onError = hooks.apply("onError").toArray();
    onSend = hooks.apply("onSend").toArray();
    onResponse = hooks.apply("onResponse").toArray();
    onTimeout = hooks.apply("onTimeout").toArray();
    onRequestAbort = hooks.apply("onRequestAbort").toArray();
  }
}
