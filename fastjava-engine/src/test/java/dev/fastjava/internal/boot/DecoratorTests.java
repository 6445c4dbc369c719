package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import dev.fastjava.type.DecoratorKey;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class DecoratorTests {
  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void valuesOfOneRequestAreNeverSeenByAnother(Execution mode) {
    try (Fastjava app = Fastjava.create(o -> o.execution(mode))) {
      app.decorateRequest("user").decorateReply("seen", 0);
      app.onRequest(
          (request, reply) -> {
            assertThat(request.getDecorator("user")).isNull();
            assertThat(reply.getDecorator("seen", Integer.class)).isZero();
            request.setDecorator("user", String.valueOf(request.query("user")));
            reply.setDecorator("seen", 1);
          });
      app.preHandler(
          (request, reply, done) -> {
            var unused = CompletableFuture.runAsync(() -> {}).whenComplete(done);
          });
      app.get("/", (request, reply) -> request.getDecorator("user", String.class));
      List<CompletableFuture<InjectResponse>> responses = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        responses.add(app.inject().sendAsync(new InjectRequest().url("/?user=u" + i)));
      }
      for (int i = 0; i < 300; i++) {
        assertThat(Eventually.join(responses.get(i)).body()).isEqualTo("u" + i);
      }
    }
  }

  @Test
  void siblingsMayUseOneNameForDifferentThings() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (one, options) -> {
            one.decorate("value", "one").decorateRequest("kind", "one");
            one.get("/one", (request, reply) -> kindOf(request.getDecorator("kind")));
          });
      app.register(
          (two, options) -> {
            two.decorate("value", 2).decorateRequest("other").decorateRequest("kind", 2);
            two.get("/two", (request, reply) -> kindOf(request.getDecorator("kind")));
          });
      assertThat(app.inject("/one").body()).isEqualTo("one");
      assertThat(app.inject("/two").body()).isEqualTo("2");
      assertThat(app.hasDecorator("value")).isFalse();
      assertThat(app.hasRequestDecorator("kind")).isFalse();
    }
  }

  private static String kindOf(Object kind) {
    return String.valueOf(kind);
  }

  @Test
  void gettersAreComputedForEachRequestAndMayUseOtherDecorators() {
    try (Fastjava app = Fastjava.create()) {
      app.decorateRequest("name", "nobody");
      app.decorateRequestGetter("greeting", r -> "Hello " + r.getDecorator("name"), "name");
      app.get(
          "/:name",
          (request, reply) -> {
            request.setDecorator("name", request.param("name"));
            return request.getDecorator("greeting", String.class);
          });
      assertThat(app.inject("/Ada").body()).isEqualTo("Hello Ada");
      assertThat(app.inject("/Bob").body()).isEqualTo("Hello Bob");
    }
  }

  @Test
  void valuesThatEveryRequestWouldShareAreRefused() {
    try (Fastjava app = Fastjava.create()) {
      for (Object shared : List.of(new ArrayList<>(), Map.of("a", 1), new int[] {1})) {
        assertThatThrownBy(() -> app.decorateRequest("shared", shared))
            .hasMessageContaining("is a reference type");
        assertThatThrownBy(() -> app.decorateReply("shared", shared))
            .hasMessageContaining("is a reference type");
      }
    }
  }

  @Test
  void undeclaredAccessFailsWithTheNameAndTheOwner() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/", (request, reply) -> request.getDecorator("user"));
      assertThat(app.inject("/").body())
          .contains("FST_ERR_DEC_UNDECLARED", "No decorator 'user' has been declared on request.");
      assertThatThrownBy(() -> app.getDecorator("db"))
          .hasMessage("No decorator 'db' has been declared on instance.");
    }
  }

  @Test
  void accessAsAnotherTypeFailsAsACastThatNamesTheDecorator() {
    try (Fastjava app = Fastjava.create()) {
      app.decorate("limit", 5).decorateReply("limit", 5).decorateRequest("limit", 5);
      app.setErrorHandler((error, request, reply) -> String.valueOf(error.getMessage()));
      app.get("/request", (request, reply) -> request.getDecorator("limit", Long.class));
      app.get("/reply", (request, reply) -> reply.getDecorator("limit", long.class));
      assertThat(app.getDecorator("limit", Integer.class)).isEqualTo(5);
      assertThatThrownBy(() -> app.getDecorator("limit", String.class))
          .isInstanceOf(ClassCastException.class)
          .hasMessage(
              "The server decorator 'limit' is of type java.lang.Integer, not java.lang.String");
      assertThat(app.inject("/request").body())
          .contains("The request decorator 'limit' is of type java.lang.Integer, not java");
      assertThat(app.inject("/reply").body())
          .contains("The reply decorator 'limit' is of type java.lang.Integer, not long");
    }
  }

  @Test
  void decoratorsWithoutAValueAreReadAsNull() {
    try (Fastjava app = Fastjava.create()) {
      app.decorate("db", null).decorateRequest("user").decorateReply("user");
      app.decorateRequestGetter("nobody", request -> null);
      app.get(
          "/",
          (request, reply) ->
              String.valueOf(request.getDecorator("user", String.class))
                  + reply.getDecorator("user", Integer.class)
                  + request.getDecorator("nobody", Map.class)
                  + request.server().getDecorator("db", Fastjava.class));
      assertThat(app.getDecorator("db", String.class)).isNull();
      assertThat(app.inject("/").body()).isEqualTo("nullnullnullnull");
    }
  }

  @Test
  void primitiveTypesAreReadAsTheirBoxesAndMissANull() {
    try (Fastjava app = Fastjava.create()) {
      app.decorate("limit", 5).decorate("open", true).decorate("none", null);
      app.decorateRequest("count");
      app.get("/", (request, reply) -> request.getDecorator("count", int.class) + 1);
      int limit = app.getDecorator("limit", int.class);
      boolean open = app.getDecorator("open", boolean.class);
      assertThat(limit).isEqualTo(5);
      assertThat(open).isTrue();
      assertThatThrownBy(() -> app.getDecorator("none", long.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("server decorator 'none' has no value")
          .hasMessageContaining("long");
      // The log has the name and the type.
      assertThat(app.inject("/").statusCode()).isEqualTo(500);
      assertThat(app.inject("/").body()).doesNotContain("count", "int");
    }
  }

  @Test
  void requiredDecoratorsWithoutAValueAreNamed() {
    try (Fastjava app = Fastjava.create()) {
      app.decorate("db", null).decorate("clock", "a clock");
      app.decorateRequest("user").decorateReply("cart");
      app.get("/request", (request, reply) -> request.requireDecorator("user", String.class));
      app.get("/reply", (request, reply) -> reply.requireDecorator("cart", String.class));
      assertThat(app.requireDecorator("clock", String.class)).isEqualTo("a clock");
      assertThatThrownBy(() -> app.requireDecorator("db", String.class))
          .hasMessage("The server decorator 'db' has no value");
      assertThat(app.inject("/request").body())
          .contains("The request decorator 'user' has no value");
      assertThat(app.inject("/reply").body()).contains("The reply decorator 'cart' has no value");
    }
  }

  @Test
  void theNamesOfAllMembersAreTaken() {
    List<String> taken = new ArrayList<>();
    List<String> free = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (child, options) -> {
            for (Fastjava instance : List.of(app, child)) {
              sort(Fastjava.class, name -> instance.decorate(name, 1), taken, free);
              sort(Request.class, name -> instance.decorateRequest(name, 1), taken, free);
              sort(Reply.class, name -> instance.decorateReplyGetter(name, r -> 1), taken, free);
            }
            sort(
                Request.class,
                name -> child.decorateRequest(DecoratorKey.of(name, String.class)),
                taken,
                free);
          });
      Eventually.join(app.ready());
    }
    assertThat(free).isEmpty();
    assertThat(taken).contains("onRequest", "url", "headers", "send", "code");
  }

  private static void sort(
      Class<?> owner, Consumer<String> declaration, List<String> taken, List<String> free) {
    for (Method method : owner.getMethods()) {
      String name = method.getName();
      try {
        declaration.accept(name);
        free.add(name);
      } catch (FastjavaException e) {
        (e.code().equals("FST_ERR_DEC_ALREADY_PRESENT") ? taken : free).add(name);
      }
    }
  }
}
