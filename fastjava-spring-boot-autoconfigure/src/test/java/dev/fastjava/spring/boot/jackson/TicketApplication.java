package dev.fastjava.spring.boot.jackson;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.RouteDefinition;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.boot.jackson.JacksonMixin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** An application with a module, a component and a mix-in of its own. */
@SpringBootApplication
@NullMarked
class TicketApplication {
  record Ticket(Money ticketPrice, Row rowName, Buyer ticketBuyer, @Nullable Integer seatNumber) {}

  record Money(long cents) {}

  record Row(int number) {}

  record Buyer(String name, String secret) {}

  @JacksonMixin(Buyer.class)
  interface BuyerMixin {
    @JsonProperty("buyer_name")
    String name();

    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
    String secret();
  }

  /** Rows are letters. */
  @JacksonComponent
  static class RowComponent {
    static class Writer extends ValueSerializer<Row> {
      @Override
      public void serialize(Row row, JsonGenerator out, SerializationContext context) {
        out.writeString(String.valueOf((char) ('A' + row.number())));
      }
    }

    static class Reader extends ValueDeserializer<Row> {
      @Override
      public Row deserialize(JsonParser in, DeserializationContext context) {
        return new Row(in.getString().charAt(0) - 'A');
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Modules {
    @Bean
    JacksonModule money() {
      return new SimpleModule()
          .addSerializer(Money.class, new MoneyWriter())
          .addDeserializer(Money.class, new MoneyReader());
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Routes {
    @Bean
    RouteDefinition typed() {
      return RouteDefinition.post("/typed")
          .schema(s -> s.body(Ticket.class).response(200, Ticket.class))
          .handler((request, reply) -> request.body(Ticket.class));
    }

    @Bean
    RouteDefinition untyped() {
      return RouteDefinition.post("/untyped")
          .handler((request, reply) -> request.body(Ticket.class));
    }
  }

  static final class MoneyWriter extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
      out.writeString(money.cents() + " ct");
    }
  }

  static final class MoneyReader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser in, DeserializationContext context) {
      return new Money(Long.parseLong(in.getString().replace(" ct", "")));
    }
  }
}
