package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.BodyReceiver;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.option.HttpOptions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules of an RFC, each tried with prior knowledge in clear text and over TLS. One server of each
 * kind serves them all: whatever a client does, the next one is served.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Http2RuleTests {
  private static final int LARGE = 200_000;

  private @Nullable TestServer clear;
  private @Nullable TestServer encrypted;

  abstract List<Http2Rule> rules();

  @BeforeAll
  void start() {
    HttpOptions options = HttpOptions.of(o -> o.http2(true));
    clear = new TestServer(options, Http2RuleTests::serve);
    encrypted = new TestServer(options.with(o -> o.tls(TestTls::context)), Http2RuleTests::serve);
  }

  @AfterAll
  void stop() {
    Stream.of(clear, encrypted).forEach(TestServer::close);
  }

  Stream<Arguments> cases() {
    return Stream.of("h2c", "h2")
        .flatMap(protocol -> rules().stream().map(rule -> Arguments.of(protocol, rule)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void ruleHolds(String protocol, Http2Rule rule) throws Exception {
    try (RawHttp2Client client =
        protocol.equals("h2")
            ? RawHttp2Client.encrypted(encrypted.address, TestTls.context())
            : RawHttp2Client.plain(clear.address)) {
      rule.script().check(client);
    }
  }

  /** Answers when the body is complete: but for one path, and with much on another. */
  private static void serve(Exchange exchange) {
    switch (exchange.url()) {
      case "/hold" -> {}
      case "/large" -> exchange.send(200, TestServer.headers(), new byte[LARGE], 0, LARGE);
      default ->
          exchange.collectBody(
              1 << 20,
              new BodyReceiver() {
                @Override
                public void received(byte[] body) {
                  TestServer.reply(exchange, "served " + body.length);
                }

                @Override
                public void tooLarge() {
                  exchange.destroy(null);
                }

                @Override
                public void failed(Throwable cause) {
                  exchange.destroy(cause);
                }
              });
    }
  }
}
