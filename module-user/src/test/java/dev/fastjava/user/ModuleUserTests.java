package dev.fastjava.user;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the engine exports is enough to use all of it, on both paths, and no more can be reached.
 */
@Timeout(120)
class ModuleUserTests {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final String PATH = System.getProperty("java.class.path");

  @TempDir Path out;

  /** What is on the path of an application: not the tests, and no empty places. */
  private static String libraries() {
    return Arrays.stream(PATH.split(File.pathSeparator))
        .filter(
            each -> !each.endsWith("classes" + File.separator) && !each.endsWith("test-classes"))
        .filter(each -> !Path.of(each).equals(Path.of("target/classes").toAbsolutePath()))
        .filter(each -> Files.exists(Path.of(each)))
        .collect(joining(File.pathSeparator));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Compiles and returns what the compiler says. */
  private String compile(List<Path> files, String... options) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> all =
        new ArrayList<>(
            List.of("-proc:none", "-parameters", "--release", "17", "-d", out.toString()));
    all.addAll(List.of(options));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      compiler
          .getTask(said, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return said.toString();
  }

  /** The classes of the engine: a directory while it is built, an archive after that. */
  private interface Look<T> {
    T at(Path root) throws Exception;
  }

  private static <T> T inEngine(Look<T> look) throws Exception {
    URI place = Fastjava.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path path = Path.of(place);
    if (Files.isDirectory(path)) {
      return look.at(path);
    }
    try (FileSystem archive = FileSystems.newFileSystem(path)) {
      return look.at(archive.getPath("/"));
    }
  }

  private static ModuleDescriptor engine() throws Exception {
    return inEngine(
        root -> {
          try (InputStream in = Files.newInputStream(root.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
          }
        });
  }

  private static List<String> packages() throws Exception {
    return inEngine(
        root -> {
          try (Stream<Path> files = Files.walk(root)) {
            return files
                .filter(file -> file.toString().endsWith(".class"))
                .map(file -> root.relativize(file).getParent())
                .filter(Objects::nonNull)
                .map(place -> place.toString().replace(File.separatorChar, '.').replace('/', '.'))
                .distinct()
                .toList();
          }
        });
  }

  private static List<String> classesOf(String packageName) throws Exception {
    return inEngine(
        root -> {
          try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
            return files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                .map(name -> packageName + "." + name.substring(0, name.length() - 6))
                .sorted()
                .toList();
          }
        });
  }

  @Test
  void theModuleRunsOnTheModulePath() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                Path.of("target/classes") + File.pathSeparator + libraries(),
                "--module",
                "dev.fastjava.user/dev.fastjava.user.Shop")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
    assertThat(output).contains("{\"id\":1,\"customer\":\"Ada\",\"total\":12.50}");
    assertThat(process.exitValue()).as(output).isZero();
  }

  @Test
  void theSameSourcesCompileOnTheClassPath() throws Exception {
    List<Path> files =
        sources().stream().filter(file -> !file.endsWith("module-info.java")).toList();
    assertThat(compile(files, "-classpath", libraries())).isEmpty();
  }

  @Test
  void theyCompileOnTheModulePath() throws Exception {
    assertThat(compile(sources(), "--module-path", libraries())).isEmpty();
  }

  @Test
  void noInternalPackageCanBeReached() throws Exception {
    Set<String> exported = new TreeSet<>();
    engine().exports().forEach(each -> exported.add(each.source()));
    Set<String> internal = new TreeSet<>(packages());
    internal.removeAll(exported);
    assertThat(internal)
        .hasSizeGreaterThan(10)
        .allMatch(each -> each.startsWith("dev.fastjava.internal"));
    StringBuilder source = new StringBuilder("package dev.fastjava.user;\n");
    List<String> reached = new ArrayList<>();
    for (String name : internal) {
      List<String> classes = classesOf(name).stream().filter(each -> !each.contains("$")).toList();
      for (String each : classes) {
        if (Modifier.isPublic(
            Class.forName(each, false, getClass().getClassLoader()).getModifiers())) {
          source.append("import ").append(each).append(";\n");
          reached.add(name);
          break;
        }
      }
    }
    assertThat(reached).hasSizeGreaterThan(10);
    Path file = Files.writeString(out.resolve("Intruder.java"), source + "class Intruder {}\n");
    String said =
        compile(
            List.of(SOURCES.resolve("module-info.java"), file),
            "--module-path",
            libraries(),
            "-Xlint:-opens");
    assertThat(reached)
        .allSatisfy(each -> assertThat(said).contains("package " + each + " is not visible"));
  }

  @Test
  void everyPublicTypeIsUsed() throws Exception {
    StringBuilder text = new StringBuilder();
    for (Path file : sources()) {
      text.append(Files.readString(file));
    }
    List<String> unused = new ArrayList<>();
    for (ModuleDescriptor.Exports exported : engine().exports()) {
      for (String name : classesOf(exported.source())) {
        Class<?> type = Class.forName(name, false, getClass().getClassLoader());
        if (isPublic(type) && !isUsed(type, text)) {
          unused.add(name);
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return !type.isAnonymousClass()
        && !type.isLocalClass()
        && Modifier.isPublic(type.getModifiers())
        && (outer == null || isPublic(outer));
  }

  private static boolean isUsed(Class<?> type, CharSequence text) {
    Class<?> outer = type.getDeclaringClass();
    String name = (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
  }
}
