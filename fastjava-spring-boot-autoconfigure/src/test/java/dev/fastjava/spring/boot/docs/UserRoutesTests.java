package dev.fastjava.spring.boot.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@FastjavaTest(UserRoutes.class)
class UserRoutesTests {
  @Autowired Inject inject;
  @MockitoBean Users users;

  @Test
  void listsUsers() {
    given(users.all()).willReturn(List.of(new User(7, "Alan")));

    assertThat(inject.get("/v1/users"))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$[0].name")
        .isEqualTo("Alan");
  }
}
