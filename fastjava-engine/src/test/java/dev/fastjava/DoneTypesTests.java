package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The callback's type tells whether a step has a payload, a result or neither. */
class DoneTypesTests {
  private static Class<?> doneOf(Class<?> step) {
    Method only =
        Arrays.stream(step.getMethods())
            .filter(m -> java.lang.reflect.Modifier.isAbstract(m.getModifiers()))
            .findFirst()
            .orElseThrow();
    Class<?>[] parameters = only.getParameterTypes();
    return parameters[parameters.length - 1];
  }

  @Test
  void stepsWithoutPayloadCannotCompleteWithOne() {
    assertThat(Done.class.getMethods())
        .filteredOn(m -> m.getName().equals("done"))
        .hasSize(1)
        .allMatch(m -> m.getParameterCount() == 0);
    assertThat(
            List.of(
                Hook.Callback.class,
                ErrorHook.Callback.class,
                AbortHook.Callback.class,
                CallbackAppHook.class,
                CallbackBootHook.class,
                CloseHook.Callback.class,
                Plugin.Callback.class))
        .allMatch(step -> doneOf(step) == Done.class);
  }

  @Test
  void stepsWithAPayloadOrAResultHaveATypeOfTheirOwn() {
    assertThat(List.of(PayloadHook.Callback.class, ParsingHook.Callback.class))
        .allMatch(step -> doneOf(step) == PayloadDone.class);
    assertThat(List.of(Trailer.Callback.class, BodyParser.Callback.class))
        .allMatch(step -> doneOf(step) == ResultDone.class);
  }

  @Test
  void callbacksPublishNoObjectThatStandsForSomething() {
    assertThat(List.of(Done.class, PayloadDone.class, ResultDone.class))
        .allMatch(type -> type.getFields().length == 0);
  }

  @Test
  void hookThatIsDoneWithoutAPayloadLeavesItAndOneWithNullRemovesIt() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/left",
          route -> route.onSend((request, reply, payload, done) -> done.done()),
          (request, reply) -> "text");
      app.get(
          "/removed",
          route -> route.onSend((request, reply, payload, done) -> done.done(null)),
          (request, reply) -> "text");
      assertThat(app.inject("/left").body()).isEqualTo("text");
      assertThat(app.inject("/removed").body()).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
  void stepWithAResultTakesThatOfAStageAndNoneFromDoneAlone() {
    try (Fastjava app = Fastjava.create()) {
      app.addContentTypeParser("text/none", BodyParser.text((request, text, done) -> done.done()));
      app.addContentTypeParser(
          "text/stage",
          BodyParser.text(
              (request, text, done) ->
                  CompletableFuture.completedFuture(text + "!").whenComplete(done)));
      app.post("/", (request, reply) -> Map.of("body", String.valueOf(request.body())));
      assertThat(post(app, "text/none")).isEqualTo("{\"body\":\"null\"}");
      assertThat(post(app, "text/stage")).isEqualTo("{\"body\":\"x!\"}");
    }
  }

  private static String post(Fastjava app, String contentType) {
    return app.inject(
            r -> r.method("POST").url("/").header("content-type", contentType).payload("x"))
        .body();
  }
}
