package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.ConstraintsTests.Account;
import dev.fastjava.ConstraintsTests.Grouped;
import dev.fastjava.ConstraintsTests.Invoice;
import dev.fastjava.ConstraintsTests.Line;
import dev.fastjava.ConstraintsTests.NewOrder;
import dev.fastjava.ConstraintsTests.Paid;
import dev.fastjava.ConstraintsTests.Range;
import dev.fastjava.ConstraintsTests.Ranges;
import dev.fastjava.ConstraintsTests.Twice;
import dev.fastjava.ConstraintsTests.Uncascaded;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.Eventually;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsAtBootTests {
  record Plain(
      @NotNull @Size(min = 1, max = 5) String text,
      @Min(1) @Max(3) int number,
      @DecimalMin("0.5") BigDecimal price,
      @Pattern(regexp = "^[A-Z]{2}.*\\s$") String code,
      @Email String mail,
      @NotEmpty List<@Size(min = 2) String> tags,
      @Size(max = 3) Map<String, String> labels,
      List<Item> items) {}

  record Item(@Size(min = 1) String sku, @NotBlank(groups = Override.class) String name) {}

  private static void boot(
      Consumer<FastjavaOptions.Builder> options, Consumer<RouteDefinition> route) {
    try (Fastjava app = Fastjava.create(options)) {
      app.post("/orders", route, (request, reply) -> "ok");
      Eventually.join(app.ready());
    }
  }

  private static void boot(Class<?> type) {
    boot(o -> {}, r -> r.schema(s -> s.body(type)));
  }

  static Stream<Arguments> unsaid() {
    return Stream.of(
        Arguments.of(NewOrder.class, "NotBlank of body/customer"),
        Arguments.of(Line.class, "NotBlank of body/sku"),
        Arguments.of(Uncascaded.class, "NotBlank of body/lines/*/sku"),
        Arguments.of(Paid.class, "NotBlank of body/payment/number"),
        Arguments.of(Range.class, "Ordered of body"),
        Arguments.of(Ranges.class, "Even of body/step"),
        Arguments.of(Account.class, "NotBlank of body/repeated"),
        Arguments.of(Twice.class, "Pattern of body/code"),
        Arguments.of(Grouped.class, "NotBlank of body/always"));
  }

  @ParameterizedTest
  @MethodSource("unsaid")
  void withoutAValidatorWhatCannotBeCheckedIsRefused(Class<?> type, String told) {
    assertThatThrownBy(() -> boot(type))
        .hasMessageContaining(told)
        .hasMessageContaining("POST")
        .hasMessageContaining("/orders")
        .hasMessageContaining("beanConstraints");
  }

  record Keyed(Map<@Size(max = 3) String, String> m) {}

  @Test
  void constraintsOfKeysAreToldAsThoseOfTheKeys() {
    assertThatThrownBy(() -> boot(Keyed.class)).hasMessageContaining("Size of the keys of body/m");
  }

  @Test
  void queriesAndTypesInsideOfOtherSchemasAreLookedAt() {
    assertThatThrownBy(
            () -> boot(o -> {}, r -> r.schema(s -> s.querystring(ConstraintsTests.Filter.class))))
        .hasMessageContaining("NotBlank of querystring/text");
    assertThatThrownBy(
            () ->
                boot(
                    o -> {},
                    r ->
                        r.schema(
                            s ->
                                s.body(
                                    Schemas.object()
                                        .prop("orders", Schemas.array(Schemas.of(Line.class)))))))
        .hasMessageContaining("NotBlank of body/orders/*/sku");
    assertThatThrownBy(
            () ->
                boot(
                    o -> {},
                    r ->
                        r.schema(
                            s -> s.body(Schemas.anyOf(Schemas.string(), Schemas.of(Line.class))))))
        .hasMessageContaining("NotBlank of body/sku");
  }

  @Test
  void whatASchemaSaysNeedsNoValidator() {
    assertThatCode(
            () -> {
              boot(Plain.class);
              boot(Invoice.class);
              boot(o -> {}, r -> r.schema(s -> s.response(200, NewOrder.class)));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void groupsNeedAValidatorOnlyWhereTheyAreNamed() {
    assertThatThrownBy(
            () ->
                boot(
                    o -> {},
                    r -> r.schema(s -> s.body(Plain.class)).validationGroups(Override.class)))
        .hasMessageContaining("NotBlank of body/items/*/name");
  }

  @Test
  void checksCanBeGivenUp() {
    assertThatCode(
            () ->
                boot(
                    o -> o.beanConstraints(BeanConstraints.unchecked()),
                    r -> r.schema(s -> s.body(NewOrder.class))))
        .doesNotThrowAnyException();
  }
}
