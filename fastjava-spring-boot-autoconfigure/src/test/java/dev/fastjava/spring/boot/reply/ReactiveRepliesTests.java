package dev.fastjava.spring.boot.reply;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.RouteDefinition;
import dev.fastjava.schema.Schemas;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.FlowAdapters;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One value that comes later, and streams of them. */
class ReactiveRepliesTests extends ServedReplies {
  @Test
  void aMonoIsItsValue() {
    servesHandler(
        (request, reply) -> Mono.just(new Item("cup", 1)).delayElement(Duration.ofMillis(5)),
        inject -> assertThat(inject.get("/it")).hasBody("{\"name\":\"cup\",\"count\":1}"));
    servesHandler(
        (request, reply) -> Mono.empty(),
        inject -> assertThat(inject.get("/it")).hasStatus(200).hasBody(""));
    servesHandler(
        (request, reply) -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)),
        inject -> assertThat(inject.get("/it")).hasStatus(404));
  }

  @Test
  void aFluxIsAJsonArray() {
    servesHandler(
        (request, reply) -> Flux.range(1, 3).map(i -> new Item("cup", i)),
        inject ->
            assertThat(inject.get("/it"))
                .hasHeader("content-type", "application/json; charset=utf-8")
                .hasBody(
                    "[{\"name\":\"cup\",\"count\":1},{\"name\":\"cup\",\"count\":2},"
                        + "{\"name\":\"cup\",\"count\":3}]"));
    servesHandler(
        (request, reply) -> Flux.empty(), inject -> assertThat(inject.get("/it")).hasBody("[]"));
    servesHandler(
        (request, reply) -> Flux.range(1, 1000),
        inject -> assertThat(inject.get("/it").body()).startsWith("[1,2,").endsWith(",1000]"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-ndjson, application/x-ndjson, '1\n2\n'",
    "text/event-stream, text/event-stream, 'data:1\n\ndata:2\n\n'",
    "'text/html;q=0.5, text/event-stream', text/event-stream, 'data:1\n\ndata:2\n\n'",
    "*/*, application/json; charset=utf-8, '[1,2]'",
    "nonsense, application/json; charset=utf-8, '[1,2]'"
  })
  void theHeaderAcceptChoosesTheFormOfAFlux(String accept, String type, String body) {
    servesHandler(
        (request, reply) -> Flux.just(1, 2),
        inject ->
            assertThat(inject.get("/it", r -> r.header("accept", accept)))
                .hasHeader("content-type", type)
                .hasBody(body));
  }

  @Test
  void theContentTypeOfTheReplyChoosesTheFormOfAFlux() {
    servesHandler(
        (request, reply) -> {
          reply.type("application/x-ndjson");
          return Flux.just(Map.of("a", 1));
        },
        inject -> assertThat(inject.get("/it")).hasBody("{\"a\":1}\n"));
    servesHandler(
        (request, reply) -> {
          reply.type("text/plain");
          return Flux.just("a", "b");
        },
        inject -> assertThat(inject.get("/it")).hasBody("ab"));
  }

  @Test
  void serverSentEventsHaveTheirFields() {
    servesHandler(
        (request, reply) ->
            Flux.just(
                ServerSentEvent.builder("one\ntwo").id("7").event("tick").build(),
                ServerSentEvent.builder().comment("still here").build()),
        inject ->
            assertThat(inject.get("/it"))
                .hasHeader("content-type", "text/event-stream")
                .hasBody("id:7\nevent:tick\ndata:one\ndata:two\n\n:still here\n\n"));
  }

  @Test
  void aFluxWithASchemaIsWrittenByIt() {
    servesRoute(
        RouteDefinition.get("/it")
            .schema(
                s ->
                    s.response(200, Schemas.array(Schemas.object().prop("name", Schemas.string()))))
            .handler((request, reply) -> Flux.just(new Item("cup", 1), new Item("pot", 2))),
        inject -> {
          assertThat(inject.get("/it")).hasBody("[{\"name\":\"cup\"},{\"name\":\"pot\"}]");
          assertThat(inject.get("/it", r -> r.header("accept", "application/x-ndjson")))
              .hasBody("[{\"name\":\"cup\"},{\"name\":\"pot\"}]");
        });
  }

  @Test
  void anErrorBeforeTheFirstElementIsAnErrorReply() {
    servesHandler(
        (request, reply) -> Flux.error(new ResponseStatusException(HttpStatus.CONFLICT)),
        inject -> assertThat(inject.get("/it")).hasStatus(409));
  }

  @Test
  void aFluxNobodyReadsIsCancelled() {
    AtomicReference<String> seen = new AtomicReference<>();
    servesHandler(
        (request, reply) -> Flux.<Integer>never().startWith(1).doOnCancel(() -> seen.set("gone")),
        inject -> {
          assertThat(inject.head("/it")).hasStatus(200);
          assertThat(seen.get()).isEqualTo("gone");
        });
  }

  @Test
  void aFlowPublisherOfObjectsIsAJsonArray() {
    servesHandler(
        (request, reply) -> FlowAdapters.toFlowPublisher(Flux.just(new Item("cup", 1))),
        inject -> assertThat(inject.get("/it")).hasBody("[{\"name\":\"cup\",\"count\":1}]"));
  }
}
