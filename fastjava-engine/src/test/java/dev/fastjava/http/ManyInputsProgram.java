package dev.fastjava.http;

import dev.fastjava.BodyParser;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.InjectRequest;
import dev.fastjava.RawRequest;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.TrustProxy;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.testing.Eventually;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Sends a server of its own very many requests of which each has something that none had before,
 * and prints by how much the heap grew, in kilobytes.
 */
final class ManyInputsProgram {
  private static final int ROUTES = 40;
  private static final String LONG = "x".repeat(16_000);

  private final Fastjava app;
  private final int inputs;

  private ManyInputsProgram(Fastjava app, int inputs) {
    this.app = app;
    this.inputs = inputs;
  }

  /**
   * Runs.
   *
   * @param arguments the kind of input, and how many
   */
  public static void main(String[] arguments) throws Exception {
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.execution(Execution.EVENT_LOOP)
                    .requestIdHeader("x-id")
                    .trustProxy(TrustProxy.addresses("127.0.0.1"))
                    .loggerOptions(
                        LoggerOptions.builder().stream(OutputStream.nullOutputStream()).build())
                    .warningListener((code, message) -> {})
                    .validation(ValidationOptions.builder().dataReferences(true).build()))) {
      declare(app);
      ManyInputsProgram program = new ManyInputsProgram(app, Integer.parseInt(arguments[1]));
      System.out.println(program.growth(program.kind(arguments[0])));
    }
    SmallHeapServer.awaitEnd();
  }

  private static void declare(Fastjava app) {
    app.addConstraintStrategy(new Tenant());
    for (int i = 0; i < ROUTES; i++) {
      app.post("/in" + i, (request, reply) -> "ok");
    }
    app.addContentTypeParser(
        Pattern.compile("^application/.*\\+json"), BodyParser.text((request, text) -> text));
    app.get("/at/:name", r -> r.constraint("host", Pattern.compile("^h")), ManyInputsProgram::log);
    app.get("/at/:name", r -> r.constraint("tenant", "a"), (request, reply) -> "ok");
    app.post(
        "/pattern",
        r ->
            r.schema(
                s ->
                    s.body(
                        Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of(
                                "v",
                                Map.of("type", "string", "pattern", Map.of("$data", "1/p")))))),
        (request, reply) -> "ok");
    app.get(
        "/validates",
        (request, reply) ->
            request
                .validateInput(new HashMap<>(), fresh(request.query("n")), HttpPart.BODY)
                .isValid());
    app.get(
        "/validates2020",
        (request, reply) ->
            request
                .validateInput(new HashMap<>(), dialect(request.query("n")), HttpPart.BODY)
                .isValid());
    app.get(
        "/serializes",
        (request, reply) -> reply.serializeInput(Map.of("a", "b"), fresh(request.query("n"))));
    app.get(
        "/fails",
        (request, reply) -> {
          throw new IllegalStateException(request.query("why"));
        });
  }

  private static Object log(Request request, Reply reply) {
    request.log().child(Map.of("who", request.ip(), "where", request.host())).info("line");
    return request.query();
  }

  /** A schema as careless handlers write it. */
  private static Map<String, Object> fresh(String name) {
    return Map.of(
        "$id",
        "https://example.com/" + name,
        "type",
        "object",
        "properties",
        Map.of(
            "a",
            Map.of("type", "string", "pattern", "^[a-z]{1,20}" + name),
            "b",
            Map.of("type", "array", "items", Map.of("$id", "#item" + name, "type", "integer"))));
  }

  private static Map<String, Object> dialect(String name) {
    Map<String, Object> schema = new HashMap<>(fresh(name));
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.remove("properties");
    return schema;
  }

  private IntConsumer kind(String name) {
    return switch (name) {
      case "short" -> this::sendShort;
      case "long" -> this::sendLong;
      case "schemas" -> this::useSchemas;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Something new in every place that a request has. */
  private void sendShort(int i) {
    switch (i % 5) {
      case 0 ->
          send(
              "POST",
              "/in" + i % ROUTES,
              r ->
                  r.header("content-type", "application/x" + i + "+json")
                      .payload("{\"name" + i + "\":1}"));
      case 1 ->
          send(
              "POST",
              "/pattern",
              r ->
                  r.header("content-type", "application/json; a=" + i)
                      .payload("{\"p\":\"^a" + i + "+b?$\",\"name" + i + "\":1,\"v\":\"a\"}"));
      case 2 ->
          send("GET", "/at/" + i + "?k" + i + "=" + i + "&who=" + i, r -> everyHeader(r, "" + i));
      case 3 -> send("GET", "/missing/" + i + "/%zz" + i, r -> everyHeader(r, "" + i));
      default -> send("GET", "/fails?why=" + i, r -> everyHeader(r, "" + i));
    }
  }

  /** The same with as much text as a head admits. */
  private void sendLong(int i) {
    String text = LONG + i;
    switch (i % 5) {
      case 0 ->
          send(
              "POST",
              "/in" + i / 5 % ROUTES,
              r -> r.header("content-type", "application/json; a=\"" + text + '"').payload("{}"));
      case 1, 2 ->
          send(
              "POST",
              "/in0",
              r -> r.header("content-type", "application/json").payload("{\"" + text + "\":1}"));
      case 3 -> send("GET", "/at/" + text + '?' + text + "=1", r -> everyHeader(r, text));
      default -> send("GET", "/fails?why=" + text, r -> everyHeader(r, text));
    }
  }

  private static void everyHeader(InjectRequest request, String text) {
    request
        .header("x-" + text.substring(Math.max(0, text.length() - 40)), text)
        .header("cookie", text + "=1")
        .header("x-id", text)
        .header("host", "h" + text)
        .header("x-tenant", text)
        .header("accept-version", "1." + text)
        .header("x-forwarded-for", "10.0." + text + ", 127.0.0.1")
        .header("x-forwarded-host", text);
  }

  /** A new schema in every request, as handlers make them that do not know better. */
  private void useSchemas(int i) {
    switch (i % 4) {
      case 0 -> send("GET", "/serializes?n=" + i, r -> {});
      case 1 -> send("GET", "/validates2020?n=" + i, r -> {});
      default -> send("GET", "/validates?n=" + i, r -> {});
    }
  }

  private void send(String method, String url, Consumer<InjectRequest> more) {
    app.inject(
        r -> {
          r.method(method).url(url);
          more.accept(r);
        });
  }

  /** By how much the heap grows between one fifth of the inputs and all of them. */
  private long growth(IntConsumer input) throws InterruptedException {
    for (int i = 0; i < inputs / 5; i++) {
      input.accept(i);
    }
    long before = used();
    for (int i = inputs / 5; i < inputs; i++) {
      input.accept(i);
    }
    return (used() - before) >> 10;
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Eventually.dawdle(20);
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static final class Tenant implements ConstraintStrategy {
    @Override
    public String name() {
      return "tenant";
    }

    @Override
    public Storage storage() {
      Map<Object, Object> stored = new HashMap<>();
      return new Storage() {
        @Override
        public Object get(Object value) {
          return stored.get(value);
        }

        @Override
        public void set(Object value, Object handlers) {
          stored.put(value, handlers);
        }
      };
    }

    @Override
    public Object derive(RawRequest request) {
      return request.header("x-tenant");
    }
  }
}
