package dev.fastjava.spring.boot.reply;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Resources with their ranges, and bodies that are written piece by piece. */
class ResourceRepliesTests extends ServedReplies {
  private static final byte[] DIGITS = "0123456789".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aResourceIsSentWithTypeAndLength() {
    servesHandler(
        (request, reply) -> new ClassPathResource("fixed-port.properties"),
        inject ->
            assertThat(inject.get("/it"))
                .hasStatus(200)
                .hasHeader("accept-ranges", "bytes")
                .bodyText()
                .contains("fastjava.server.port"));
    servesHandler(
        (request, reply) -> new ByteArrayResource(DIGITS),
        inject ->
            assertThat(inject.get("/it"))
                .hasHeader("content-type", "application/octet-stream")
                .hasHeader("content-length", "10")
                .hasBody("0123456789"));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=2-4, 206, bytes 2-4/10, 234",
    "bytes=7-, 206, bytes 7-9/10, 789",
    "bytes=-2, 206, bytes 8-9/10, 89",
    "bytes=8-99, 206, bytes 8-9/10, 89",
  })
  void aRangeOfAResourceIsSent(String range, int status, String contentRange, String body) {
    servesHandler(
        (request, reply) -> ResponseEntity.ok(new ByteArrayResource(DIGITS)),
        inject ->
            assertThat(inject.get("/it", r -> r.header("range", range)))
                .hasStatus(status)
                .hasHeader("content-range", contentRange)
                .hasBody(body));
  }

  @Test
  void severalRangesAreSeveralParts() {
    servesHandler(
        (request, reply) -> new ByteArrayResource(DIGITS),
        inject -> {
          InjectResponse response = inject.get("/it", r -> r.header("range", "bytes=0-1,8-9"));
          assertThat(response).hasStatus(206);
          assertThat(response.headers().get("content-type"))
              .startsWith("multipart/byteranges; boundary=");
          assertThat(response.body())
              .contains("Content-Range: bytes 0-1/10\r\n\r\n01\r\n", "bytes 8-9/10\r\n\r\n89\r\n");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=20-30", "bytes=a-b", "lines=1-2"})
  void aRangeThatIsNoneIsRefused(String range) {
    servesHandler(
        (request, reply) -> new ByteArrayResource(DIGITS),
        inject ->
            assertThat(inject.get("/it", r -> r.header("range", range)))
                .hasStatus(416)
                .hasHeader("content-range", "bytes */10"));
  }

  @Test
  void aRangeOfWhatHasChangedIsTheWhole() {
    servesHandler(
        (request, reply) -> ResponseEntity.ok().eTag("\"2\"").body(new ByteArrayResource(DIGITS)),
        inject -> {
          assertThat(
                  inject.get(
                      "/it", r -> r.header("range", "bytes=0-1").header("if-range", "\"1\"")))
              .hasStatus(200)
              .hasBody("0123456789");
          assertThat(
                  inject.get(
                      "/it", r -> r.header("range", "bytes=0-1").header("if-range", "\"2\"")))
              .hasStatus(206);
        });
  }

  @Test
  void aResourceThatIsMissingIsNotFound() {
    servesHandler(
        (request, reply) -> new ClassPathResource("nowhere.txt"),
        inject -> assertThat(inject.get("/it")).hasStatus(404));
  }

  @Test
  void aStreamedBodyIsWrittenToTheClient() {
    servesHandler(
        (request, reply) -> {
          reply.type("text/csv");
          return (StreamedBody)
              out -> {
                for (int i = 0; i < 30_000; i++) {
                  out.write("row\n".getBytes(StandardCharsets.US_ASCII));
                }
              };
        },
        inject -> assertThat(inject.get("/it").body()).hasSize(120_000).startsWith("row\nrow\n"));
    servesHandler(
        (request, reply) ->
            (StreamedBody)
                out -> {
                  throw new ResponseStatusException(HttpStatus.GONE);
                },
        inject -> assertThat(inject.get("/it")).hasStatus(410));
  }
}
