package dev.fastjava.spring.boot.reply;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.FlowAdapters;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SpringRepliesTests {
  private static final byte[] DIGITS = "0123456789".getBytes(StandardCharsets.US_ASCII);

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  FastjavaAutoConfiguration.class,
                  FastjavaRepliesAutoConfiguration.class));

  record Item(String name, int count) {}

  @ResponseStatus(code = HttpStatus.GONE, reason = "sold out")
  private static final class SoldOutException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void serve(Handler handler, Consumer<Inject> test) {
    serve(RouteDefinition.get("/it").handler(handler), test);
  }

  private void serve(RouteDefinition route, Consumer<Inject> test) {
    runner
        .withBean(RouteDefinition.class, () -> route)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              test.accept(context.getBean(Inject.class));
            });
  }

  // Entities

  @Test
  void statusHeadersAndBodyOfAnEntityAreSent() {
    serve(
        (request, reply) ->
            ResponseEntity.accepted()
                .header("location", "/orders/7")
                .header("set-cookie", "a=1", "b=2")
                .body(new Item("cup", 2)),
        inject -> {
          InjectResponse response = inject.get("/it");
          assertThat(response)
              .hasStatus(202)
              .hasHeader("location", "/orders/7")
              .hasBody("{\"name\":\"cup\",\"count\":2}");
          assertThat(response.headerLines("set-cookie")).containsExactly("a=1", "b=2");
        });
  }

  @Test
  void anEntityWithoutABodyHasNone() {
    serve(
        (request, reply) -> ResponseEntity.noContent().build(),
        inject -> assertThat(inject.get("/it")).hasStatus(204).hasBody(""));
    serve(
        (request, reply) -> ResponseEntity.ok().build(),
        inject -> assertThat(inject.get("/it")).hasStatus(200).hasBody(""));
  }

  @Test
  void anEntityWithoutAStatusKeepsThatOfTheReply() {
    HttpHeaders headers = new HttpHeaders();
    headers.add("x-one", "1");
    serve(
        (request, reply) -> {
          reply.code(201);
          return new HttpEntity<>("text", headers);
        },
        inject ->
            assertThat(inject.get("/it")).hasStatus(201).hasHeader("x-one", "1").hasBody("text"));
  }

  @Test
  void theBodyOfAnEntityGoesThroughTheSchemaOfItsStatus() {
    serve(
        RouteDefinition.get("/it")
            .schema(s -> s.response(202, Schemas.object().prop("name", Schemas.string())))
            .handler(
                (request, reply) ->
                    ResponseEntity.accepted().body(Map.of("name", "cup", "secret", 1))),
        inject -> assertThat(inject.get("/it")).hasStatus(202).hasBody("{\"name\":\"cup\"}"));
  }

  @Test
  void anEntityMayComeLaterAndBeSentByHand() {
    serve(
        (request, reply) -> Mono.just(ResponseEntity.status(203).body("later")),
        inject -> assertThat(inject.get("/it")).hasStatus(203).hasBody("later"));
    serve(
        (request, reply) -> reply.send(ResponseEntity.status(203).body(Mono.just("sent"))),
        inject -> assertThat(inject.get("/it")).hasStatus(203).hasBody("sent"));
  }

  // Problems and errors

  @Test
  void aProblemDetailIsSentAsOne() {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Taken");
    problem.setType(URI.create("https://example.org/taken"));
    problem.setProperty("seat", 7);
    serve(
        (request, reply) -> problem,
        inject ->
            assertThat(inject.get("/it?x=1"))
                .hasStatus(409)
                .hasContentType("application/problem+json")
                .bodyJson()
                .isEqualTo(
                    "{\"type\":\"https://example.org/taken\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"detail\":\"Taken\",\"instance\":\"/it\",\"seat\":7}"));
  }

  @Test
  void anErrorResponseThatIsReturnedIsAProblem() {
    ErrorResponse response =
        ErrorResponse.builder(new IllegalStateException(), HttpStatus.LOCKED, "Wait")
            .header("retry-after", "3")
            .build();
    serve(
        (request, reply) -> response,
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(423)
                .hasHeader("retry-after", "3")
                .hasContentType("application/problem+json"));
  }

  @Test
  void exceptionsOfSpringHaveTheirStatus() {
    serve(
        (request, reply) -> {
          throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such order");
        },
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(404)
                .bodyJson()
                .isEqualTo(
                    "{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"No such order\"}"));
    serve(
        (request, reply) -> {
          throw new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
        },
        inject -> assertThat(inject.get("/it")).hasStatus(429));
  }

  @Test
  void exceptionsWithResponseStatusHaveItAlsoAsACause() {
    serve(
        (request, reply) -> {
          throw new SoldOutException();
        },
        inject -> assertThat(inject.get("/it")).hasStatus(410).bodyText().contains("sold out"));
    serve(
        (request, reply) -> Mono.error(new IllegalStateException(new SoldOutException())),
        inject -> assertThat(inject.get("/it")).hasStatus(410));
  }

  @Test
  void errorsOfTheEngineKeepTheirStatus() {
    serve(
        (request, reply) -> {
          throw HttpErrors.conflict("taken");
        },
        inject -> assertThat(inject.get("/it")).hasStatus(409).bodyText().contains("taken"));
  }

  @Test
  void clientsDoNotReadTheTextOfAnUnexpectedException() {
    Handler handler =
        (request, reply) -> {
          throw new IllegalStateException("password=secret");
        };
    serve(
        handler,
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(500)
                .bodyJson()
                .isEqualTo(
                    "{\"statusCode\":500,\"error\":\"Internal Server Error\",\"message\":\"Internal"
                        + " Server Error\"}"));
    serve(
        RouteDefinition.get("/it")
            .schema(s -> s.response("5xx", Schemas.object().prop("message", Schemas.string())))
            .handler(handler),
        inject -> assertThat(inject.get("/it").body()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "spring.web.error.include-message=always, /it, true",
    "server.error.include-message=always, /it, true",
    "spring.web.error.include-message=on-param, /it, false",
    "spring.web.error.include-message=on-param, /it?message=true, true",
    "spring.web.error.include-message=never, /it?message=true, false"
  })
  void bootsPropertyForMessagesHolds(String property, String url, boolean shown) {
    runner
        .withPropertyValues(property)
        .withBean(
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/it")
                    .handler(
                        (request, reply) -> {
                          throw new IllegalStateException("the cause");
                        }))
        .run(
            context ->
                assertThat(context.getBean(Inject.class).get(url).body().contains("the cause"))
                    .isEqualTo(shown));
  }

  @Test
  void allErrorsAreProblemsOnDemand() {
    runner
        .withPropertyValues("fastjava.problemdetails.enabled=true")
        .withBean(
            "fails",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/fails")
                    .handler(
                        (request, reply) -> {
                          throw new IllegalStateException("secret");
                        }))
        .withBean(
            "status",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/status")
                    .handler(
                        (request, reply) -> {
                          throw new ResponseStatusException(HttpStatus.CONFLICT, "Taken");
                        }))
        .withBean(
            "checked",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/checked")
                    .schema(s -> s.querystring(Schemas.object().prop("n", Schemas.integer())))
                    .handler((request, reply) -> "ok"))
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(inject.get("/fails"))
                  .hasStatus(500)
                  .hasContentType("application/problem+json")
                  .bodyJson()
                  .isEqualTo(
                      "{\"title\":\"Internal Server Error\",\"status\":500,"
                          + "\"instance\":\"/fails\"}");
              assertThat(inject.get("/status"))
                  .hasStatus(409)
                  .bodyJson()
                  .isEqualTo(
                      "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"Taken\","
                          + "\"instance\":\"/status\"}");
              assertThat(inject.get("/checked?n=x"))
                  .hasStatus(400)
                  .hasContentType("application/problem+json")
                  .bodyText()
                  .contains("\"errors\":[{");
              assertThat(inject.get("/%zz"))
                  .hasStatus(400)
                  .hasContentType("application/problem+json");
              assertThat(inject.get("/nowhere"))
                  .hasStatus(404)
                  .hasContentType("application/problem+json");
            });
  }

  // Resources and streams

  @Test
  void aResourceIsSentWithTypeAndLength() {
    serve(
        (request, reply) -> new ClassPathResource("fixed-port.properties"),
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(200)
                .hasHeader("accept-ranges", "bytes")
                .bodyText()
                .contains("fastjava.server.port"));
    serve(
        (request, reply) -> new ByteArrayResource(DIGITS),
        inject ->
            assertThat(inject.get("/it"))
                .hasHeader("content-type", "application/octet-stream")
                .hasHeader("content-length", "10")
                .hasBody("0123456789"));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=2-4, 206, bytes 2-4/10, 234",
    "bytes=7-, 206, bytes 7-9/10, 789",
    "bytes=-2, 206, bytes 8-9/10, 89",
    "bytes=8-99, 206, bytes 8-9/10, 89",
  })
  void aRangeOfAResourceIsSent(String range, int status, String contentRange, String body) {
    serve(
        (request, reply) -> ResponseEntity.ok(new ByteArrayResource(DIGITS)),
        inject ->
            assertThat(inject.get("/it", r -> r.header("range", range)))
                .hasStatus(status)
                .hasHeader("content-range", contentRange)
                .hasBody(body));
  }

  @Test
  void severalRangesAreSeveralParts() {
    serve(
        (request, reply) -> new ByteArrayResource(DIGITS),
        inject -> {
          InjectResponse response = inject.get("/it", r -> r.header("range", "bytes=0-1,8-9"));
          assertThat(response).hasStatus(206);
          assertThat(response.headers().get("content-type"))
              .startsWith("multipart/byteranges; boundary=");
          assertThat(response.body())
              .contains("Content-Range: bytes 0-1/10\r\n\r\n01\r\n", "bytes 8-9/10\r\n\r\n89\r\n");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=20-30", "bytes=a-b", "lines=1-2"})
  void aRangeThatIsNoneIsRefused(String range) {
    serve(
        (request, reply) -> new ByteArrayResource(DIGITS),
        inject ->
            assertThat(inject.get("/it", r -> r.header("range", range)))
                .hasStatus(416)
                .hasHeader("content-range", "bytes */10"));
  }

  @Test
  void aRangeOfWhatHasChangedIsTheWhole() {
    serve(
        (request, reply) -> ResponseEntity.ok().eTag("\"2\"").body(new ByteArrayResource(DIGITS)),
        inject -> {
          assertThat(
                  inject.get(
                      "/it", r -> r.header("range", "bytes=0-1").header("if-range", "\"1\"")))
              .hasStatus(200)
              .hasBody("0123456789");
          assertThat(
                  inject.get(
                      "/it", r -> r.header("range", "bytes=0-1").header("if-range", "\"2\"")))
              .hasStatus(206);
        });
  }

  @Test
  void aResourceThatIsMissingIsNotFound() {
    serve(
        (request, reply) -> new ClassPathResource("nowhere.txt"),
        inject -> assertThat(inject.get("/it")).hasStatus(404));
  }

  @Test
  void aStreamedBodyIsWrittenToTheClient() {
    serve(
        (request, reply) -> {
          reply.type("text/csv");
          return (StreamedBody)
              out -> {
                for (int i = 0; i < 30_000; i++) {
                  out.write("row\n".getBytes(StandardCharsets.US_ASCII));
                }
              };
        },
        inject -> assertThat(inject.get("/it").body()).hasSize(120_000).startsWith("row\nrow\n"));
    serve(
        (request, reply) ->
            (StreamedBody)
                out -> {
                  throw new ResponseStatusException(HttpStatus.GONE);
                },
        inject -> assertThat(inject.get("/it")).hasStatus(410));
  }

  // Reactive values

  @Test
  void aMonoIsItsValue() {
    serve(
        (request, reply) -> Mono.just(new Item("cup", 1)).delayElement(Duration.ofMillis(5)),
        inject -> assertThat(inject.get("/it")).hasBody("{\"name\":\"cup\",\"count\":1}"));
    serve(
        (request, reply) -> Mono.empty(),
        inject -> assertThat(inject.get("/it")).hasStatus(200).hasBody(""));
    serve(
        (request, reply) -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)),
        inject -> assertThat(inject.get("/it")).hasStatus(404));
  }

  @Test
  void aFluxIsAJsonArray() {
    serve(
        (request, reply) -> Flux.range(1, 3).map(i -> new Item("cup", i)),
        inject ->
            assertThat(inject.get("/it"))
                .hasHeader("content-type", "application/json; charset=utf-8")
                .hasBody(
                    "[{\"name\":\"cup\",\"count\":1},{\"name\":\"cup\",\"count\":2},"
                        + "{\"name\":\"cup\",\"count\":3}]"));
    serve((request, reply) -> Flux.empty(), inject -> assertThat(inject.get("/it")).hasBody("[]"));
    serve(
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
    serve(
        (request, reply) -> Flux.just(1, 2),
        inject ->
            assertThat(inject.get("/it", r -> r.header("accept", accept)))
                .hasHeader("content-type", type)
                .hasBody(body));
  }

  @Test
  void theContentTypeOfTheReplyChoosesTheFormOfAFlux() {
    serve(
        (request, reply) -> {
          reply.type("application/x-ndjson");
          return Flux.just(Map.of("a", 1));
        },
        inject -> assertThat(inject.get("/it")).hasBody("{\"a\":1}\n"));
    serve(
        (request, reply) -> {
          reply.type("text/plain");
          return Flux.just("a", "b");
        },
        inject -> assertThat(inject.get("/it")).hasBody("ab"));
  }

  @Test
  void serverSentEventsHaveTheirFields() {
    serve(
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
    serve(
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
    serve(
        (request, reply) -> Flux.error(new ResponseStatusException(HttpStatus.CONFLICT)),
        inject -> assertThat(inject.get("/it")).hasStatus(409));
  }

  @Test
  void aFluxNobodyReadsIsCancelled() {
    AtomicReference<String> seen = new AtomicReference<>();
    serve(
        (request, reply) -> Flux.<Integer>never().startWith(1).doOnCancel(() -> seen.set("gone")),
        inject -> {
          assertThat(inject.head("/it")).hasStatus(200);
          assertThat(seen.get()).isEqualTo("gone");
        });
  }

  @Test
  void aFlowPublisherOfObjectsIsAJsonArray() {
    serve(
        (request, reply) -> FlowAdapters.toFlowPublisher(Flux.just(new Item("cup", 1))),
        inject -> assertThat(inject.get("/it")).hasBody("[{\"name\":\"cup\",\"count\":1}]"));
  }

  // What cannot be sent

  @Test
  void aWrapperNobodyCanWriteIsAnErrorThatNamesIt() {
    runner
        .withPropertyValues("spring.web.error.include-message=always")
        .withBean(
            "future",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/future")
                    .handler((request, reply) -> new FutureTask<>(() -> "x")))
        .withBean(
            "supplier",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/supplier")
                    .handler((request, reply) -> (Supplier<String>) () -> "x"))
        .withBean(
            "callable",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/callable")
                    .handler((request, reply) -> (Callable<String>) () -> "x"))
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(inject.get("/future"))
                  .hasStatus(500)
                  .bodyText()
                  .contains("Route GET:/future: a value of type java.util.concurrent.Fut");
              assertThat(inject.get("/supplier")).hasStatus(500).bodyText().contains("it is code");
              assertThat(inject.get("/callable")).hasStatus(500).bodyText().contains("it is code");
            });
  }

  @Test
  void withoutReactiveStreamsEverythingElseWorks() {
    runner
        .withClassLoader(new FilteredClassLoader("reactor", "org.reactivestreams"))
        .withBean(
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/it")
                    .handler((request, reply) -> ResponseEntity.status(202).body("x")))
        .run(
            context ->
                assertThat(context.getBean(Inject.class).get("/it")).hasStatus(202).hasBody("x"));
  }

  @Test
  void withoutSpringWebTheServerWorks() {
    runner
        .withClassLoader(new FilteredClassLoader("org.springframework.http"))
        .withBean(
            RouteDefinition.class,
            () -> RouteDefinition.get("/it").handler((request, reply) -> "x"))
        .run(context -> assertThat(context.getBean(Inject.class).get("/it")).hasBody("x"));
  }
}
