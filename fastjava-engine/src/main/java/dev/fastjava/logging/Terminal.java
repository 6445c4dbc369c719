package dev.fastjava.logging;

import java.io.Console;
import java.lang.reflect.Method;

/** Whether the standard output is a terminal that shows colours. */
final class Terminal {
  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // where it is never null, isTerminal() decides
  static boolean showsColors() {
    Console console = System.console();
    return console != null
        && isTerminal(console)
        && !isSet("NO_COLOR")
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** By the convention of no-color.org, an empty variable does not count. */
  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }

  private static boolean isTerminal(Console console) {
    try {
      // Since JDK 22 there may be a console without a terminal, and a method to ask. It cannot be
      // called by name from code for JDK 17.
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (NoSuchMethodException olderJdk) {
      return true;
    } catch (ReflectiveOperationException | RuntimeException failure) {
      return false;
    }
  }
}
