package dev.fastjava.spring.boot.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.Logger;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No member of a logger is lost on the way to the one behind: a new one fails here. */
class ForwardingLoggerTests {
  /** Methods of levels are made of {@code log}. */
  private static final Set<String> LEVELS =
      Arrays.stream(LogLevel.values())
          .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
          .collect(Collectors.toSet());

  @TestFactory
  Stream<DynamicTest> everyMemberReachesTheLoggerBehind() {
    List<Method> members =
        Arrays.stream(Logger.class.getMethods())
            .filter(each -> !Modifier.isStatic(each.getModifiers()))
            .toList();
    assertThat(members).hasSizeGreaterThan(10);
    return members.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> reaches(each)));
  }

  private static void reaches(Method member) throws Exception {
    List<String> called = new ArrayList<>();
    Logger behind =
        (Logger)
            Proxy.newProxyInstance(
                ForwardingLoggerTests.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> {
                  called.add(method.getName());
                  return value(method.getReturnType());
                });
    Logger logger = ErrorLines.of(behind);
    Object[] arguments =
        Arrays.stream(member.getParameterTypes()).map(ForwardingLoggerTests::value).toArray();
    Object made = member.invoke(logger, arguments);
    assertThat(called).contains(LEVELS.contains(member.getName()) ? "log" : member.getName());
    if (made instanceof Logger child) {
      assertThat(child).isInstanceOf(ErrorLines.class);
    }
  }

  private static Object value(Class<?> type) {
    if (type == boolean.class) {
      return true;
    }
    if (type == void.class) {
      return null;
    }
    if (type == Logger.class) {
      return Logger.silent();
    }
    Consumer<Object> nothing = given -> {};
    return Stream.of(
            LogLevel.WARN,
            Map.of(),
            "text",
            new Object[] {},
            new IllegalStateException("error"),
            ChildOptions.none(),
            nothing)
        .filter(type::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Make a value of " + type));
  }
}
