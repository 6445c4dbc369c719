package dev.fastjava.spring.boot.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.inject.Inject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the page says about the examples beside their code. */
@SpringBootTest
class ShopWithoutSocketTests {
  @Autowired private Inject inject;

  @Test
  void routesAnswer() {
    assertThat(inject.get("/hello/Ada")).hasStatus(200).hasHeader("served-by", "shop");
    assertThat(inject.get("/v1/users").json().toString()).contains("Grace");
  }

  @Test
  void errorsGoThroughTheErrorHandler() {
    assertThat(inject.get("/hello/A")).hasStatus(400);
  }

  @Test
  void unknownPathsGoToTheNotFoundHandler() {
    assertThat(inject.get("/nowhere")).hasStatus(404).hasBody("{\"problem\":\"no such page\"}");
  }
}
