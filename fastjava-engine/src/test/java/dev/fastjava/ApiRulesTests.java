package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.fastjava.mark.ForImplementation;
import dev.fastjava.mark.ProvidedByEngine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every public type, so that the API stays of one shape. */
class ApiRulesTests {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.fastjava");

  private static Stream<JavaClass> api() {
    return ENGINE.stream()
        .filter(type -> !type.getPackageName().startsWith("dev.fastjava.internal"))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  /** Those of routes are the setting half of {@link RouteDefinition}, a builder itself. */
  private static Stream<JavaClass> options() {
    return api()
        .filter(type -> type.getSimpleName().endsWith("Options"))
        .filter(type -> !type.isAssignableFrom(RouteDefinition.class));
  }

  private static boolean isPublic(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  @Test
  void optionsAreImmutable() {
    assertThat(options().map(JavaClass::getSimpleName))
        .contains("FastjavaOptions", "HttpOptions", "PluginOptions", "ValidationOptions");
    assertThat(
            options()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getFullName))
        .isEmpty();
  }

  @Test
  void optionsHaveNoMethodThatSets() {
    assertThat(
            options()
                .flatMap(type -> type.getMethods().stream())
                .filter(ApiRulesTests::isPublic)
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(
                    method ->
                        method.getRawReturnType().isEquivalentTo(void.class)
                            || (method.getRawReturnType().equals(method.getOwner())
                                && !method.getName().startsWith("with")))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void optionsAreMadeByALambdaOverTheirBuilder() {
    List<String> without =
        options()
            .filter(type -> type.tryGetMethod("of", Consumer.class).isEmpty())
            .map(JavaClass::getSimpleName)
            .toList();
    assertThat(without).isEmpty();
    assertThat(
            options()
                .flatMap(type -> type.getConstructors().stream())
                .filter(made -> !made.getModifiers().contains(JavaModifier.PRIVATE))
                .map(Object::toString))
        .isEmpty();
  }

  @Test
  void noPublicFieldCanBeChanged() {
    assertThat(
            api()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getFullName))
        .isEmpty();
  }

  @Test
  void noPublicMethodHasTwoSwitchesThatCouldBeMixedUp() {
    assertThat(
            api()
                .flatMap(type -> type.getMethods().stream())
                .filter(ApiRulesTests::isPublic)
                .filter(
                    method ->
                        method.getRawParameterTypes().stream()
                                .filter(type -> type.isEquivalentTo(boolean.class))
                                .count()
                            > 1)
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void everyInterfaceSaysWhoImplementsIt() {
    assertThat(api().filter(JavaClass::isInterface).map(JavaClass::getSimpleName))
        .contains("Request", "Headers", "RequestListener", "Logger", "Hook");
    assertThat(
            api()
                .filter(JavaClass::isInterface)
                .filter(type -> !type.isAnnotation() && !type.reflect().isSealed())
                .filter(
                    type ->
                        Stream.of(
                                    FunctionalInterface.class,
                                    ForImplementation.class,
                                    ProvidedByEngine.class)
                                .filter(type::isAnnotatedWith)
                                .count()
                            != 1)
                .map(JavaClass::getName))
        .isEmpty();
  }

  @Test
  void whatTheEngineProvidesIsImplementedByIt() {
    List<JavaClass> provided =
        api().filter(type -> type.isAnnotatedWith(ProvidedByEngine.class)).toList();
    assertThat(provided).hasSizeGreaterThan(20);
    assertThat(provided)
        .allSatisfy(
            type ->
                assertThat(type.getAllSubclasses())
                    .anyMatch(made -> made.getPackageName().startsWith("dev.fastjava")));
  }

  /** Values that are all there ever will be of something; what may grow is a class. */
  private static final List<String> CLOSED_RECORDS =
      List.of("BeanViolation", "FormPart"); // a constraint's report, a part of a form

  @Test
  void recordsAreOfThreeComponentsAtMostAsMoreOfThemGrow() {
    List<JavaClass> records = api().filter(type -> type.reflect().isRecord()).toList();
    assertThat(records.stream().map(JavaClass::getSimpleName)).contains("BeanViolation");
    assertThat(
            records.stream()
                .filter(type -> type.reflect().getRecordComponents().length > 3)
                .map(JavaClass::getSimpleName))
        .isSubsetOf(CLOSED_RECORDS);
    assertThat(records.stream().map(JavaClass::getSimpleName))
        .doesNotContain(
            "FoundRoute", "RequestSchema", "ResponseSchema", "Redaction", "ValidationError");
  }

  @Test
  void levelsAreNoTexts() {
    assertThat(
            api()
                .flatMap(type -> type.getMethods().stream())
                .filter(ApiRulesTests::isPublic)
                .filter(method -> method.getName().toLowerCase(Locale.ROOT).endsWith("level"))
                .filter(
                    method ->
                        method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(String.class)))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  /** A builder is met in the lambda that sets options, and nowhere has to be ended. */
  @Test
  void buildersAreGivenToLambdasAlone() {
    List<JavaClass> builders =
        api().filter(type -> type.getSimpleName().equals("Builder")).toList();
    assertThat(builders).hasSizeGreaterThan(10);
    assertThat(
            api()
                .filter(type -> !type.getName().endsWith("Settings"))
                .flatMap(type -> type.getMethods().stream())
                .filter(ApiRulesTests::isPublic)
                .filter(
                    method ->
                        (builders.contains(method.getOwner()) && method.getName().equals("build"))
                            || (builders.contains(method.getRawReturnType())
                                && !builders.contains(method.getOwner())))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  /** Members of the reference that users look for by their names. */
  private static final Set<String> NAMED_BY_THE_REFERENCE =
      Set.of(
          "getDecorator",
          "getHeader",
          "getHeaders",
          "getSchema",
          "getSchemas",
          "getSerializationFunction",
          "getSerializationFunctionForStatus",
          "getValidationFunction");

  @Test
  void accessorsAreCalledAsWhatTheyReturn() {
    assertThat(
            api()
                .flatMap(type -> type.getMethods().stream())
                .filter(ApiRulesTests::isPublic)
                .map(JavaMethod::getName)
                .filter(name -> name.matches("get[A-Z].*"))
                .distinct())
        .isSubsetOf(NAMED_BY_THE_REFERENCE)
        .isNotEmpty();
  }

  @Test
  void whetherIsAskedByMethodsThatReturnABoolean() {
    List<JavaMethod> questions =
        api()
            .filter(type -> !type.getPackageName().endsWith("assertj"))
            .flatMap(type -> type.getMethods().stream())
            .filter(ApiRulesTests::isPublic)
            .filter(method -> method.getName().matches("(is|has)[A-Z].*"))
            .toList();
    assertThat(questions).hasSizeGreaterThan(20);
    assertThat(questions)
        .allSatisfy(
            method ->
                assertThat(method.getRawReturnType().isEquivalentTo(boolean.class))
                    .as(method.getFullName())
                    .isTrue());
  }
}
