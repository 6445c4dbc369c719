package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public types of the engine by their names without a package, {@code Request} or {@code
 * FastjavaOptions.Builder}, and the names of their members. Read from the directory of classes, so
 * that a type may move from one package to another.
 */
final class PublicTypes {
  private static final String INTERNAL = "dev.fastjava.internal";

  private final Map<String, Set<String>> members;

  private PublicTypes(Map<String, Set<String>> members) {
    this.members = members;
  }

  static PublicTypes ofTheEngine() {
    try {
      Path root =
          Path.of(Fastjava.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve("dev/fastjava"))) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        files
            .filter(file -> file.toString().endsWith(".class"))
            .map(file -> root.relativize(file).toString().replace('/', '.').replace('\\', '.'))
            .map(name -> name.substring(0, name.length() - ".class".length()))
            .filter(name -> !name.startsWith(INTERNAL) && !name.endsWith("package-info"))
            .map(PublicTypes::load)
            .filter(PublicTypes::isPublic)
            .forEach(type -> members.put(name(type), members(type)));
        return new PublicTypes(members);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether there is a type of that name, or one that has a member of that name. */
  boolean has(String name) {
    int dot = name.lastIndexOf('.');
    return hasType(name)
        || (dot > 0
            && members
                .getOrDefault(name.substring(0, dot), Set.of())
                .contains(name.substring(dot + 1)));
  }

  boolean hasType(String name) {
    return members.containsKey(name);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    for (@Nullable Class<?> each = type; each != null; each = each.getDeclaringClass()) {
      if (!Modifier.isPublic(each.getModifiers()) || each.isAnonymousClass()) {
        return false;
      }
    }
    return true;
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** What a type has beside the members of every object. */
  private static Set<String> members(Class<?> type) {
    List<String> ofObject = Arrays.stream(Object.class.getMethods()).map(Method::getName).toList();
    return Stream.concat(
            Arrays.stream(type.getMethods()).map(Method::getName),
            Arrays.stream(type.getFields()).map(Field::getName))
        .filter(member -> !ofObject.contains(member))
        .collect(Collectors.toSet());
  }
}
