package dev.fastjava.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.option.HttpOptions;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that come in another segment than the head: the lifecycle gets small ones whole. */
class SmallBodyTests implements RequestDispatcher {
  private final List<Exchange> dispatched = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();

  SmallBodyTests() {
    channel.freezeTime();
    ServerSettings settings = new ServerSettings(HttpOptions.defaults(), this);
    LoopState loop = new LoopState(channel.eventLoop(), settings);
    Http1Connection connection =
        new Http1Connection(channel, false, settings, loop, new ConnectionClock(channel, settings));
    channel.pipeline().addLast(connection.decoder(), connection);
  }

  @AfterEach
  void release() {
    channel.finishAndReleaseAll();
  }

  @Override
  public void dispatch(Exchange exchange) {
    dispatched.add(exchange);
  }

  @Override
  public void clientError(ClientFault fault, Throwable cause, ClientConnection connection) {
    throw new AssertionError(cause);
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private static String head(String fields) {
    return "POST / HTTP/1.1\r\nhost: x\r\n" + fields + "\r\n";
  }

  @Test
  void smallBodyInTheNextSegmentIsWaitedFor() {
    send(head("content-length: 4\r\n"));
    assertThat(dispatched).isEmpty();
    send("bo");
    assertThat(dispatched).isEmpty();
    send("dy");
    assertThat(dispatched).hasSize(1);
    assertThat(dispatched.get(0).bodyIsArriving()).isFalse();
  }

  @Test
  void smallBodyThatDoesNotComeIsNotWaitedForLong() {
    send(head("content-length: 4\r\n"));
    channel.advanceTimeBy(1, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertThat(dispatched).hasSize(1);
    assertThat(dispatched.get(0).bodyIsArriving()).isTrue();
    send("body");
    assertThat(dispatched).hasSize(1);
  }

  @Test
  void clientThatGoesAwayMeanwhileHasMadeItsRequest() {
    send(head("content-length: 4\r\n"));
    var unused = channel.close();
    assertThat(dispatched).hasSize(1);
    assertThat(dispatched.get(0).isOpen()).isFalse();
  }

  @Test
  void longBodyIsNotWaitedFor() {
    send(head("content-length: 1000000\r\n"));
    assertThat(dispatched).hasSize(1);
  }

  @Test
  void bodyOfNoAnnouncedLengthIsNotWaitedFor() {
    send(head("transfer-encoding: chunked\r\n"));
    assertThat(dispatched).hasSize(1);
  }

  @Test
  void clientThatWaitsForPermissionIsNotWaitedFor() {
    send(head("content-length: 4\r\nexpect: 100-continue\r\n"));
    assertThat(dispatched).hasSize(1);
  }
}
