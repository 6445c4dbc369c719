package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.testing.EnglishValidators;
import dev.fastjava.testing.Eventually;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintFaultsTests {
  private static ValidatorFactory factory;

  @BeforeAll
  static void start() {
    factory = EnglishValidators.factory();
  }

  @AfterAll
  static void stop() {
    factory.close();
  }

  record Amount(int v) {}

  record OnAType(@Nullable @Min(5) Amount wrong) {}

  record OnItems(@Nullable List<@Past Amount> wrong) {}

  record OnValues(@Nullable Map<String, Optional<@Size(min = 2) Amount>> wrong) {}

  record Outer(@Nullable List<OnAType> inner) {}

  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = OfAmounts.class)
  @interface Same {
    String message() default "must be the same";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  public static final class OfAmounts implements ConstraintValidator<Same, Amount> {
    @Override
    public boolean isValid(Amount value, ConstraintValidatorContext context) {
      throw new IllegalStateException("the password of the database");
    }
  }

  @Same
  record OnAClass(int wrong) {}

  record Throwing(@Nullable @Same Amount amount) {}

  @SuppressWarnings("ArrayRecordComponent") // an array is what is checked
  record Checked(
      @Min(5) OptionalInt number,
      Optional<@Min(5) Integer> boxed,
      @Nullable List<@Nullable Map<String, @Past LocalDate>> days,
      @Nullable @Min(1) String digits,
      @Size(min = 1) int @Nullable [] array,
      @Nullable @Same Amount own) {}

  private static Fastjava app(Class<?> type) {
    Fastjava app =
        Fastjava.create(o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())));
    app.post("/", r -> r.schema(s -> s.body(type)), (q, p) -> "ok");
    app.post("/bound", (q, p) -> "ok" + (q.body(type) == null));
    return app;
  }

  private static InjectResponse post(Fastjava app, String url, String body) {
    return app.inject(
        r ->
            r.method("POST")
                .url(url)
                .header("content-type", "application/json")
                .payload(body.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {OnAType.class, OnItems.class, OnValues.class, OnAClass.class, Outer.class})
  void aConstraintThatTheValidatorCannotCheckIsRefusedAtBoot(Class<?> type) {
    String constraint =
        Map.of(OnItems.class, "Past", OnValues.class, "Size", OnAClass.class, "Same")
            .getOrDefault(type, "Min");
    try (Fastjava app = app(type)) {
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasMessageContaining(type == Outer.class ? "OnAType" : type.getSimpleName())
          .hasMessageContaining(constraint)
          .hasMessageContaining(type == OnAClass.class ? "class" : "wrong");
    }
  }

  @Test
  void whatTheValidatorTakesOutOfContainersAndConstraintsThatTakeNoNullBoot() {
    assertThatCode(
            () -> {
              try (Fastjava app = app(Checked.class)) {
                Eventually.join(app.ready());
              }
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/bound"})
  void aConstraintThatThrowsIsAnErrorOfTheServerThatTellsClientsNothing(String url) {
    AtomicReference<@Nullable Throwable> handled = new AtomicReference<>();
    try (Fastjava app = app(Throwing.class)) {
      app.onError((request, reply, error) -> handled.set(error));
      InjectResponse response = post(app, url, "{'amount':{'v':1}}");
      assertThat(response).hasStatus(500);
      assertThat(response.body())
          .contains("could not be checked")
          .doesNotContain("FST_ERR_VALIDATION", "HV0", "Amount", "password", "dev.fastjava");
      assertThat(handled.get()).hasRootCauseMessage("the password of the database");
    }
  }

  record Contact(@Nullable @Email String mail) {}

  @Test
  void addressesOfMailAreJudgedByTheValidatorAlone() {
    try (Fastjava app = app(Contact.class)) {
      for (String mail : List.of("a@b", "", "ä@b.de")) {
        assertThat(post(app, "/", "{'mail':'" + mail + "'}")).hasStatus(200);
      }
      InjectResponse refused = post(app, "/", "{'mail':'nobody'}");
      assertThat(refused).hasStatus(400);
      assertThat(refused.body()).contains("body/mail must be a well-formed email address");
    }
  }
}
