package dev.fastjava.spring.boot.constraints;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@FastjavaTest(SaleRoutes.class)
@Import(Prices.class)
class ConstraintsInTheSliceTests {
  @Autowired private Inject inject;

  private InjectResponse post(String customer, String sku) {
    return inject.post(
        "/sales",
        Map.of("customer", customer, "lines", List.of(Map.of("sku", sku, "qty", 1))),
        request -> {});
  }

  @Test
  void theValidatorOfTheApplicationChecks() {
    assertThat(post("Ada", "known-1").body()).isEqualTo("1");
    InjectResponse blank = post(" ", "known-1");
    assertThat(blank).hasStatus(400);
    assertThat(blank.body()).contains("FST_ERR_VALIDATION", "body/customer must have a name");
    assertThat(post("Ada", "new").body()).contains("body/lines/0/sku must be known");
  }
}
