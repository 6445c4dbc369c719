package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.type.ConfigKey;
import dev.fastjava.type.DecoratorKey;
import dev.fastjava.type.OptionKey;
import dev.fastjava.type.TypeRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecoratorKeyTests {
  record User(String name) {}

  /** It has one abstract method to implement, but is no function. */
  private static final class Counter implements Comparable<Counter> {
    private int count;

    @Override
    public int compareTo(Counter other) {
      return Integer.compare(count++, other.count);
    }
  }

  private static final DecoratorKey<User> USER = DecoratorKey.of("user", User.class);
  private static final DecoratorKey<Integer> COUNT = DecoratorKey.of("count", int.class);
  private static final DecoratorKey<List<String>> NAMES =
      DecoratorKey.of("names", new TypeRef<List<String>>() {});

  private static final TypeRef<List<String>> NAMES_TYPE = new TypeRef<List<String>>() {};
  private static final ConfigKey<Integer> WEIGHT = ConfigKey.of("weight", int.class);

  private final Fastjava app = Fastjava.create();

  private @Nullable Object answer(Handler handler) {
    app.get("/", handler);
    InjectResponse response = app.inject("/");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private Throwable failureOf(Handler handler) {
    List<Throwable> failures = new ArrayList<>();
    app.setErrorHandler(
        (error, request, reply) -> {
          failures.add(error);
          return reply.code(500).send("failed");
        });
    app.get("/", handler);
    app.inject("/");
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  @Test
  void aKeyDeclaresSetsAndReadsWithoutCasts() {
    app.decorate(NAMES, List.of("Ada")).decorateRequest(USER).decorateReply(COUNT, 1);
    app.onRequest(
        (request, reply) -> {
          request.set(USER, new User("Bob"));
          reply.set(COUNT, reply.require(COUNT) + 1);
        });
    assertThat(
            answer(
                (request, reply) -> {
                  User user = request.require(USER);
                  List<String> names = request.server().require(NAMES);
                  return names.get(0) + user.name() + reply.get(COUNT);
                }))
        .isEqualTo("AdaBob2");
  }

  @Test
  void whatAKeyDeclaresIsReachedByNameToo() {
    app.decorate("kind", "plain").decorateRequest(USER, new User("Eve"));
    DecoratorKey<String> kind = DecoratorKey.of("kind", String.class);
    assertThat(app.require(kind)).isEqualTo("plain");
    assertThat(answer((request, reply) -> request.requireDecorator("user", User.class).name()))
        .isEqualTo("Eve");
  }

  @Test
  void aDecoratorWithoutAValueIsNullOrNamedByRequire() {
    app.decorateRequest(USER);
    assertThat(
            failureOf(
                (request, reply) -> {
                  assertThat(request.get(USER)).isNull();
                  return request.require(USER).name();
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The request decorator 'user' has no value");
  }

  @Test
  void aKeyOfAPrimitiveTypeNamesItAndNothingOfItReachesClients() {
    app.decorateRequest(COUNT);
    app.get("/", (request, reply) -> request.get(COUNT));
    app.get("/name", (request, reply) -> request.getDecorator("count", int.class));
    app.get("/config", (request, reply) -> request.routeOptions().config(WEIGHT));
    for (String url : List.of("/", "/name", "/config")) {
      assertThat(app.inject().get(url).body()).endsWith("\"message\":\"Internal Server Error\"}");
    }
    assertThat(COUNT).hasToString("'count' of type int");
    assertThatThrownBy(() -> WEIGHT.cast(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("There is no value of 'weight', and int knows no null");
  }

  static <T> TypeRef<List<? extends T>> anyOf() {
    return new TypeRef<List<? extends T>>() {};
  }

  @Test
  void whatIsNoNameOrNoTypeMakesNoKey() {
    for (String name : List.of("", "  ", "a\nb", "a\u0000")) {
      assertThatThrownBy(() -> DecoratorKey.of(name, String.class))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> OptionKey.of(name, NAMES_TYPE))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> ConfigKey.of(name, int.class))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> DecoratorKey.of("a", void.class)).hasMessageContaining("no values");
    assertThatThrownBy(() -> DecoratorKey.of("a", nothing()))
        .hasMessage("The type of a key is null");
    assertThatThrownBy(DecoratorKeyTests::anyOf)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("what T stands for is not known");
  }

  @SuppressWarnings("NullAway") // what unchecked callers do
  private static Class<String> nothing() {
    return null;
  }

  @Test
  void aKeyOfAnotherTypeIsRefusedWhetherItsClassDiffersOrItsArguments() {
    app.decorate(NAMES, List.of("Ada")).decorateRequest(USER);
    DecoratorKey<List<Integer>> numbers = DecoratorKey.of("names", new TypeRef<List<Integer>>() {});
    DecoratorKey<String> text = DecoratorKey.of("user", String.class);
    assertThatThrownBy(() -> app.get(numbers))
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining("server decorator 'names'")
        .hasMessageContaining("java.util.List<java.lang.String>")
        .hasMessageContaining("java.util.List<java.lang.Integer>");
    assertThatThrownBy(() -> app.set(numbers, List.of(1))).isInstanceOf(ClassCastException.class);
    assertThat(app.hasDecorator(NAMES)).isTrue();
    assertThat(app.hasDecorator(numbers)).isFalse();
    assertThat(app.hasRequestDecorator(USER)).isTrue();
    assertThat(app.hasRequestDecorator(text)).isFalse();
    assertThat(failureOf((request, reply) -> request.get(text)))
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining("request decorator 'user'");
  }

  @Test
  void aValueOfAnotherTypeIsRefusedWhereItIsSetByName() {
    app.decorate(COUNT, 1).decorateRequest(USER);
    assertThatThrownBy(() -> app.setDecorator("count", "two"))
        .isInstanceOf(ClassCastException.class)
        .hasMessage("The server decorator 'count' is of type java.lang.String, not int");
    assertThat(
            failureOf(
                (request, reply) -> {
                  request.setDecorator("user", "a text");
                  return "set";
                }))
        .isInstanceOf(ClassCastException.class);
  }

  @Test
  void gettersAndSettersAreFunctions() {
    Map<String, User> kept = new HashMap<>();
    app.decorateGetter(COUNT, server -> kept.size())
        .decorateRequestAccessors(
            USER,
            request -> kept.get(request.url()),
            (request, user) -> kept.put(request.url(), user));
    app.onRequest((request, reply) -> request.set(USER, new User("Kay")));
    assertThat(
            answer((request, reply) -> request.require(USER).name() + request.server().get(COUNT)))
        .isEqualTo("Kay1");
  }

  @Test
  void whatOnlyHasAGetterCannotBeSet() {
    app.decorateReplyGetter(COUNT, reply -> 7);
    assertThat(
            failureOf(
                (request, reply) -> {
                  reply.set(COUNT, 8);
                  return "set";
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The reply decorator 'count' is computed by a getter and cannot be set");
    app.close();
    Fastjava other = Fastjava.create();
    other.decorateGetter(COUNT, server -> 7);
    assertThatIllegalStateException().isThrownBy(() -> other.set(COUNT, 8));
    assertThatIllegalStateException().isThrownBy(() -> other.setDecorator("count", 8));
  }

  @Test
  void dependenciesByKeyAreCheckedWithTheirTypes() {
    app.decorateRequest(USER).decorateRequest(COUNT, 0, USER);
    DecoratorKey<String> text = DecoratorKey.of("user", String.class);
    assertThatThrownBy(() -> app.decorateRequest(DecoratorKey.of("x", int.class), 0, text))
        .isInstanceOfSatisfying(
            FastjavaException.class,
            error ->
                assertThat(error.errorCode()).isEqualTo(ErrorCode.FST_ERR_DEC_MISSING_DEPENDENCY));
    assertThatThrownBy(() -> app.decorate(DecoratorKey.of("y", int.class), 0, COUNT))
        .isInstanceOf(FastjavaException.class);
  }

  @Test
  void anUndeclaredKeyIsNamed() {
    assertThatThrownBy(() -> app.get(USER))
        .isInstanceOfSatisfying(
            FastjavaException.class,
            error -> assertThat(error.errorCode()).isEqualTo(ErrorCode.FST_ERR_DEC_UNDECLARED))
        .hasMessageContaining("'user'");
    assertThatThrownBy(() -> app.set(USER, new User("x"))).isInstanceOf(FastjavaException.class);
  }

  static Stream<Object> mutable() {
    return Stream.of(
        new java.io.StringWriter(),
        new AtomicInteger(),
        new ArrayList<>(),
        List.of(1),
        Map.of(),
        new int[0],
        new Object(),
        new Counter());
  }

  @ParameterizedTest
  @MethodSource("mutable")
  void whatRequestsWouldShareIsRefusedWhateverItsClass(Object value) {
    assertThatThrownBy(() -> app.decorateRequest("x", value))
        .isInstanceOfSatisfying(
            FastjavaException.class,
            error -> assertThat(error.errorCode()).isEqualTo(ErrorCode.FST_ERR_DEC_REFERENCE_TYPE))
        .hasMessageContaining("The decorator 'x'");
    assertThatThrownBy(() -> app.decorateReply("x", value)).isInstanceOf(FastjavaException.class);
  }

  static Stream<Object> immutable() {
    return Stream.of(
        "text",
        1,
        'c',
        true,
        BigDecimal.ONE,
        UUID.randomUUID(),
        Locale.ROOT,
        Duration.ZERO,
        Thread.State.NEW,
        new User("x"),
        String.class,
        (Supplier<String>) () -> "made",
        (Handler) (request, reply) -> "made");
  }

  @ParameterizedTest
  @MethodSource("immutable")
  void whatNobodyCanChangeMayBeShared(Object value) {
    assertThatCode(() -> app.decorateRequest("x", value)).doesNotThrowAnyException();
    assertThatCode(() -> app.decorateReply("x", value)).doesNotThrowAnyException();
  }
}
