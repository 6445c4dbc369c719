package dev.fastjava.conformance.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpResponsesTests {
  private static HttpResponses parse(String text, String... methods) {
    return HttpResponses.parse(text.getBytes(UTF_8), List.of(methods));
  }

  @Test
  void responsesFollowEachOther() {
    HttpResponses responses =
        parse(
            """
            HTTP/1.1 100 Continue\r
            \r
            HTTP/1.1 200 OK\r
            Content-Length: 2\r
            Set-Cookie: a\r
            Set-Cookie: b\r
            \r
            hiHTTP/1.1 204 No Content\r
            \r
            """);

    assertThat(responses.complete()).isEqualTo(3);
    assertThat(Json.stringify(responses.views()))
        .isEqualTo(
            "[{\"status\":100,\"headers\":{}},"
                + "{\"status\":200,\"headers\":{\"content-length\":\"2\",\"set-cookie\":[\"a\",\"b\"]},"
                + "\"body\":\"hi\"},{\"status\":204,\"headers\":{},\"body\":\"\"}]");
  }

  @Test
  void chunksAreJoinedAndTrailersRead() {
    HttpResponses responses =
        parse(
            """
            HTTP/1.1 200 OK\r
            Transfer-Encoding: chunked\r
            \r
            3\r
            abc\r
            1\r
            d\r
            0\r
            X-T: v\r
            \r
            """);

    assertThat(responses.complete()).isEqualTo(1);
    assertThat(responses.views().get(0))
        .containsEntry("body", "abcd")
        .containsEntry("trailers", Map.of("x-t", "v"))
        .doesNotContainKey("truncated");
  }

  @Test
  void bodiesThatBreakOffAreTruncated() {
    HttpResponses sized = parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab");
    HttpResponses chunked =
        parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5\r\nx");

    assertThat(sized.complete()).isZero();
    assertThat(sized.views().get(0)).containsEntry("truncated", true).containsEntry("body", "ab");
    assertThat(chunked.complete()).isZero();
    assertThat(chunked.views().get(0)).containsEntry("truncated", true);
  }

  @Test
  void repliesToHeadHaveNoBody() {
    HttpResponses responses =
        parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/1.1 200 OK\r\n\r\nrest", "HEAD");

    assertThat(responses.views()).hasSize(2);
    assertThat(responses.views().get(0)).containsEntry("body", "");
    assertThat(responses.views().get(1)).containsEntry("body", "rest");
  }

  @Test
  void bytesThatAreNoResponseAreShown() {
    assertThat(parse("nonsense\r\n\r\n").views().get(0)).containsEntry("invalid", "nonsense");
    assertThat(parse("HTTP/1.1 2").views().get(0)).containsEntry("incomplete", "HTTP/1.1 2");
  }
}
