package dev.fastjava.it.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.fastjava.spring.boot.test.FastjavaTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.client.RestTestClient;

@FastjavaTest(AccountRoutes.class)
class AccountRoutesTests {
  @Autowired RestTestClient client;
  @MockitoBean Accounts accounts;

  @Test
  void anAccountIsOpened() {
    given(accounts.open(new NewAccount("Ada", 100))).willReturn(new Account(7, "Ada", 100));
    client
        .post()
        .uri("/accounts")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"owner\":\"Ada\",\"cents\":100}")
        .exchange()
        .expectStatus()
        .isCreated()
        .expectHeader()
        .location("/accounts/7")
        .expectBody(String.class)
        .isEqualTo("{\"id\":7,\"owner\":\"Ada\",\"cents\":100}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a name that is longer than forty characters"})
  void aBodyThatBreaksAConstraintIsAProblem(String owner) {
    String body =
        client
            .post()
            .uri("/accounts")
            .contentType(MediaType.APPLICATION_JSON)
            .body("{\"owner\":\"" + owner + "\",\"cents\":1}")
            .exchange()
            .expectStatus()
            .isBadRequest()
            .expectHeader()
            .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(body).contains("\"pointer\":\"/owner\"");
    verify(accounts, never()).open(any());
  }

  @Test
  void aFluxIsAnArrayOrEvents() {
    given(accounts.all()).willReturn(List.of(new Account(1, "Ada", 5), new Account(2, "Bo", 6)));
    String first = "{\"id\":1,\"owner\":\"Ada\",\"cents\":5}";
    String second = "{\"id\":2,\"owner\":\"Bo\",\"cents\":6}";
    client
        .get()
        .uri("/accounts/live")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("[" + first + "," + second + "]");
    client
        .get()
        .uri("/accounts/live")
        .accept(MediaType.TEXT_EVENT_STREAM)
        .exchange()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
        .expectBody(String.class)
        .value(
            body ->
                assertThat(body.replace(" ", ""))
                    .isEqualTo("data:" + first + "\n\ndata:" + second + "\n\n"));
  }
}
