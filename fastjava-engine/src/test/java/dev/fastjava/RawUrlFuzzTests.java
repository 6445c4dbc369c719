package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.testing.Eventually;
import dev.fastjava.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever is asked for is found, or answered with 404, 400 or 414; nothing breaks. */
class RawUrlFuzzTests {

  private static final String[] PIECES = {
    "/",
    "/",
    "//",
    "a",
    "f",
    "n",
    "w",
    "b",
    "12",
    "-",
    ".",
    ":",
    "*",
    "?",
    "#",
    ";",
    "&",
    "=",
    "%",
    "%2",
    "%20",
    "%2F",
    "%25",
    "%zz",
    "%C3%A9",
    "%C3",
    "%ff",
    "%00",
    "http://",
    "https://h",
    "@",
    "[::1]",
    ":80",
    "\\",
    "..",
    "A",
    "xxxxxxxxxx",
    "x=1",
    "?x=%zz",
    "q=a&q=b",
    "^",
    "|",
    "{}",
    "'"
  };

  private static final String[] BYTES = {
    "\u00e9", "\u0130", "\u00ff", "\0", "\t", "\u007f", "\u0080", " ", "\u000b"
  };

  private static final String[] METHODS = {"GET", "GET", "POST", "HEAD", "OPTIONS", "PURGE"};

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private Fastjava app(Random random) {
    Fastjava app =
        Fastjava.create(
            o ->
                o.loggerOptions(l -> l.level(LogLevel.WARN).synchronous(true).stream(log))
                    .routerOptions(
                        r ->
                            r.caseSensitive(random.nextBoolean())
                                .ignoreTrailingSlash(random.nextBoolean())
                                .ignoreDuplicateSlashes(random.nextBoolean())
                                .useSemicolonDelimiter(random.nextBoolean())
                                .maxParamLength(1 + random.nextInt(20))));
    for (String path :
        List.of(
            "/",
            "/a",
            "/a/:id",
            "/a/:id/b",
            "/f/:name.:ext",
            "/n/:n(\\d+)-:m",
            "/%/x",
            "/\u00e9",
            "/o/:p?",
            "/w/*")) {
      app.get(path, RawUrlFuzzTests::describe);
    }
    if (random.nextBoolean()) {
      app.get("*", RawUrlFuzzTests::describe);
    }
    app.register(
        (child, options) -> {
          child.setNotFoundHandler((request, reply) -> reply.code(404).send("not under /a"));
          child.get("/:deep", RawUrlFuzzTests::describe);
        },
        o -> o.prefix("/n"));
    return app;
  }

  /** Uses what a handler may ask a request for. */
  private static Object describe(Request request, Reply reply) {
    return List.of(
        request.params().toString(),
        request.query().toString(),
        request.host(),
        request.hostname(),
        String.valueOf(request.port()),
        request.protocol(),
        String.valueOf(request.ip()),
        String.valueOf(request.query("x")),
        request.queries("q"));
  }

  private static String target(Random random, boolean anyByte) {
    StringBuilder url = new StringBuilder(random.nextInt(10) == 0 ? "" : "/");
    for (int i = random.nextInt(10); i > 0; i--) {
      String[] pieces = anyByte && random.nextInt(8) == 0 ? BYTES : PIECES;
      url.append(pieces[random.nextInt(pieces.length)]);
    }
    return url.toString();
  }

  @RepeatedTest(20)
  void injectedTargetIsFoundOrRefused(RepetitionInfo repetition) {
    Random random = Seeds.random(repetition.getCurrentRepetition());
    try (Fastjava app = app(random)) {
      for (int i = 0; i < 150; i++) {
        String url = target(random, false);
        String method = METHODS[random.nextInt(METHODS.length)];
        InjectResponse response;
        try {
          response = app.inject(r -> r.method(method).url(url));
        } catch (IllegalArgumentException e) {
          // What inject itself does not take for a URL never reaches the server.
          continue;
        }
        assertThat(response.statusCode()).as("%s %s", method, url).isIn(200, 400, 404, 414);
      }
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @RepeatedTest(5)
  void targetOnTheWireIsFoundOrRefused(RepetitionInfo repetition) throws Exception {
    Random random = Seeds.random(100 + repetition.getCurrentRepetition());
    try (Fastjava app = app(random)) {
      URI origin = URI.create(Eventually.join(app.listen(o -> o.host("127.0.0.1"))));
      for (int i = 0; i < 60; i++) {
        String url = target(random, true);
        String method = METHODS[random.nextInt(METHODS.length)];
        assertThat(status(origin, method, url)).as("%s %s", method, url).isIn(200, 400, 404, 414);
      }
      assertThat(status(origin, "GET", "/a")).isEqualTo(200);
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static int status(URI origin, String method, String url) throws IOException {
    try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      String head = method + ' ' + url + " HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      String answer = read(socket.getInputStream());
      assertThat(answer).as("%s %s", method, url).startsWith("HTTP/1.1 ");
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (IOException e) {
      // A refused connection may be reset behind its answer.
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void methodNobodyKnowsIsNotFound() {
    try (Fastjava app = app(Seeds.random(1))) {
      assertThat(app.inject(r -> r.method("BREW").url("/a").validate(false)).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void targetOfAWholeServerIsNotFound() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.get("/", (request, reply) -> "root");
      URI origin = URI.create(Eventually.join(app.listen(o -> o.host("127.0.0.1"))));
      assertThat(status(origin, "OPTIONS", "*")).isEqualTo(404);
    }
  }
}
