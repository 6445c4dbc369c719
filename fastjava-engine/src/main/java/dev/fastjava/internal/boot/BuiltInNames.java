package dev.fastjava.internal.boot;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that servers, requests and replies have without decorators: those of the methods they have
 * here, and of what the reference has besides. Read once, when the first server is made.
 */
final class BuiltInNames {
  static final Set<String> SERVER =
      names(Fastjava.class, "getDefaultJsonParser", "server", "withTypeProvider");

  private static final Set<String> REQUEST = names(Request.class, "socket");

  private static final Set<String> REPLY = names(Reply.class, "then");

  private BuiltInNames() {}

  private static Set<String> names(Class<?> owner, String... others) {
    Set<String> names = new HashSet<>(List.of(others));
    for (Method method : owner.getMethods()) {
      names.add(method.getName());
    }
    return Set.copyOf(names);
  }

  static DecoratorScope requestDecorators() {
    return new DecoratorScope("request", REQUEST);
  }

  static DecoratorScope replyDecorators() {
    return new DecoratorScope("reply", REPLY);
  }
}
