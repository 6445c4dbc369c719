package dev.fastjava.docs;

import dev.fastjava.ErrorCode;
import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaException;
import dev.fastjava.HttpException;
import java.util.Map;

/** The Java of the page {@code docs/Errors.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class ErrorsPage {
  private ErrorsPage() {}

  static void example1(Fastjava app) throws Exception {
    app.get(
        "/orders/:id",
        (request, reply) -> {
          throw new HttpException(404, "No such order")
              .code("ORDER_UNKNOWN")
              .header("cache-control", "no-store")
              .property("order", String.valueOf(request.param("id")));
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
                if (error instanceof FastjavaException known
                    && known.code().equals(ErrorCode.FST_ERR_VALIDATION.name())) {
                  return reply.code(422).send("not valid");
                }
                throw (Exception) error; // the handler of the context above
              });
          child.get("/inner", (request, reply) -> "x");
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
}
