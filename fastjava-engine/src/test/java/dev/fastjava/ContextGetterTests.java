package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.http.ClientFault;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.testing.Eventually;
import dev.fastjava.type.DecoratorKey;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a context uses can be asked for, so that what replaces it can build on it. */
class ContextGetterTests {
  @Test
  void idsOfTheDefaultGeneratorCount() {
    try (Fastjava app = Fastjava.create()) {
      RequestIdGenerator counting = app.genReqId();
      app.register(
          (child, options) -> {
            child.setGenReqId(request -> "child-" + counting.generate(request));
            child.get("/", (request, reply) -> request.id());
            assertThat(child.genReqId()).isNotSameAs(counting);
          });
      assertThat(app.inject("/").body()).isEqualTo("child-req-1");
      assertThat(app.inject("/").body()).isEqualTo("child-req-2");
    }
  }

  @Test
  void factoriesOfLoggersBuildOnTheOneBeforeThem() {
    try (Fastjava app = Fastjava.create()) {
      ChildLoggerFactory before = app.childLoggerFactory();
      ChildLoggerFactory own =
          (logger, bindings, options, request) ->
              before.create(logger, Map.of("tenant", "a"), options, request);
      app.setChildLoggerFactory(own);
      app.get("/", (request, reply) -> request.log() != null);
      assertThat(app.childLoggerFactory()).isSameAs(own);
      assertThat(app.inject("/").body()).isEqualTo("true");
    }
  }

  @Test
  void formattersBuildOnTheOneBeforeThem() {
    try (Fastjava app = Fastjava.create()) {
      SchemaErrorFormatter before = app.schemaErrorFormatter();
      app.setSchemaErrorFormatter(
          (errors, part) ->
              new IllegalArgumentException("own: " + before.format(errors, part).getMessage()));
      app.post(
          "/",
          route -> route.schema(s -> s.body(Schemas.object().required("a"))),
          (request, reply) -> "ok");
      assertThat(app.inject().post("/", Map.of("b", 1)).body())
          .contains("own: body must have required property 'a'");
      assertThat(before.format(List.of(), HttpPart.BODY)).isNotNull();
    }
  }

  @Test
  void clientErrorHandlerIsToldTheKindOfFault() throws Exception {
    LinkedBlockingQueue<ClientFault> faults = new LinkedBlockingQueue<>();
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.clientErrorHandler(
                    (fault, error, connection) -> {
                      faults.add(fault);
                      connection.destroy();
                    }))) {
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      InetSocketAddress address = app.addresses().get(0);
      assertThat(faultOf(address, "no http\r\n\r\n", faults)).isEqualTo(ClientFault.MALFORMED);
      String large = "GET / HTTP/1.1\r\nhost: a\r\nx: " + "y".repeat(70_000) + "\r\n\r\n";
      assertThat(faultOf(address, large, faults)).isEqualTo(ClientFault.HEADER_OVERFLOW);
    }
  }

  private static ClientFault faultOf(
      InetSocketAddress address, String bytes, LinkedBlockingQueue<ClientFault> faults)
      throws Exception {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return faults.poll(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void keyOfAPrimitiveTypeTellsWhichDecoratorHasNoValue() {
    DecoratorKey<Integer> count = DecoratorKey.of("count", int.class);
    DecoratorKey<Integer> boxed = DecoratorKey.of("boxed", Integer.class);
    try (Fastjava app = Fastjava.create()) {
      app.decorate(count, null);
      app.decorateRequest(count);
      app.decorateRequest(boxed);
      app.decorateReply(count);
      app.get(
          "/",
          (request, reply) -> {
            assertThat(request.get(boxed)).isNull();
            for (Decorated each : List.of(app, request, reply)) {
              assertThatThrownBy(() -> each.get(count))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("'count' has no value");
              assertThatThrownBy(() -> each.require(count))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("'count' has no value");
            }
            request.set(count, 3);
            return request.get(count);
          });
      assertThat(app.inject("/").body()).isEqualTo("3");
    }
  }
}
