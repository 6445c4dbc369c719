package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A lambda whose method returns nothing may end with a stage, which Java drops in silence. So each
 * public interface of that kind has a form that returns the stage, with a method for it wherever
 * the plain one is taken; or it says that it is synchronous only, and why.
 */
class AsyncFormsTests {
  private static final String MARK = "Synchronous only";

  /** The public interfaces with one abstract method, which returns nothing. */
  private static Map<String, Class<?>> silent() {
    Map<String, Class<?>> found = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.fastjava")) {
      if (!type.isInterface()
          || !type.getModifiers().toString().contains("PUBLIC")
          || type.getPackageName().startsWith("dev.fastjava.internal")) {
        continue;
      }
      Class<?> reflected = type.reflect();
      Method only = only(reflected);
      if (only != null && only.getReturnType() == void.class) {
        found.put(reflected.getName(), reflected);
      }
    }
    return found;
  }

  private static @Nullable Method only(Class<?> type) {
    List<Method> all =
        Arrays.stream(type.getMethods())
            .filter(m -> Modifier.isAbstract(m.getModifiers()))
            .collect(Collectors.toList());
    return all.size() == 1 ? all.get(0) : null;
  }

  private static boolean isCallback(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return parameters.length > 0 && Done.class.isAssignableFrom(parameters[parameters.length - 1]);
  }

  /** Nested in the plain form, or beside it where the plain form has others above it. */
  private static @Nullable Class<?> asyncForm(Class<?> plain) {
    for (Class<?> nested : plain.getDeclaredClasses()) {
      if (nested.getSimpleName().equals("Async")) {
        return nested;
      }
    }
    String name = plain.getPackageName() + ".Async" + plain.getSimpleName();
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static String source(Class<?> type) throws IOException {
    Class<?> outer = type.getNestHost();
    return Files.readString(Path.of("src/main/java", outer.getName().replace('.', '/') + ".java"));
  }

  @Test
  void everyInterfaceThatReturnsNothingHasAnAsynchronousFormOrSaysWhyNot() throws IOException {
    Map<String, Class<?>> all = silent();
    assertThat(all)
        .containsKeys(
            "dev.fastjava.Plugin",
            "dev.fastjava.BootHook",
            "dev.fastjava.AppHook",
            "dev.fastjava.CloseHook",
            "dev.fastjava.Hook",
            "dev.fastjava.RouteHook");
    List<String> without = new ArrayList<>();
    for (Class<?> type : all.values()) {
      Method plain = java.util.Objects.requireNonNull(only(type));
      if (isCallback(plain)) {
        continue;
      }
      Class<?> async = asyncForm(type);
      if (async == null) {
        if (!source(type).replaceAll("\\s*\\n\\s*\\* ?", " ").contains(MARK)) {
          without.add(type.getName());
        }
        continue;
      }
      Method form = java.util.Objects.requireNonNull(only(async), async.getName());
      assertThat(form.getReturnType()).as(async.getName()).isEqualTo(CompletionStage.class);
      assertThat(form.getParameterTypes()).as(async.getName()).isEqualTo(plain.getParameterTypes());
    }
    assertThat(without).isEmpty();
  }

  @Test
  void whereverThePlainFormIsTakenAMethodWithAsyncAtItsEndTakesTheOther() {
    List<Class<?>> takers =
        List.of(Fastjava.class, RouteDefinition.class, RouteHooks.class, Plugins.class);
    List<String> taken = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Class<?> taker : takers) {
      for (Method method : taker.getMethods()) {
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
          Class<?> async = asyncForm(parameters[i]);
          if (async == null || parameters[i].isAssignableFrom(taker)) {
            continue;
          }
          taken.add(taker.getSimpleName() + "." + method.getName());
          Class<?>[] wanted = parameters.clone();
          wanted[i] = async;
          if (Arrays.stream(taker.getMethods())
              .noneMatch(
                  m ->
                      m.getName().equals(method.getName() + "Async")
                          && Arrays.equals(m.getParameterTypes(), wanted))) {
            missing.add(method + " has no asynchronous form");
          }
        }
      }
    }
    assertThat(taken)
        .contains(
            "Fastjava.register", "Fastjava.registerWith", "Fastjava.after", "Fastjava.whenReady")
        .contains("Fastjava.onClose", "Plugins.shared", "Plugins.named", "Fastjava.preHandler")
        .contains("RouteDefinition.preHandler");
    assertThat(missing).isEmpty();
  }
}
