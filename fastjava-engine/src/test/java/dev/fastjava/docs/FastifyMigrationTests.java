package dev.fastjava.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example answers as the reference's does, of which the bodies here were recorded. */
class FastifyMigrationTests {
  private final Fastjava app = FastifyMigrationPage.app();
  private final Inject inject = app.inject();

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void theHookHoldsForThePluginAlone() {
    assertThat(inject.post("/v1/orders", r -> r.payload(Map.of("customer", "Ada"))))
        .hasStatus(401)
        .hasBody("{\"problem\":\"no key\"}");
    assertThat(inject.get("/v1/nothing")).hasStatus(404);
  }

  @Test
  void bodiesAreConvertedCompletedAndChecked() {
    assertThat(order("{\"customer\":\"Ada\",\"quantity\":\"2\",\"more\":true}"))
        .hasStatus(201)
        .hasBody("{\"customer\":\"Ada\",\"quantity\":2}");
    assertThat(order("{\"customer\":\"Ada\"}"))
        .hasStatus(201)
        .hasBody("{\"customer\":\"Ada\",\"quantity\":1}");
    assertThat(order("{\"customer\":\"\"}"))
        .hasStatus(400)
        .hasBody(
            "{\"statusCode\":400,\"code\":\"FST_ERR_VALIDATION\",\"error\":\"Bad Request\","
                + "\"message\":\"body/customer must NOT have fewer than 1 characters\"}");
  }

  private dev.fastjava.inject.InjectResponse order(String json) {
    return inject.post(
        "/v1/orders",
        r ->
            r.header("x-api-key", "secret")
                .header("content-type", "application/json")
                .payload(json));
  }
}
