package dev.fastjava.spring.boot.jackson;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.jackson.TicketApplication.Ticket;
import dev.fastjava.spring.boot.test.FastjavaTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;

/** What Boot is told about Jackson changes replies, bodies and schemas alike. */
@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class JacksonSettingsTests {
  private static final String SNAKE_CASE = "spring.jackson.property-naming-strategy=SNAKE_CASE";
  private static final String NON_NULL = "spring.jackson.default-property-inclusion=non_null";

  /** The module, the component and the mix-in count, without any property. */
  private static void checkBeans(Inject inject) {
    String body =
        "{\"ticketPrice\":\"950 ct\",\"rowName\":\"C\","
            + "\"ticketBuyer\":{\"buyer_name\":\"Ada\",\"secret\":\"s\"},\"seatNumber\":null}";
    String reply =
        "{\"ticketPrice\":\"950 ct\",\"rowName\":\"C\","
            + "\"ticketBuyer\":{\"buyer_name\":\"Ada\"},\"seatNumber\":null}";
    for (String url : new String[] {"/typed", "/untyped"}) {
      assertThat(post(inject, url, body)).hasStatus(200).bodyJson().isEqualToJson(reply);
    }
    assertThat(post(inject, "/typed", body.replace("buyer_name", "name")))
        .hasStatus(400)
        .bodyText()
        .contains("body/ticketBuyer must have required property 'buyer_name'");
  }

  private static void checkProperties(Inject inject) {
    String body =
        "{\"ticket_price\":\"950 ct\",\"row_name\":\"C\","
            + "\"ticket_buyer\":{\"buyer_name\":\"Ada\",\"secret\":\"s\"},\"seat_number\":null}";
    String reply =
        "{\"ticket_price\":\"950"
            + " ct\",\"row_name\":\"C\",\"ticket_buyer\":{\"buyer_name\":\"Ada\"}}";
    for (String url : new String[] {"/typed", "/untyped"}) {
      assertThat(post(inject, url, body)).hasStatus(200).bodyJson().isEqualToJson(reply);
    }
    // What may be left out is not required: only the names of the strategy are read.
    assertThat(post(inject, "/typed", body.replace("ticket_price", "ticketPrice")))
        .hasStatus(200)
        .bodyText()
        .doesNotContain("950");
    assertThat(post(inject, "/typed", body.replace("\"seat_number\":null", "\"seat_number\":{}")))
        .hasStatus(400)
        .bodyText()
        .contains("body/seat_number must be integer");
  }

  private static dev.fastjava.inject.InjectResponse post(Inject inject, String url, String json) {
    return inject.send(
        r -> r.method("POST").url(url).header("content-type", "application/json").payload(json));
  }

  @Nested
  @FastjavaTest
  class InASlice {
    @Autowired private Inject inject;

    @Test
    void modulesComponentsAndMixInsCount() {
      checkBeans(inject);
    }
  }

  @Nested
  @FastjavaTest(properties = {SNAKE_CASE, NON_NULL})
  class InASliceWithProperties {
    @Autowired private Inject inject;

    @Test
    void namingAndInclusionCount() {
      checkProperties(inject);
    }

    @Test
    void injectBindsWithTheSameMapper() {
      Ticket ticket =
          post(
                  inject,
                  "/untyped",
                  "{\"ticket_price\":\"1 ct\",\"row_name\":\"A\","
                      + "\"ticket_buyer\":{\"buyer_name\":\"Ada\"}}")
              .json(Ticket.class);
      assertThat(ticket.ticketPrice().cents()).isEqualTo(1);
      assertThat(ticket.rowName().number()).isZero();
    }
  }

  @Nested
  @SpringBootTest(classes = TicketApplication.class)
  class InTheWhole {
    @Autowired private Inject inject;

    @Test
    void modulesComponentsAndMixInsCount() {
      checkBeans(inject);
    }
  }

  @Nested
  @SpringBootTest(
      classes = TicketApplication.class,
      properties = {SNAKE_CASE, NON_NULL})
  class InTheWholeWithProperties {
    @Autowired private Inject inject;

    @Test
    void namingAndInclusionCount() {
      checkProperties(inject);
    }
  }
}
