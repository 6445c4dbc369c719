package dev.fastjava.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Seeds;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrictRequestDecoderTests {
  private static final int RANDOM_REQUESTS = 1_500;

  /** What is longer is not decoded byte by byte, but in this many pieces. */
  private static final int MOST_PIECES = 500;

  private static final int MAX_HEADER_SIZE = 16_384;
  private static final String ODD = "\r\n\t \0:;,=\"\\/*#?@[]%0129afAFx\u007f\u00e9";

  @Test
  void verdictDoesNotDependOnHowBytesArrive() throws Exception {
    List<Http1Case> all = new ArrayList<>(Http1Case.read("refused.txt"));
    all.addAll(Http1Case.read("accepted.txt"));
    assertThat(all).hasSizeGreaterThan(600);
    for (Http1Case request : all) {
      byte[] bytes = request.bytes();
      int step = Math.max(1, bytes.length / MOST_PIECES);
      int[] everywhere = new int[bytes.length / step];
      Arrays.setAll(everywhere, i -> i * step);
      assertThat(decode(bytes, everywhere)).as(request.toString()).isEqualTo(decode(bytes));
    }
  }

  @Test
  void verdictOnRandomRequestsDoesNotDependOnWhereTheyAreSplit() throws Exception {
    long seed = Seeds.of(112);
    Random random = Seeds.random(112);
    List<Http1Case> known = new ArrayList<>(Http1Case.read("refused.txt"));
    known.addAll(Http1Case.read("accepted.txt"));
    known.removeIf(request -> request.bytes().length > 2_000);
    for (int i = 0; i < RANDOM_REQUESTS; i++) {
      byte[] bytes = randomRequests(known, random);
      int[] cuts = random.ints(1 + random.nextInt(12), 0, bytes.length).sorted().toArray();
      assertThat(decode(bytes, cuts))
          .as(
              "seed %d, request %d, cuts %s: %s",
              seed, i, Arrays.toString(cuts), new String(bytes, StandardCharsets.ISO_8859_1))
          .isEqualTo(decode(bytes));
    }
  }

  @Test
  void whatTheConnectionCannotTakeStaysAsBytes() {
    boolean[] free = {true};
    StrictRequestDecoder decoder = new StrictRequestDecoder(MAX_HEADER_SIZE, () -> free[0]);
    EmbeddedChannel channel = new EmbeddedChannel(decoder);
    String request = "GET / HTTP/1.0\r\n\r\n";
    free[0] = false;
    channel.writeInbound(Unpooled.copiedBuffer(request.repeat(1_000), StandardCharsets.US_ASCII));
    assertThat(channel.inboundMessages()).isEmpty();
    assertThat(decoder.holdsRequest()).isTrue();
    assertThat(decoder.heldBytes()).isEqualTo(request.length() * 1_000);
    assertThat(decoder.hasPartOfRequest()).isTrue();
    free[0] = true;
    decoder.resume();
    assertThat(channel.inboundMessages()).hasSize(2_000);
    assertThat(decoder.heldBytes()).isZero();
    channel.finishAndReleaseAll();
  }

  /** One to three requests, with bytes changed, left out and put in here and there. */
  private static byte[] randomRequests(List<Http1Case> known, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      byte[] bytes = known.get(random.nextInt(known.size())).bytes();
      text.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length());
      char odd = ODD.charAt(random.nextInt(ODD.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, odd);
        case 1 -> text.insert(at, odd);
        default -> text.deleteCharAt(at);
      }
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What comes of bytes that arrive cut into pieces: requests, bodies, and perhaps a failure. */
  private static String decode(byte[] bytes, int... cuts) {
    EmbeddedChannel channel =
        new EmbeddedChannel(new StrictRequestDecoder(MAX_HEADER_SIZE, () -> true));
    int from = 0;
    for (int cut : cuts) {
      write(channel, bytes, from, cut);
      from = cut;
    }
    write(channel, bytes, from, bytes.length);
    StringBuilder seen = new StringBuilder();
    boolean failed = false;
    for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
      if (!failed) {
        failed = describe(next, seen);
      }
      ReferenceCountUtil.release(next);
    }
    channel.finishAndReleaseAll();
    return seen.toString();
  }

  private static void write(EmbeddedChannel channel, byte[] bytes, int from, int to) {
    if (to > from) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, from, to - from));
    }
  }

  /** Adds an object to the description; true when it is the failure that ends everything. */
  private static boolean describe(Object object, StringBuilder seen) {
    if (object instanceof ByteBuf) {
      return false;
    }
    if (((HttpObject) object).decoderResult().isFailure()) {
      Throwable cause = ((HttpObject) object).decoderResult().cause();
      seen.append(cause instanceof OversizedRequestException ? "[too large]" : "[malformed]");
      return true;
    }
    if (object instanceof HttpRequest request) {
      seen.append(request.method()).append(' ').append(request.uri());
      seen.append(request.protocolVersion()).append(request.headers().entries());
    }
    if (object instanceof HttpContent content) {
      seen.append(content.content().toString(StandardCharsets.ISO_8859_1));
    }
    if (object instanceof LastHttpContent) {
      seen.append("[end]");
    }
    return false;
  }
}
