package dev.fastjava.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Test sources as the compiler reads them, for the tests of the tests. */
final class TestCode {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final List<CompilationUnitTree> files = new ArrayList<>();
  private final SourcePositions positions;

  private TestCode(Iterable<? extends JavaFileObject> sources) throws IOException {
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(null, null, problem -> {}, List.of("-proc:none"), null, sources);
    task.parse().forEach(files::add);
    positions = Trees.instance(task).getSourcePositions();
  }

  /** The folders with the test sources of all modules. */
  static List<Path> folders() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  /** The test sources of all modules. */
  static List<Path> paths() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path folder : folders()) {
      try (Stream<Path> found = Files.walk(folder)) {
        found.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }

  static TestCode ofAllModules() throws IOException {
    StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null);
    return new TestCode(manager.getJavaFileObjectsFromPaths(paths()));
  }

  static TestCode of(String text) throws IOException {
    return new TestCode(
        List.of(
            new SimpleJavaFileObject(URI.create("string:///T.java"), JavaFileObject.Kind.SOURCE) {
              @Override
              public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
              }
            }));
  }

  List<CompilationUnitTree> files() {
    return files;
  }

  /** Whether a factory that makes no tests fails: {@link DynamicTestLimit} sees to it. */
  boolean isGuarded(CompilationUnitTree file) {
    return file.getSourceFile().getName().contains("fastjava-engine");
  }

  /** File and line. */
  String place(CompilationUnitTree file, Tree tree) {
    long line = file.getLineMap().getLineNumber(positions.getStartPosition(file, tree));
    return Path.of(file.getSourceFile().getName()).getFileName() + ":" + line;
  }
}
