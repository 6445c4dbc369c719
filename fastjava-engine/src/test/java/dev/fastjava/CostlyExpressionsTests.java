package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.testing.EnglishValidators;
import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.Valid;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions of constraints that a validator matches take no more steps than those of schemas,
 * wherever they are, and whatever they are called.
 */
class CostlyExpressionsTests {
  /** Takes Java 2^n steps for n letters, in spite of what it remembers of groups. */
  private static final String COSTLY = "(?:a|b|ab|(?=(a))a)*(?:c|\\1d)";

  /** Generous: without a bound it would be years. */
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private static final ValidatorFactory FACTORY = EnglishValidators.factory();

  interface Other {}

  @Constraint(validatedBy = {})
  @Pattern(regexp = "")
  @ReportAsSingleViolation
  @Retention(RetentionPolicy.RUNTIME)
  @interface Code {
    @OverridesAttribute(constraint = Pattern.class, name = "regexp")
    String value();

    String message() default "is no code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @NullUnmarked
  static final class Inner {
    @Pattern(regexp = COSTLY)
    public String text;
  }

  @NullUnmarked
  static final class Texts {
    @Pattern(regexp = COSTLY)
    public String own;

    @Pattern(regexp = COSTLY, flags = Pattern.Flag.CASE_INSENSITIVE)
    public CharSequence flags;

    @Pattern(regexp = "[a-z]*")
    @Pattern(regexp = COSTLY)
    public String several;

    @Email(regexp = COSTLY)
    public String mail;

    @Code(COSTLY)
    public String composed;

    public List<@Pattern(regexp = COSTLY) String> list;
    public Map<@Pattern(regexp = COSTLY) String, Integer> keys;
    public Map<String, List<@Pattern(regexp = COSTLY) String>> deep;
    public Optional<@Pattern(regexp = COSTLY) String> maybe = Optional.empty();
    @Valid public Inner inner;
    public Object any;

    @Pattern(regexp = COSTLY, groups = Other.class)
    public String other;

    private String got;

    public void setGot(String got) {
      this.got = got;
    }

    @Pattern(regexp = COSTLY)
    public String getGot() {
      return got;
    }
  }

  private static final Fastjava APP =
      Fastjava.create(o -> o.beanConstraints(JakartaConstraints.of(FACTORY.getValidator())));

  @BeforeAll
  static void open() {
    Handler binds = (request, reply) -> request.body(Texts.class) == null ? "none" : "bound";
    APP.post("/typed", r -> r.schema(s -> s.body(Texts.class)), binds);
    APP.post("/none", binds);
  }

  @AfterAll
  static void close() {
    APP.close();
    FACTORY.close();
  }

  private static InjectResponse post(String url, String body) {
    return Assertions.assertTimeoutPreemptively(
        SECONDS,
        () -> APP.inject().post(url, body, r -> r.header("content-type", "application/json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'own':'%s'} own",
        "{'flags':'%s'} flags",
        "{'several':'%s'} several",
        "{'mail':'%s'} mail",
        "{'composed':'%s'} composed",
        "{'list':['c','%s']} list/1",
        "{'keys':{'%s':1}} keys",
        "{'deep':{'k':['%s']}} deep/k/0",
        "{'maybe':'%s'} maybe",
        "{'inner':{'text':'%s'}} inner/text",
        "{'got':'%s'} got"
      })
  void anExpressionStopsWithTheValueBeingInvalid(String line) {
    String[] parts = line.split(" ", -1);
    for (String url : List.of("/typed", "/none")) {
      InjectResponse response =
          post(url, parts[0].replace('\'', '"').formatted("ab".repeat(60) + "x"));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("must match");
      if (url.equals("/none")) { // a schema that says the expression does not tell the place
        assertThat(response.body()).contains("body/" + parts[1] + ' ');
      }
    }
  }

  @Test
  void expressionsOfOtherGroupsAreNotTried() {
    for (String url : List.of("/typed", "/none")) {
      String body = "{\"other\":\"" + "ab".repeat(60) + "x\",\"list\":[\"abc\",\"c\"]}";
      assertThat(post(url, body).body()).isEqualTo("bound");
    }
  }

  @Test
  void textsThatMatchAtOnceAreTaken() {
    String text = "a".repeat(100) + 'c';
    assertThat(post("/none", "{\"list\":[\"" + text + "\"]}").statusCode()).isEqualTo(200);
  }
}
