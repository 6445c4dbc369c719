package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyHook;
import dev.fastjava.Fastjava;
import dev.fastjava.PayloadHook;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Utf8Output;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** onSend hooks that need no text of the payload. */
class BodyHookTests {
  private final Fastjava app = Fastjava.create();
  private final List<@Nullable Object> payloads = new ArrayList<>();

  private final BodyHook looks =
      (request, reply, body) -> {
        payloads.add(body.payload());
        reply.header("x-size", body.size());
        return body;
      };

  @Test
  void bytesOfASerializedValueStayBytes() {
    app.onSend(looks);
    app.get("/", (request, reply) -> Map.of("a", "é"));
    InjectResponse response = app.inject("/");
    assertThat(response.body()).isEqualTo("{\"a\":\"é\"}");
    assertThat(response.headers().get("x-size")).isEqualTo("10");
    assertThat(payloads).hasSize(1).first().isInstanceOf(Utf8Output.class);
  }

  @Test
  void hookThatWantsATextGetsOneAndLeavesTheBytesWhenItReturnsIt() {
    List<@Nullable Object> texts = new ArrayList<>();
    PayloadHook text =
        (request, reply, payload) -> {
          texts.add(payload);
          return payload;
        };
    app.onSend(looks);
    app.onSend(text);
    app.onSend(looks);
    app.get("/", (request, reply) -> Map.of("a", 1));
    assertThat(app.inject("/").body()).isEqualTo("{\"a\":1}");
    assertThat(texts).containsExactly("{\"a\":1}");
    assertThat(payloads).hasSize(2);
    assertThat(payloads.get(1)).isSameAs(payloads.get(0)).isInstanceOf(Utf8Output.class);
  }

  @Test
  void textAndBytesOfTheBodyAreThereOnDemand() {
    AtomicReference<@Nullable ByteBuffer> bytes = new AtomicReference<>();
    AtomicReference<@Nullable String> text = new AtomicReference<>();
    app.onSend(
        (BodyHook)
            (request, reply, body) -> {
              bytes.set(body.bytes());
              text.set(body.text());
              return body.text() + "!";
            });
    app.get("/", (request, reply) -> List.of(1, 2));
    assertThat(app.inject("/").body()).isEqualTo("[1,2]!");
    assertThat(text).hasValue("[1,2]");
    assertThat(bytes.get()).isNotNull();
    assertThat(bytes.get().isReadOnly()).isTrue();
    assertThat(bytes.get().remaining()).isEqualTo(5);
  }

  @Test
  void sizeOfAStreamIsNotKnownAndThatOfNothingIsZero() {
    app.onSend(looks);
    app.get("/stream", (request, reply) -> new ByteArrayInputStream(new byte[3]));
    app.get("/nothing", (request, reply) -> reply.send());
    assertThat(app.inject("/stream").headers().get("x-size")).isEqualTo("-1");
    assertThat(app.inject("/nothing").headers().get("x-size")).isEqualTo("0");
  }

  @Test
  void headTellsTheLengthOfBytesThatNobodyMadeAText() {
    app.onSend(looks);
    app.get("/", (request, reply) -> Map.of("a", "é"));
    InjectResponse head = app.inject(r -> r.method("HEAD").url("/"));
    assertThat(head.headers().get("content-length")).isEqualTo("10");
    assertThat(head.body()).isEmpty();
    assertThat(payloads).hasSize(1).first().isInstanceOf(Utf8Output.class);
  }
}
