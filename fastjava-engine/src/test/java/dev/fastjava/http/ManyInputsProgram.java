package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.fastjava.BodyParser;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.option.TrustProxy;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.testing.Eventually;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a server of its own very many requests of which each has something that none had before,
 * and prints by how much the heap grew, in kilobytes.
 */
final class ManyInputsProgram {
  private static final int ROUTES = 40;
  private static final String LONG = "x".repeat(16_000);

  private static final int BATCH = 32;

  private static final String END = "\r\n\r\nok";

  private static final Map<String, Object> PATTERN =
      Map.of(
          "type",
          "object",
          "properties",
          Map.of("v", Map.of("type", "string", "pattern", Map.of("$data", "1/p"))));

  private final Fastjava app;
  private final int port;

  private ManyInputsProgram(Fastjava app, int port) {
    this.app = app;
    this.port = port;
  }

  /**
   * Runs.
   *
   * @param arguments the kind of input, and how many: see {@link ManyInputsTests}
   */
  public static void main(String[] arguments) throws Exception {
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.execution(Execution.EVENT_LOOP)
                    .requestIdHeader("x-id")
                    .trustProxy(TrustProxy.addresses("127.0.0.1"))
                    .loggerOptions(l -> l.stream(OutputStream.nullOutputStream()))
                    .warningListener((code, message) -> {})
                    .validation(v -> v.dataReferences(true)))) {
      declare(app);
      Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
      ManyInputsProgram program = new ManyInputsProgram(app, app.addresses().get(0).getPort());
      System.out.println(
          switch (arguments[0]) {
            case "short" -> growth(Integer.parseInt(arguments[1]), program::sendShort);
            case "long" ->
                growth(
                    Integer.parseInt(arguments[1]),
                    (from, to) -> program.inject(ManyInputsProgram::longRequest, from, to));
            default ->
                growth(
                    Integer.parseInt(arguments[1]),
                    (from, to) -> program.inject(ManyInputsProgram::dearSchema, from, to));
          });
    }
    SmallHeapServer.awaitEnd();
  }

  private static void declare(Fastjava app) {
    app.addConstraintStrategy(new Tenant());
    app.setErrorHandler((error, request, reply) -> reply.code(500).send("ok"));
    app.setNotFoundHandler((request, reply) -> "ok");
    for (int i = 0; i < ROUTES; i++) {
      app.post("/in" + i, (request, reply) -> "ok");
      app.post("/in" + i + "/:name", r -> r.schema(s -> s.body(PATTERN)), ManyInputsProgram::use);
    }
    app.addContentTypeParser(
        Pattern.compile("^application/.*\\+json"),
        BodyParser.text((request, text) -> JsonMapper.shared().readValue(text, Map.class)));
    app.get("/at/:name", r -> r.constraint("host", Pattern.compile("^h")), ManyInputsProgram::log);
    app.get("/at/:name", r -> r.constraint("tenant", "a"), (request, reply) -> "ok");
    app.get(
        "/validatesDear",
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
        "/fails/:name",
        (request, reply) -> {
          throw new IllegalStateException(request.query("why"));
        });
  }

  private static Object log(Request request, Reply reply) {
    request.log().child(Map.of("who", request.ip(), "where", request.host())).info("line");
    return request.query();
  }

  /** Makes a schema for each request, as handlers do that do not know better. */
  private static Object use(Request request, Reply reply) throws Exception {
    log(request, reply);
    String name = request.query("n");
    boolean valid = request.validateInput(new HashMap<>(), small(name), HttpPart.BODY).isValid();
    return valid && reply.serializeInput(Map.of("a" + name, "b"), small(name)).length() > 8
        ? "ok"
        : "wrong";
  }

  private static Map<String, Object> small(String name) {
    return Map.of("type", "object", "properties", Map.of("a" + name, Map.of("type", "string")));
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

  private static InjectRequest dearSchema(int i) {
    return request("GET", (i % 2 == 0 ? "/validatesDear?n=" : "/validates2020?n=") + i);
  }

  private static InjectRequest request(String method, String url) {
    return new InjectRequest().method(method).url(url);
  }

  /** As much text as a head admits: fewer inputs, with as many bytes. */
  private static InjectRequest longRequest(int i) {
    String text = LONG + i;
    return switch (i % 5) {
      case 0 ->
          request("POST", "/in" + i / 5 % ROUTES)
              .header("content-type", "application/json; a=\"" + text + '"')
              .payload("{}");
      case 1, 2 ->
          request("POST", "/in0")
              .header("content-type", "application/json")
              .payload("{\"" + text + "\":1}");
      case 3 -> everyHeader(request("GET", "/at/" + text + '?' + text + "=1"), text);
      default -> everyHeader(request("GET", "/fails/%zz?why=" + text), text);
    };
  }

  private static InjectRequest everyHeader(InjectRequest request, String text) {
    return request
        .header("x-" + text.substring(Math.max(0, text.length() - 40)), text)
        .header("cookie", text + "=1")
        .header("accept", "text/" + text)
        .header("x-id", text)
        .header("host", "h" + text)
        .header("x-tenant", text)
        .header("x-forwarded-for", "10.0." + text + ", 127.0.0.1")
        .header("x-forwarded-host", text);
  }

  /** Something new in each place of a request, in what its handler makes, and in its log lines. */
  private static String everything(int i) {
    String body = "{\"p\":\"^a" + i + "+b?$\",\"name" + i + "\":1,\"v\":\"a\"}";
    return "POST /in"
        + (i % ROUTES)
        + "/"
        + i
        + "?k"
        + i
        + "="
        + i
        + "&n="
        + i
        + " HTTP/1.1\r\nhost: h"
        + i
        + "\r\ncontent-type: application/x"
        + i
        + "+json; a="
        + i
        + fields(i)
        + "content-length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String fields(int i) {
    return "\r\nx-"
        + i
        + ": "
        + i
        + "\r\ncookie: c"
        + i
        + "=1"
        + "\r\naccept: text/a"
        + i
        + "\r\nx-id: "
        + i
        + "\r\nx-tenant: "
        + i
        + "\r\nx-forwarded-for: 10.0."
        + ((i >> 8) & 255)
        + "."
        + (i & 255)
        + ", 127.0.0.1"
        + "\r\nx-forwarded-host: f"
        + i
        + "\r\n";
  }

  /** A path, a host and a version that no route has. */
  private static String missing(int i) {
    return "GET /missing/"
        + i
        + " HTTP/1.1\r\nhost: h"
        + i
        + "\r\naccept-version: 1."
        + i
        + fields(i)
        + "\r\n";
  }

  private static String failing(int i) {
    return "GET /fails/" + i + "?why=" + i + " HTTP/1.1\r\nhost: h" + i + "\r\n\r\n";
  }

  /** Over a connection, many at once. Every response ends as {@link #END} does. */
  private void sendShort(int from, int to) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = from; i < to; i += BATCH) {
        StringBuilder batch = new StringBuilder();
        for (int k = i; k < i + BATCH; k++) {
          batch.append(everything(k)).append(missing(k)).append(failing(k));
        }
        socket.getOutputStream().write(batch.toString().getBytes(US_ASCII));
        for (int answers = 0; answers < 3 * BATCH; answers++) {
          awaitEnd(in);
        }
      }
    }
  }

  private static void awaitEnd(InputStream in) throws IOException {
    int matched = 0;
    while (matched < END.length()) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      matched = next == END.charAt(matched) ? matched + 1 : next == END.charAt(0) ? 1 : 0;
    }
  }

  private void inject(IntFunction<InjectRequest> request, int from, int to) {
    for (int i = from; i < to; i++) {
      app.inject().send(request.apply(i));
    }
  }

  /** Sends some inputs. */
  private interface Inputs {
    void send(int from, int to) throws IOException;
  }

  /** By how much the heap grows between one fifth of the inputs and all of them. */
  private static long growth(int inputs, Inputs kind) throws Exception {
    kind.send(0, inputs / 5);
    long before = used();
    kind.send(inputs / 5, inputs);
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
