package dev.fastjava.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  private static final JavaClasses MODULE =
      new ClassFileImporter().importPackages("dev.fastjava.benchmarks");

  @Test
  void engineInternalsAreUsedByBenchmarksOfTheirOwnOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fastjava.benchmarks.micro..")
        .and()
        .haveSimpleNameNotContaining("Benchmark")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.fastjava.internal..")
        .check(MODULE);
  }
}
