package dev.fastjava.assertj;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static dev.fastjava.assertj.FastjavaAssertions.assertThatExceptionOfType;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.internal.inject.InjectSender;
import dev.fastjava.internal.inject.RecordingDispatcher;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InjectResponseAssertTests {

  static InjectResponse response(int status, Map<String, Object> headers, String body) {
    RecordingDispatcher application =
        RecordingDispatcher.of(
            exchange -> {
              ResponseHeaders lines = new ResponseHeaders();
              headers.forEach(lines::set);
              lines.set("date", "today");
              ResponseStream stream = exchange.startStream(status, lines);
              stream.write(ByteBuffer.wrap(body.getBytes(UTF_8)));
              stream.end(Map.of("checksum", "7"));
            });
    return new InjectSender(
            () -> CompletableFuture.completedFuture(null),
            application,
            value -> new byte[0],
            new JsonMapper())
        .get("/");
  }

  static void expectFailure(ThrowingCallable assertion, String... parts) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion)
        .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
  }

  private final InjectResponse ok =
      response(
          200,
          Map.of(
              "content-type",
              "application/json; charset=utf-8",
              "set-cookie",
              List.of("a=1", "b=x%20y; Path=/")),
          "{\"n\":1}");

  @Test
  void matchingResponsePasses() {
    assertThat(ok)
        .isNotNull()
        .hasStatus(200)
        .hasStatusOk()
        .hasStatus2xxSuccessful()
        .hasHeader("Content-Type")
        .hasHeader("content-type", "application/json; charset=utf-8")
        .hasHeader("set-cookie", "a=1, b=x%20y; Path=/")
        .hasHeaderLines("Set-Cookie", "a=1", "b=x%20y; Path=/")
        .doesNotHaveHeader("etag")
        .hasBody("{\"n\":1}")
        .hasBody("{\"n\":1}".getBytes(UTF_8))
        .hasCookie("a")
        .hasCookie("b", "x y")
        .doesNotHaveCookie("c")
        .hasTrailer("checksum", "7")
        .satisfies(response -> assertThat(response.json()).isEqualTo(Map.of("n", 1)));
    assertThat(ok).bodyText().startsWith("{").hasSize(7);
    assertThat(ok).bodyBytes().hasSize(7);
    assertThat(response(404, Map.of(), "")).hasStatus4xxClientError().hasEmptyBody();
    assertThat(response(500, Map.of(), "")).hasStatus5xxServerError();
    assertThat(response(302, Map.of("location", "/y"), "")).redirectsTo("/y");
  }

  @Test
  void failurePrintsTheWholeResponse() {
    expectFailure(
        () -> assertThat(ok).as("the order").hasStatus(201),
        "the order",
        "Expecting status:",
        "201",
        "but was:",
        "200",
        "  HTTP/1.1 200 OK",
        "  content-type: application/json; charset=utf-8",
        "  set-cookie: a=1",
        "  {\"n\":1}",
        "  checksum: 7");
  }

  @Test
  void eachAssertionFailsWithWhatWasThere() {
    expectFailure(() -> assertThat(ok).hasStatus3xxRedirection(), "3xx", "200");
    expectFailure(() -> assertThat(ok).redirectsTo("/y"), "3xx");
    expectFailure(() -> assertThat(ok).hasHeader("etag"), "header:", "etag", "absent");
    expectFailure(() -> assertThat(ok).hasHeader("date", "x"), "header date:", "x", "today");
    expectFailure(() -> assertThat(ok).hasHeader("etag", "x"), "header etag:", "null");
    expectFailure(() -> assertThat(ok).hasHeaderLines("date"), "[]", "[today]");
    expectFailure(() -> assertThat(ok).doesNotHaveHeader("Date"), "no header:", "today");
    expectFailure(() -> assertThat(ok).hasBody("x"), "body:", "{\"n\":1}");
    expectFailure(() -> assertThat(ok).hasEmptyBody(), "body:", "{\"n\":1}");
    expectFailure(() -> assertThat(ok).hasBody(new byte[1]), "HTTP/1.1 200 OK");
    expectFailure(() -> assertThat(ok).hasCookie("c"), "cookie:", "name=a, value=1");
    expectFailure(() -> assertThat(ok).hasCookie("a", "2"), "cookie a:", "2", "1");
    expectFailure(() -> assertThat(ok).doesNotHaveCookie("a"), "no cookie:", "value=1");
    expectFailure(() -> assertThat(ok).hasTrailer("etag", "1"), "trailer etag:", "null");
    expectFailure(() -> assertThat(ok).bodyText().isEmpty(), "HTTP/1.1 200 OK", "{\"n\":1}");
    expectFailure(() -> assertThat((InjectResponse) null).hasStatusOk(), "not to be null");
    expectFailure(
        () -> assertThat(response(200, Map.of(), "100 %s %d")).hasEmptyBody(), "100 %s %d");
  }

  @Test
  void contentTypeMayHaveMoreParametersThanExpected() {
    assertThat(ok)
        .hasContentType("application/json")
        .hasContentType("Application/JSON; Charset=\"UTF-8\"")
        .hasContentType("application/*")
        .hasContentType("*/*");
    for (String other :
        List.of("text/*", "application/json; v=1", "application/jso", "application/json-seq")) {
      expectFailure(
          () -> assertThat(ok).hasContentType(other),
          "content type compatible with:",
          other,
          "application/json; charset=utf-8");
    }
    expectFailure(() -> assertThat(response(200, Map.of(), "")).hasContentType("*/*"), "null");
  }

  @Test
  void assertionsOfAssertJComeWithTheSameImport() {
    assertThat("text").startsWith("t");
    assertThat(List.of(1)).hasSize(1);
    assertThat(1).isPositive();
    assertThat((Object) ok).isInstanceOf(InjectResponse.class);
  }
}
