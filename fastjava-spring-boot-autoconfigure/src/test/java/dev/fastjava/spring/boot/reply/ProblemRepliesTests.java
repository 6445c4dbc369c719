package dev.fastjava.spring.boot.reply;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.inject.Inject;
import dev.fastjava.schema.Schemas;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Problem details, and errors of Spring and others. */
class ProblemRepliesTests extends ServedReplies {
  @ResponseStatus(code = HttpStatus.GONE, reason = "sold out")
  private static final class SoldOutException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aProblemDetailIsSentAsOne() {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Taken");
    problem.setType(URI.create("https://example.org/taken"));
    problem.setProperty("seat", 7);
    servesHandler(
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
    servesHandler(
        (request, reply) -> response,
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(423)
                .hasHeader("retry-after", "3")
                .hasContentType("application/problem+json"));
  }

  @Test
  void exceptionsOfSpringHaveTheirStatus() {
    servesHandler(
        (request, reply) -> {
          throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such order");
        },
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(404)
                .bodyJson()
                .isEqualTo(
                    "{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"No such order\"}"));
    servesHandler(
        (request, reply) -> {
          throw new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
        },
        inject -> assertThat(inject.get("/it")).hasStatus(429));
  }

  @Test
  void exceptionsWithResponseStatusHaveItAlsoAsACause() {
    servesHandler(
        (request, reply) -> {
          throw new SoldOutException();
        },
        inject -> assertThat(inject.get("/it")).hasStatus(410).bodyText().contains("sold out"));
    servesHandler(
        (request, reply) -> Mono.error(new IllegalStateException(new SoldOutException())),
        inject -> assertThat(inject.get("/it")).hasStatus(410));
  }

  @Test
  void errorsOfTheEngineKeepTheirStatus() {
    servesHandler(
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
    servesHandler(
        handler,
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(500)
                .bodyJson()
                .isEqualTo(
                    "{\"statusCode\":500,\"error\":\"Internal Server Error\",\"message\":\"Internal"
                        + " Server Error\"}"));
    servesRoute(
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
}
