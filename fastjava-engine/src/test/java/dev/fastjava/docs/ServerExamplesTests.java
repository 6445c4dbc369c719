package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.http.Headers;
import dev.fastjava.internal.netty.TestTls;
import dev.fastjava.option.ClientAuth;
import dev.fastjava.option.TlsOptions;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import dev.fastjava.testing.Eventually;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** The Java of the pages {@code docs/Server.md} and {@code docs/HTTP2.md}, run. */
class ServerExamplesTests {
  /** A server that is not ours. */
  private static final class Their {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    void start(int status, Map<String, ?> headers) {
      seen.add(status + " " + headers.get("content-type"));
    }

    CompletionStage<?> send(ByteBuffer part) {
      seen.add(StandardCharsets.UTF_8.decode(part).toString());
      return CompletableFuture.completedFuture(null);
    }

    void finish() {
      seen.add("end");
    }

    void reset() {
      seen.add("reset");
    }
  }

  @Test
  void anotherServerHandsItsRequestsOver() {
    Their their = new Their();
    byte[] body = "{\"item\":\"tea\"}".getBytes(StandardCharsets.UTF_8);
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/orders",
          (request, reply) -> List.of(request.query("draft"), request.ip(), request.body()));
      // As on the page, where the stage is not looked at.
      Object unused = routing(app, their, body);
      assertThat(unused).isNotNull();
      Eventually.eventuallyPasses(
          "the reply has reached the other server",
          () ->
              assertThat(their.seen)
                  .containsExactly(
                      "200 application/json; charset=utf-8",
                      "[\"1\",\"192.0.2.7\",{\"item\":\"tea\"}]",
                      "end"));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // shown so
  private static Object routing(Fastjava app, Their their, byte[] body) {
    // spotless:off
    IncomingRequest request =
        IncomingRequest.of(
            "POST",
            "/orders?draft=1",
            r ->
                r.header("content-type", "application/json").body(body).remoteAddress("192.0.2.7"));

    app.routing(
        request,
        new OutgoingResponse() {
          @Override
          public void head(int status, Headers headers) {
            their.start(status, headers.asMap());
          }

          @Override
          public CompletionStage<?> write(ByteBuffer part) {
            return their.send(part);
          }

          @Override
          public void end(Headers trailers) {
            their.finish();
          }

          @Override
          public void abort(Throwable cause) {
            their.reset();
          }
        });
    // spotless:on
    return request;
  }

  @Test
  void connectionsAreEncrypted() {
    try (Fastjava app =
        encrypted(TestTls.context("localhost", "client"), TestTls.context("other"))) {
      Eventually.join(app.listen(o -> o.port(0)));
      assertThat(app.listeningOrigin()).startsWith("https://");
    }
  }

  private static Fastjava encrypted(SSLContext context, SSLContext another) {
    TlsOptions tls =
        TlsOptions.of(
            t ->
                t.context(context)
                    .clientAuth(ClientAuth.WANT)
                    .protocols(List.of("TLSv1.3"))
                    .serverName("*.shop.example", TlsOptions.of(another)));
    Fastjava app = Fastjava.create(o -> o.http(h -> h.tlsOptions(() -> tls)));
    app.get("/who", (request, reply) -> request.raw().clientCertificates().size());
    return app;
  }

  @Test
  void http2IsServedBesideHttp1() {
    try (Fastjava app = http2()) {
      assertThat(app.initialConfig()).containsEntry("http2", true);
    }
  }

  private static Fastjava http2() {
    Fastjava app = Fastjava.create(o -> o.http(h -> h.http2(true)));
    return app;
  }
}
