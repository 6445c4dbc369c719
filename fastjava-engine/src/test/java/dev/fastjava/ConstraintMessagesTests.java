package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.testing.EnglishValidators;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The message that a constraint was given reaches the reply, whoever checks the constraint. */
class ConstraintMessagesTests {
  private static ValidatorFactory factory;

  @BeforeAll
  static void start() {
    factory = EnglishValidators.factory();
  }

  @AfterAll
  static void stop() {
    factory.close();
  }

  @NullUnmarked
  record Part(@Min(value = 1, message = "takes at least one piece") int pieces) {}

  @NullUnmarked
  record Order(
      @NotNull(message = "tell us who you are") String customer,
      @NotEmpty(message = "order something") List<String> lines,
      @Size(min = 2, max = 4, message = "has two to four letters") String code,
      @Min(value = 1, message = "starts at one") @Max(value = 9, message = "ends at nine") int qty,
      @Pattern(regexp = "[a-z]+", message = "is lower case") String word,
      @Email(message = "is where we write to") String mail,
      @NotNull(message = "is what you order") Part part,
      List<@Size(max = 3, message = "is a short tag") String> tags,
      @Size(max = 1, message = "are few") Map<String, Integer> extras,
      @Size(max = 5) String plain) {}

  private static final String ORDER =
      "{'customer':'c','lines':['l'],'code':'abc','qty':5,'word':'w','mail':'a@b.de',"
          + "'part':{'pieces':1},'tags':['t'],'extras':{'a':1},'plain':'p'}";

  @NullUnmarked
  record Blank(@NotBlank(message = "has a name") String name) {}

  @NullMarked
  record Filled(
      @NotNull(message = "{jakarta.validation.constraints.NotEmpty.message}") String name,
      @Size(max = 3, message = "has no more than {max} letters") String code,
      @Nullable @NotBlank(message = "${'not'} {jakarta.validation.constraints.Past.message}")
          String text) {}

  private static String told(Fastjava app, Class<?> type, String body) {
    try (app) {
      app.post("/", r -> r.schema(s -> s.body(type)), (request, reply) -> "ok");
      InjectResponse response =
          app.inject()
              .post(
                  "/", body.replace('\'', '"'), r -> r.header("content-type", "application/json"));
      return response.statusCode() == 200
          ? response.body()
          : String.valueOf(((Map<?, ?>) response.json()).get("message"));
    }
  }

  private static Fastjava validating() {
    return Fastjava.create(o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'qty':5 | 'qty':5 | ok",
        "'customer':'c', | `` | body/customer tell us who you are",
        "'customer':'c' | 'customer':null | body/customer tell us who you are",
        "'lines':['l'], | `` | body/lines order something",
        "['l'] | null | body/lines order something",
        "['l'] | [] | body/lines order something",
        "abc | a | body/code has two to four letters",
        "abc | abcde | body/code has two to four letters",
        "'qty':5 | 'qty':0 | body/qty starts at one",
        "'qty':5 | 'qty':10 | body/qty ends at nine",
        "'qty':5 | 'qty':'x' | body/qty must be integer",
        "'word':'w' | 'word':'W' | body/word is lower case",
        "a@b.de | nowhere | body/mail is where we write to",
        "'part':{'pieces':1}, | `` | body/part is what you order",
        "{'pieces':1} | null | body/part is what you order",
        "{'pieces':1} | {'pieces':0} | body/part/pieces takes at least one piece",
        "['t'] | ['long one'] | body/tags/0 is a short tag",
        "{'a':1} | {'a':1,'b':2} | body/extras are few",
        "'plain':'p' | 'plain':'plainly' | body/plain must NOT have more than 5 characters"
      })
  void aTextIsTheMessageOfTheKeyword(String part, String other, String message) {
    String body = ORDER.replace(part, other);
    assertThat(told(Fastjava.create(), Order.class, body)).isEqualTo(message);
    assertThat(told(validating(), Order.class, body)).isEqualTo(message);
  }

  @Test
  void allErrorsHaveTheirMessages() {
    Fastjava app = Fastjava.create(o -> o.validation(v -> v.allErrors(true)));
    assertThat(
            told(
                app,
                Order.class,
                ORDER.replace("'customer':'c',", "").replace("'qty':5", "'qty':0")))
        .isEqualTo("body/customer tell us who you are, body/qty starts at one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{}", "{'name':null}", "{'name':''}", "{'name':' '}"})
  void whoeverFindsItMissingTellsTheSame(String body) {
    assertThat(told(validating(), Blank.class, body)).isEqualTo("body/name has a name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'n','code':'c','text':'t'} | ok",
        "{'code':'c','text':'t'} | body/name must not be empty",
        "{'name':null,'code':'c','text':'t'} | body/name must not be empty",
        "{'name':'n','code':'long','text':'t'} | body/code has no more than 3 letters"
      })
  void aValidatorFillsMessagesIn(String body, String message) {
    assertThat(told(validating(), Filled.class, body)).isEqualTo(message);
  }

  @Test
  void withoutAValidatorAMessageToBeFilledInIsRefused() {
    assertThatThrownBy(() -> told(Fastjava.create(), Filled.class, "{}"))
        .hasMessageContaining("the constraint NotNull of body/name");
    assertThat(
            told(
                Fastjava.create(o -> o.beanConstraints(BeanConstraints.unchecked())),
                Filled.class,
                "{'code':'c'}"))
        .isEqualTo("ok");
  }
}
