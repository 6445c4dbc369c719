package dev.fastjava.internal.boot;

import dev.fastjava.AbortHook;
import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CloseHook;
import dev.fastjava.ContextHook;
import dev.fastjava.DeclaredHook;
import dev.fastjava.ErrorHook;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadHook;
import dev.fastjava.RouteHook;
import dev.fastjava.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hooks of one context by phase, those it had from its parent when it was made first. */
final class HookScope {
  private static final List<Class<?>> STEPS =
      List.of(Hook.class, Hook.Async.class, Hook.Callback.class);
  private static final List<Class<?>> PAYLOAD_STEPS =
      List.of(PayloadHook.class, PayloadHook.Async.class, PayloadHook.Callback.class);
  private static final List<Class<?>> APP_STEPS =
      List.of(AppHook.class, AsyncAppHook.class, CallbackAppHook.class);

  private static final Map<String, List<Class<?>>> TYPES =
      Map.ofEntries(
          Map.entry("onRequest", STEPS),
          Map.entry(
              "preParsing",
              List.of(ParsingHook.class, ParsingHook.Async.class, ParsingHook.Callback.class)),
          Map.entry("preValidation", STEPS),
          Map.entry("preHandler", STEPS),
          Map.entry("preSerialization", PAYLOAD_STEPS),
          Map.entry(
              "onError", List.of(ErrorHook.class, ErrorHook.Async.class, ErrorHook.Callback.class)),
          Map.entry("onSend", PAYLOAD_STEPS),
          Map.entry("onResponse", STEPS),
          Map.entry("onTimeout", STEPS),
          Map.entry(
              "onRequestAbort",
              List.of(AbortHook.class, AbortHook.Async.class, AbortHook.Callback.class)),
          Map.entry("onReady", APP_STEPS),
          Map.entry("onListen", APP_STEPS),
          Map.entry("preClose", APP_STEPS),
          Map.entry(
              "onClose", List.of(CloseHook.class, CloseHook.Async.class, CloseHook.Callback.class)),
          Map.entry("onRoute", List.of(RouteHook.class)),
          Map.entry("onRegister", List.of(ContextHook.class)));

  /** Hooks of the application itself: each context has its own. */
  private static final Set<String> NOT_INHERITED = Set.of("onReady", "onListen", "preClose");

  /** What no single route has. */
  private static final Set<String> NOT_OF_ROUTES =
      Set.of("onReady", "onListen", "preClose", "onClose", "onRoute", "onRegister");

  /** Hooks that hold from the moment they are added. */
  private static final Set<String> IMMEDIATE = Set.of("onReady", "onListen", "preClose", "onRoute");

  private final Map<String, List<Object>> hooks = new HashMap<>();

  /** What was added here, which no child takes over. */
  private final List<DeclaredHook> declared = new ArrayList<>();

  HookScope child() {
    HookScope child = new HookScope();
    hooks.forEach(
        (phase, all) -> {
          if (!NOT_INHERITED.contains(phase)) {
            child.hooks.put(phase, new ArrayList<>(all));
          }
        });
    return child;
  }

  static boolean isImmediate(String phase) {
    return IMMEDIATE.contains(phase);
  }

  static boolean isOfApplication(String phase) {
    return NOT_INHERITED.contains(phase);
  }

  static boolean isKnown(String phase) {
    return TYPES.containsKey(phase);
  }

  /** Refuses what is no hook of a phase. */
  static void check(String phase, @Nullable Object hook) {
    List<Class<?>> types = TYPES.get(phase);
    if (types == null) {
      throw ErrorCode.FST_ERR_HOOK_NOT_SUPPORTED.error(phase);
    }
    if (types.stream().noneMatch(type -> type.isInstance(hook))) {
      throw ErrorCode.FST_ERR_HOOK_INVALID_HANDLER.error(phase, told(phase, hook, types));
    }
  }

  /** What was given, and for Java's types what would be taken. */
  private static String told(String phase, @Nullable Object hook, List<Class<?>> types) {
    if (hook == null) {
      return "null";
    }
    if (hook instanceof String) {
      return "[object String]"; // as recorded
    }
    String taken =
        types.stream()
            .map(HookScope::name)
            .collect(Collectors.joining(", ", phase + " takes ", ""));
    return "a " + kind(hook.getClass()) + " (" + taken + ")";
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return outer == null ? type.getSimpleName() : name(outer) + '.' + type.getSimpleName();
  }

  /** The name of a class; for a lambda, whose own tells nothing, the interface it was made for. */
  private static String kind(Class<?> type) {
    return type.isHidden() && type.getInterfaces().length > 0
        ? name(type.getInterfaces()[0])
        : type.getTypeName();
  }

  /** Refuses what is no hook that a route may have. */
  static void checkOfRoute(String phase, Object hook) {
    if (NOT_OF_ROUTES.contains(phase)) {
      throw ErrorCode.FST_ERR_HOOK_NOT_SUPPORTED.error(phase);
    }
    check(phase, hook);
  }

  void add(String phase, Object hook) {
    hooks.computeIfAbsent(phase, p -> new ArrayList<>()).add(hook);
  }

  void declare(String phase, Object hook, @Nullable StackTraceElement place) {
    declared.add(new DeclaredHook(phase, hook, place));
  }

  List<DeclaredHook> declared() {
    return List.copyOf(declared);
  }

  List<Object> of(String phase) {
    return hooks.getOrDefault(phase, List.of());
  }
}
