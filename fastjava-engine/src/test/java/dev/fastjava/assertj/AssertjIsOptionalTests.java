package dev.fastjava.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssertjIsOptionalTests {
  @Test
  void apiLoadsWithoutAssertJ() throws Exception {
    Path classes = classes();
    try (URLClassLoader loader = withoutAssertJ();
        Stream<Path> files = Files.walk(classes.resolve("dev/fastjava"))) {
      List<String> names =
          files
              .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '.'))
              .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
              .filter(file -> !file.startsWith("dev.fastjava.internal."))
              .filter(file -> !file.startsWith("dev.fastjava.assertj."))
              .map(file -> file.substring(0, file.length() - ".class".length()))
              .toList();
      assertThat(names).hasSizeGreaterThan(100).contains(Inject.class.getName());
      for (String name : names) {
        Class<?> loaded = Class.forName(name, true, loader);
        assertThat(loaded.getClassLoader()).isSameAs(loader);
        // Resolves every type of a signature.
        assertThat(loaded.getDeclaredMethods()).isNotNull();
      }
      assertThatThrownBy(
              () -> Class.forName("dev.fastjava.assertj.InjectResponseAssert", true, loader))
          .isInstanceOf(NoClassDefFoundError.class)
          .hasMessageContaining("org/assertj");
    }
  }

  private static Path classes() throws URISyntaxException {
    URI location = Inject.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(location);
  }

  private static URLClassLoader withoutAssertJ() throws IOException {
    String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls =
        Arrays.stream(classPath)
            .filter(entry -> !entry.contains("assertj-core"))
            .map(AssertjIsOptionalTests::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
