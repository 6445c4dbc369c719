package dev.fastjava.spring.boot.autoconfigure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.fastjava.spring");

  @Test
  void packagesAreFreeOfCycles() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void engineInternalsAreNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.fastjava.internal..")
        .check(MODULE);
  }

  @Test
  void testSliceIsUsedByNothingElse() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fastjava.spring.boot.test..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.fastjava.spring.boot.test..")
        .check(MODULE);
  }

  /** Every package is a slice of its own. */
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
