package dev.fastjava;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  private static final String INTERNALS = "dev.fastjava.internal..";

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.fastjava");

  @Test
  void packagesAreFreeOfCycles() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void apiDoesNotUseInternals() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INTERNALS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(INTERNALS)
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  /** A name in a text is a dependency, too, which no rule on classes sees. */
  @Test
  void twoClassesReachTheEngineByItsName() throws IOException {
    List<String> naming;
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/fastjava"))) {
      naming =
          sources
              .filter(Files::isRegularFile)
              .filter(source -> !source.startsWith("src/main/java/dev/fastjava/internal"))
              .filter(ArchitectureTests::namesInternals)
              .map(source -> source.getFileName().toString())
              .sorted()
              .toList();
    }
    assertThat(naming).containsExactly("Engine.java", "SchemaEngine.java");
  }

  private static boolean namesInternals(Path source) {
    try {
      return Files.readString(source).contains("\"dev.fastjava.internal");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void schemasAndLoggingStandOnTheirOwn() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.fastjava.schema", "dev.fastjava.logging")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.fastjava")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void lifecycleKnowsNoTransport() {
    noClasses()
        .that()
        .resideInAPackage("dev.fastjava.internal.lifecycle..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "dev.fastjava.internal.netty..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void engineHasNoSpringInIt() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void onlyTheAssertionsUseAssertJ() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fastjava.assertj")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.assertj..", "dev.fastjava.assertj")
        .check(ENGINE);
  }

  @Test
  void engineUsesNoFurtherLibraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax..",
            "jdk.jfr..",
            "dev.fastjava..",
            "io.netty..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "com.networknt..",
            "com.github.victools..",
            "com.fasterxml.classmate..",
            "org.slf4j..",
            "org.jspecify..",
            "jakarta.validation..",
            "org.assertj..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  /** Who reads a name in a message, a stack trace or a review knows which class is meant. */
  @Test
  void noSimpleNameIsUsedInTwoPackages() {
    Map<String, List<String>> packages =
        ENGINE.stream()
            .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
    packages.values().removeIf(all -> all.size() == 1);
    assertThat(packages).isEmpty();
  }

  /** Every package is a slice of its own, the root package too. */
  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
