package dev.fastjava.spring.boot.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = Till.class)
class ConstraintsInTheContextTests {
  @Autowired private Inject inject;

  @Test
  void theValidatorOfTheApplicationChecks() {
    assertThat(
            inject
                .post(
                    "/sales",
                    Map.of("customer", "Ada", "lines", List.of(Map.of("sku", "x", "qty", 1))),
                    request -> {})
                .body())
        .contains("body/lines/0/sku must be known");
  }
}
