package dev.fastjava.benchmarks;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/**
 * The server that load tests talk to: {@code java -jar bench-server.jar PORT
 * [--mode=event-loop|virtual|worker]}. Logging is off. Before Java 21, worker threads stand in for
 * virtual ones.
 */
public final class BenchServer {
  private static final int DEFAULT_PORT = 3000;
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private BenchServer() {}

  /**
   * Starts the server; it runs until the process is ended. What keeps it from starting is printed,
   * and ends the process with status 1.
   *
   * @param args the port, 3000 by default, and {@code --mode=}, {@code event-loop} by default
   */
  public static void main(String[] args) {
    try {
      System.out.println(start(args));
    } catch (CompletionException e) {
      exit(e.getCause() == null ? e : e.getCause());
    } catch (IllegalArgumentException | IllegalStateException e) {
      exit(e);
    }
  }

  private static void exit(Throwable error) {
    System.err.println("bench server: " + error.getMessage());
    System.exit(1);
  }

  private static String start(String... args) {
    int port = DEFAULT_PORT;
    Execution execution = Execution.EVENT_LOOP;
    for (String arg : args) {
      if (arg.startsWith("--mode=")) {
        execution = mode(arg.substring("--mode=".length()));
      } else {
        port = port(arg);
      }
    }
    int listenPort = port;
    Fastjava app = create(execution);
    String origin = app.listen(listen -> listen.port(listenPort).host("127.0.0.1")).join();
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
    return "bench server (" + execution + ") at " + origin;
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("usage: PORT [--mode=event-loop|virtual|worker]", e);
    }
  }

  static Execution mode(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "event-loop" -> Execution.EVENT_LOOP;
      case "virtual" -> virtual();
      case "worker" -> Execution.WORKER;
      default ->
          throw new IllegalArgumentException(
              "--mode is event-loop, virtual or worker, not " + name);
    };
  }

  /** Virtual threads, or what the engine runs blocking code on where there are none. */
  private static Execution virtual() {
    if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
      return Execution.VIRTUAL;
    }
    System.err.println("bench server: virtual threads need Java 21, worker threads serve instead");
    return Execution.WORKER;
  }

  /** Makes the application with its four endpoints. */
  static Fastjava create(Execution execution) {
    Fastjava app = Fastjava.create(options -> options.execution(execution));
    app.get(
        "/hello",
        route -> route.schema(schema -> schema.response(200, BenchSchemas.HELLO)),
        (request, reply) -> BenchData.hello());
    app.get("/text", (request, reply) -> reply.type("text/plain").send("Hello, World!"));
    app.get(
        "/users/:id",
        route ->
            route.schema(
                schema ->
                    schema
                        .params(BenchSchemas.USER_PARAMS)
                        .querystring(BenchSchemas.USER_QUERY)
                        .response(200, BenchSchemas.USER)),
        (request, reply) ->
            BenchData.user(
                request.paramAs("id", Long.class),
                Boolean.TRUE.equals(request.query().get("verbose"))));
    app.post(
        "/orders",
        route ->
            route.schema(
                schema ->
                    schema.body(BenchSchemas.order()).response(201, BenchSchemas.placedOrder())),
        (request, reply) -> reply.code(201).send(BenchData.place(request.body())));
    return app;
  }
}
