package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.error.FastjavaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which bean a failed start is about. What a bean does at once fails while it is registered;
 * schemas and plugins fail later, and are told by the route or plugin that the error notes.
 */
final class StartFailures {
  private static final String OWN_PACKAGE = "dev.fastjava.spring.boot.autoconfigure.";

  private final BeanPlaces places;
  private final Map<String, List<String>> beansByNote = new LinkedHashMap<>();

  StartFailures(BeanPlaces places) {
    this.places = places;
  }

  /** A route of a bean: errors of it begin with {@code Route GET:/hello}. */
  void route(String methodsAndUrl, String bean) {
    note("Route " + methodsAndUrl + " ", bean);
  }

  /** A plugin of a bean: errors of it begin with {@code Plugin "users"}. */
  void plugin(String name, String bean) {
    note("Plugin \"" + name + "\" ", bean);
  }

  /** A hook of a bean: errors of it begin with {@code An onReady hook}, whichever bean it is of. */
  void hook(String phase, String bean) {
    note("An " + phase + " hook ", bean);
  }

  private void note(String note, String bean) {
    List<String> beans = beansByNote.computeIfAbsent(note, key -> new ArrayList<>());
    if (!beans.contains(bean)) {
      beans.add(bean);
    }
  }

  private String describe(List<String> beans) {
    return beans.stream().map(places::describe).collect(Collectors.joining(", or of "));
  }

  /** An error of what one bean does. */
  RuntimeException of(String what, String bean, Throwable failure) {
    if (failure instanceof BeanRegistrationException
        || failure instanceof PluginDependencyException) {
      return (RuntimeException) failure;
    }
    return exception(what + " of " + places.describe(bean) + " failed", failure);
  }

  /** An error of the boot. */
  Throwable of(Throwable failure) {
    if (!(failure instanceof Exception)
        || failure instanceof BeanRegistrationException
        || failure instanceof PluginDependencyException) {
      return failure;
    }
    for (Throwable note : failure.getSuppressed()) {
      String text = String.valueOf(note.getMessage());
      for (Map.Entry<String, List<String>> each : beansByNote.entrySet()) {
        if (text.startsWith(each.getKey())) {
          return exception(each.getKey().strip() + " of " + describe(each.getValue()), failure);
        }
      }
      if (text.endsWith("was declared here") || text.contains(" was declared here: ")) {
        return exception(text.replaceFirst(" was declared here", ""), failure);
      }
    }
    return failure instanceof FastjavaException
        ? exception("The server did not boot", failure)
        : failure;
  }

  static BeanRegistrationException exception(String what, Throwable failure) {
    StringBuilder message = new StringBuilder(what).append(":\n\n    ").append(text(failure));
    StackTraceElement line = line(failure);
    if (line != null) {
      message.append("\n\n    at ").append(line);
    }
    return new BeanRegistrationException(message.toString(), action(failure), failure);
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return failure instanceof FastjavaException known
        ? message + " (" + known.code() + ")"
        : message == null ? kind : kind + ": " + message;
  }

  /** The line of the application: of a note, of the error, or of what it was caused by. */
  private static @Nullable StackTraceElement line(Throwable failure) {
    for (Throwable note : failure.getSuppressed()) {
      StackTraceElement line = applicationLine(note);
      if (line != null) {
        return line;
      }
    }
    for (Throwable each = failure; each != null; each = each.getCause()) {
      StackTraceElement line = applicationLine(each);
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  private static @Nullable StackTraceElement applicationLine(Throwable error) {
    for (StackTraceElement each : error.getStackTrace()) {
      String type = each.getClassName();
      // A method of ours below means that the application is not on the stack.
      if (type.startsWith(OWN_PACKAGE) && isRegistration(type)) {
        return null;
      }
      if (!isFramework(type)) {
        return each;
      }
    }
    return null;
  }

  private static boolean isRegistration(String type) {
    return type.startsWith(OWN_PACKAGE + "BeanRegistration")
        || type.startsWith(OWN_PACKAGE + "PluginBean")
        || type.startsWith(OWN_PACKAGE + "FastjavaBootLifecycle");
  }

  private static boolean isFramework(String type) {
    return type.startsWith("java.")
        || type.startsWith("jdk.")
        || type.startsWith("org.springframework.")
        || type.startsWith("tools.jackson.")
        || isEngine(type);
  }

  /** Our own packages, not that of an application that happens to be below ours. */
  static boolean isEngine(String type) {
    return type.matches(
        "dev\\.fastjava\\.((internal|schema|error|option|inject|http|spi|type|logging|jakarta)\\..*"
            + "|[A-Z]\\w*(\\$.*)?)");
  }

  private static String action(Throwable failure) {
    if (!(failure instanceof FastjavaException known)) {
      return "Mend what the error says at the line above.";
    }
    return switch (known.errorCode()) {
      case FST_ERR_INSTANCE_ALREADY_LISTENING, FST_ERR_DEC_AFTER_START ->
          "The server was booted before its beans were registered: by a component that called"
              + " ready(), listen() or inject on it. Let the component do that when the application"
              + " has started, in an ApplicationRunner for instance.";
      case FST_ERR_DEC_UNDECLARED, FST_ERR_PLUGIN_NOT_PRESENT_IN_INSTANCE ->
          "Declare the decorator before: in a plugin that is shared and named by dependsOn of"
              + " @RegisterPlugin, or with a FastjavaCustomizer.";
      case FST_ERR_INIT_OPTS_INVALID ->
          "Correct the value where it is set: in a property or in a FastjavaOptionsCustomizer.";
      case FST_ERR_DUPLICATED_ROUTE ->
          "Remove one of the two routes, or give one another path, method or constraint.";
      case FST_ERR_ROUTE_MISSING_HANDLER ->
          "Give the route a handler: .handler((request, reply) -> ...).";
      case FST_ERR_PLUGIN_TIMEOUT ->
          "Let the plugin complete its stage or call done; if it needs longer, raise"
              + " fastjava.plugin-timeout.";
      case FST_ERR_DEC_MISSING_DEPENDENCY ->
          "Register the plugin that declares the decorator before, and shared: dependsOn and"
              + " shared = true of @RegisterPlugin.";
      default ->
          known.code().startsWith("FST_ERR_SCH")
              ? "Correct the schema. Schemas that are referred to by $ref have to be added with"
                  + " addSchema in this context or one around it."
              : known.code().startsWith("FST_ERR_HOOK")
                  ? "Name a phase of hooks, such as onRequest, preHandler or onSend, and use a bean"
                      + " of a type of that phase."
                  : "Mend what the error says. docs/Errors.md tells of " + known.code() + ".";
    };
  }
}
