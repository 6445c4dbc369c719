package dev.fastjava.docs;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;

import dev.fastjava.Fastjava;
import dev.fastjava.error.CustomErrorCode;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.error.ValidationException;
import java.util.Map;

/** The Java of the page {@code docs/Errors.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class ErrorsPage {
  static final CustomErrorCode ORDER_CLOSED =
      CustomErrorCode.of("ORDER_CLOSED", 409, "Order %s is closed");

  private ErrorsPage() {}

  static void example1(Fastjava app) throws Exception {
    app.get(
        "/orders/:id",
        (request, reply) -> {
          throw HttpErrors.create(
              404,
              "No such order",
              e ->
                  e.code("ORDER_UNKNOWN")
                      .header("cache-control", "no-store")
                      .property("order", String.valueOf(request.param("id"))));
        });
  }

  static void problems(Fastjava app) throws Exception {
    app.setErrorHandler(
        (error, request, reply) ->
            error instanceof HttpError http && http.statusCode() >= 400
                ? reply
                    .code(http.statusCode())
                    .type("application/problem+json")
                    .send(http.toProblemDetails(request.url()))
                : reply.next(error));
  }

  static void codes(Fastjava app) throws Exception {
    app.post(
        "/orders/:id/lines",
        (request, reply) -> {
          throw ORDER_CLOSED.error(request.param("id"));
        });
  }

  static void example2(Fastjava app) throws Exception {
    app.setErrorHandler(
        (error, request, reply) ->
            reply
                .code(error instanceof IllegalArgumentException ? 400 : 500)
                .send(Map.of("problem", String.valueOf(error.getMessage()))));
    app.register(
        (child, options) -> {
          child.setErrorHandler(
              (error, request, reply) -> {
                if (error instanceof ValidationException invalid) {
                  return reply
                      .code(422)
                      .send(
                          Map.of(
                              "part", invalid.validationContext().label(),
                              "problems", invalid.validation()));
                }
                return reply.next(error); // to the handler of the context above
              });
          child.post(
              "/inner",
              r -> r.schema(s -> s.body(object().prop("qty", integer().minimum(1).required()))),
              (request, reply) -> request.body());
        });
  }

  static void example3(Fastjava app) throws Exception {
    app.setNotFoundHandler(
        r -> r.preHandler((request, reply) -> reply.header("x-looked", "everywhere")),
        (request, reply) -> reply.code(404).send(Map.of("missing", request.url())));
    app.register(
        (v1, options) -> {
          v1.setNotFoundHandler((request, reply) -> reply.code(404).send("not in v1"));
          v1.get("/maybe", (request, reply) -> reply.callNotFound());
        },
        o -> o.prefix("/v1"));
  }

  static void example4(Fastjava app) throws Exception {
    app.setErrorHandler(
        (error, request, reply) -> {
          if (error instanceof FastjavaException known
              && known.errorCode() == ErrorCode.FST_ERR_CTP_BODY_TOO_LARGE) {
            return reply.code(413).send(Map.of("limit", request.routeOptions().bodyLimit()));
          }
          if (error instanceof HttpError http && http.statusCode() != 0) {
            reply.code(http.statusCode());
          } else {
            reply.code(500);
          }
          return reply.send(Map.of("problem", String.valueOf(error.getMessage())));
        });
  }
}
