package dev.fastjava.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The API as it is written down in {@code src/test/resources/api/engine.txt}: whoever changes it
 * changes that file in the same commit, so that reviews see it. {@code -Dfastjava.api.write=true}
 * writes it anew.
 */
class ApiSignatureTests {
  private static final Path WRITTEN_DOWN = Path.of("src/test/resources/api/engine.txt");

  private static Path classes() throws URISyntaxException {
    URI place = Fastjava.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(place);
  }

  private static List<String> exportedPackages() throws Exception {
    try (InputStream descriptor = Files.newInputStream(classes().resolve("module-info.class"))) {
      return ModuleDescriptor.read(descriptor).exports().stream()
          .filter(each -> !each.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .sorted()
          .toList();
    }
  }

  private static Stream<Class<?>> withNested(Class<?> type) {
    return Stream.concat(
        Stream.of(type),
        Stream.of(type.getDeclaredClasses())
            .filter(each -> ApiSignature.isVisible(each.getModifiers()))
            .sorted(Comparator.comparing(Class::getName))
            .flatMap(ApiSignatureTests::withNested));
  }

  private static List<String> publicTypes(String exported) throws Exception {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes().resolve(exported.replace('.', '/')))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .filter(name -> !name.equals("package-info.class"))
          .map(name -> exported + "." + name.substring(0, name.length() - ".class".length()))
          .sorted()
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void theApiIsAsItIsWrittenDown() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String exported : exportedPackages()) {
      for (String name : publicTypes(exported)) {
        Class<?> type = Class.forName(name, false, Fastjava.class.getClassLoader());
        if (Modifier.isPublic(type.getModifiers())) {
          withNested(type).map(ApiSignature::of).forEach(lines::addAll);
        }
      }
    }
    if (Boolean.getBoolean("fastjava.api.write")) {
      Files.write(WRITTEN_DOWN, lines);
    }
    assertThat(lines).hasSizeGreaterThan(500);
    assertThat(lines)
        .as("the API and %s: write it anew when the change is meant", WRITTEN_DOWN)
        .isEqualTo(Files.readAllLines(WRITTEN_DOWN));
  }
}
