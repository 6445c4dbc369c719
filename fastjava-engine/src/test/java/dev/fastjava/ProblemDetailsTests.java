package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.CustomErrorCode;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpException;
import dev.fastjava.inject.InjectResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Errors as RFC 9457 describes them: what the reference's createRFC9457Error makes. */
class ProblemDetailsTests {
  private static final CustomErrorCode QUOTA =
      CustomErrorCode.of("QUOTA_EXCEEDED", 429, "Quota exceeded by %d requests");

  @Test
  void typeAndTitleAreThoseOfTheCode() {
    HttpException error =
        QUOTA.withProblem("https://a.example/probs/quota", "Quota Exceeded").error(7);
    assertThat(error.toProblemDetails("/api/limits", Map.of("retryAfter", 60)).toString())
        .isEqualTo(
            "{type=https://a.example/probs/quota, title=Quota Exceeded, status=429,"
                + " detail=Quota exceeded by 7 requests, instance=/api/limits,"
                + " code=QUOTA_EXCEEDED, details={retryAfter=60}}");
  }

  @Test
  void withoutThemTheTypeIsBlankAndTheTitleThatOfTheStatus() {
    assertThat(QUOTA.error(7).toProblemDetails("/").toString())
        .isEqualTo(
            "{type=about:blank, title=Too Many Requests, status=429,"
                + " detail=Quota exceeded by 7 requests, instance=/, code=QUOTA_EXCEEDED,"
                + " details={}}");
    assertThat(QUOTA.withProblem(null, "t").error(1).toProblemDetails(""))
        .containsEntry("type", "about:blank")
        .containsEntry("title", "t")
        .containsEntry("instance", "");
    assertThat(new HttpException(499, "odd").toProblemDetails(""))
        .containsEntry("title", "Unknown Error");
    assertThat(new HttpException(0, "none").toProblemDetails(""))
        .containsEntry("status", 500)
        .containsEntry("title", "Internal Server Error")
        .doesNotContainKey("code");
  }

  @Test
  void nullsAreLeftOutOrEmptyAsTheReferenceHasThem() {
    assertThat(new HttpException(404, null).toProblemDetails(null, null).toString())
        .isEqualTo("{type=about:blank, title=Not Found, status=404, instance=, details={}}");
  }

  @Test
  void errorsOfTheFrameworkAreDescribedToo() {
    assertThat(ErrorCode.FST_ERR_CTP_BODY_TOO_LARGE.error().toProblemDetails("/upload"))
        .containsEntry("title", "Payload Too Large")
        .containsEntry("status", 413)
        .containsEntry("code", "FST_ERR_CTP_BODY_TOO_LARGE");
  }

  @Test
  void anErrorHandlerSendsThem() {
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler(
          (error, request, reply) -> {
            if (!(error instanceof HttpError http)) {
              throw error;
            }
            return reply
                .code(http.statusCode())
                .type("application/problem+json")
                .send(http.toProblemDetails(request.url()));
          });
      app.get(
          "/",
          (request, reply) -> {
            throw QUOTA.error(7);
          });
      InjectResponse response = app.inject("/");
      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.header("content-type")).startsWith("application/problem+json");
      assertThat(response.body()).startsWith("{\"type\":\"about:blank\",\"title\":\"Too Many");
    }
  }
}
