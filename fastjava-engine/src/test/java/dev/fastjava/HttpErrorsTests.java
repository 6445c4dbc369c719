package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.CustomErrorCode;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.error.HttpException;
import dev.fastjava.http.ReasonPhrases;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpErrorsTests {
  private static final CustomErrorCode ORDER_CLOSED =
      CustomErrorCode.of("ORDER_CLOSED", 409, "Order %s is closed");

  static Stream<Method> named() {
    return Stream.of(HttpErrors.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.getName().equals("create"));
  }

  @ParameterizedTest
  @MethodSource("named")
  void eachErrorHasTheStatusItsNameSays(Method method) throws Exception {
    HttpException error = (HttpException) method.invoke(null, "as asked");
    String phrase = ReasonPhrases.of(error.statusCode());
    assertThat(phrase.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT))
        .isEqualTo(method.getName().toLowerCase(Locale.ROOT));
    assertThat(error).hasMessage("as asked");
  }

  @Test
  void thereIsOneForEachStatusOfAnError() {
    List<Integer> missing = new ArrayList<>();
    List<Integer> there =
        named()
            .map(
                method -> {
                  try {
                    return ((HttpException) method.invoke(null, "x")).statusCode();
                  } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    for (int status = 400; status < 600; status++) {
      if (ReasonPhrases.find(status) != null && !there.contains(status)) {
        missing.add(status);
      }
    }
    assertThat(there).doesNotHaveDuplicates();
    assertThat(missing).isEmpty();
  }

  @Test
  void detailsReachTheReply() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          (request, reply) -> {
            throw HttpErrors.create(404, "gone", e -> e.code("AWAY").header("x-why", "moved"));
          });
      assertThat(app.inject("/"))
          .hasStatus(404)
          .hasHeader("x-why", "moved")
          .bodyJson()
          .isEqualToJson(
              "{\"statusCode\":404,\"code\":\"AWAY\",\"error\":\"Not"
                  + " Found\",\"message\":\"gone\"}");
    }
  }

  @Test
  void whatIsNoStatusOfAnErrorIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpErrors.create(200, "fine", e -> {}))
        .withMessageContaining("200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomErrorCode.of("X", 600, "no"))
        .withMessageContaining("X");
    assertThatIllegalArgumentException().isThrownBy(() -> CustomErrorCode.of("", 400, "no"));
  }

  @Test
  void aCodeOfOnesOwnMakesErrorsAndKnowsThem() {
    HttpException error = ORDER_CLOSED.error(7);
    IllegalStateException cause = new IllegalStateException("behind");
    assertThat(error).hasMessage("Order 7 is closed").hasNoCause();
    assertThat(error.statusCode()).isEqualTo(409);
    assertThat(error.code()).isEqualTo("ORDER_CLOSED");
    assertThat(ORDER_CLOSED.causedBy(cause, 8)).hasMessage("Order 8 is closed").hasCause(cause);
    assertThat(ORDER_CLOSED.matches(error)).isTrue();
    assertThat(ORDER_CLOSED.matches(HttpErrors.conflict("other"))).isFalse();
    assertThat(ORDER_CLOSED.matches(cause)).isFalse();
    assertThat(ORDER_CLOSED).hasToString("ORDER_CLOSED (409): Order %s is closed");
  }

  @Test
  void aPercentSignBeforeASpaceIsOne() {
    assertThat(CustomErrorCode.of("X", 400, "100 % sure").error()).hasMessage("100 % sure");
    assertThat(CustomErrorCode.of("X", 400, "100%").error()).hasMessage("100%");
  }

  @Test
  void errorOfACodeIsMadeWhateverItsArgumentsAre() {
    assertThat(CustomErrorCode.of("X", 409, "100% of %s").error("a", "b")).hasMessage("100% of a");
    CustomErrorCode order = CustomErrorCode.of("X", 409, "Order %d is %s, 5%% off");
    assertThat(order.error("7", "x")).hasMessage("Order 7 is x, 5% off");
    assertThat(order.error(7)).hasMessage("Order 7 is %s, 5% off");
    assertThat(order.error()).hasMessage("Order %s is %s, 5% off");
    assertThat(order.error((Object[]) null)).hasMessage("Order null is %s, 5% off");
    assertThat(order.error(new Broken()).statusCode()).isEqualTo(409);
  }

  private static final class Broken {
    @Override
    public String toString() {
      throw new IllegalStateException("secret");
    }
  }

  @Test
  void messageOfACodeThatIsNoFormatIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomErrorCode.of("PRICE", 409, "costs %.2f"))
        .withMessageContaining("PRICE")
        .withMessageContaining("%s");
  }

  @Test
  void anErrorCannotBeChangedOnceItIsMade() {
    HttpException error = HttpErrors.create(400, "no", e -> e.header("a", "b").property("p", null));
    assertThatThrownBy(() -> error.headers().asMap().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> error.properties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
