package dev.fastjava.internal.inject;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.conformance.VectorCase;
import dev.fastjava.conformance.VectorFamily;
import dev.fastjava.conformance.VectorFile;
import dev.fastjava.conformance.VectorFile.Fields;
import dev.fastjava.conformance.VectorValues;
import dev.fastjava.http.ReasonPhrases;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectRequest.Cookie;
import dev.fastjava.inject.InjectRequest.Simulation;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.Utf8Output;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Replays which request is made from what a test asks for, and what it gets as response. */
public final class InjectVectors implements VectorFamily {
  private static final String BOUNDARY =
      "----formdata-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /** Headers that come from the connection. */
  private static final List<String> OF_CONNECTION =
      List.of("date", "connection", "transfer-encoding");

  @Override
  public String name() {
    return "inject";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return file.cases()
        .map(each -> new VectorCase(each.id(), each.group(), tags(each), () -> check(each)));
  }

  /** Adds the reasons for which a case cannot be written in Java. */
  private static List<String> tags(Fields recorded) {
    List<String> tags = new ArrayList<>(recorded.tags());
    if (recorded.get("options") instanceof Map<?, ?> && !isTyped(recorded.object("options"))) {
      tags.add("untyped-options");
    }
    String phrase = recorded.object("response").textOrNull("statusMessage");
    if (phrase != null && !phrase.equals(ReasonPhrases.of(status(recorded.object("response"))))) {
      tags.add("reason-phrase");
    }
    return tags;
  }

  /** Whether the builder of requests has methods that take these options. */
  private static boolean isTyped(Fields options) {
    boolean twoUrls = options.has("url") && options.has("path");
    Object url = options.has("url") ? options.get("url") : options.get("path");
    boolean readableUrl = isAbsentOr(String.class, url) || Fields.of(url).has("pathname");
    return !twoUrls
        && readableUrl
        && isAbsentOr(String.class, options.get("method"))
        && isAbsentOr(String.class, options.get("authority"))
        && isAbsentOr(String.class, options.get("remoteAddress"))
        && isAbsentOr(Map.class, options.get("headers"))
        && isAbsentOr(Boolean.class, options.get("validate"))
        && (isAbsentOr(String.class, options.get("query")) || options.get("query") instanceof Map)
        && (isAbsentOr(Map.class, options.get("cookies"))
            || options.get("cookies") instanceof List);
  }

  private static boolean isAbsentOr(Class<?> type, @Nullable Object value) {
    return value == null || type.isInstance(value);
  }

  private static void check(Fields recorded) {
    Server server = new Server(recorded.object("response"));
    InjectSender sender =
        new InjectSender(
            () -> CompletableFuture.completedFuture(null),
            server,
            InjectVectors::json,
            new JsonMapper());
    InjectRequest request = request(recorded.get("options"));
    if (recorded.expect().has("error")) {
      assertThatThrownBy(() -> sender.send(request))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(recorded.expect().object("error").text("message"));
      return;
    }
    InjectResponse response = sender.send(request);
    VectorValues.assertSame(recorded.expect().get("request"), server.seen);
    VectorValues.assertSame(
        withoutConnection(recorded.expect().object("response").map()), described(response));
  }

  private static byte[] json(Object value) {
    Utf8Output out = new Utf8Output();
    new JsonWriter().serialize(value, out);
    return out.toByteArray();
  }

  private static InjectRequest request(@Nullable Object options) {
    if (options instanceof String url) {
      return new InjectRequest().url(url);
    }
    Fields fields = Fields.of(options);
    InjectRequest request = new InjectRequest();
    setUrl(fields.has("url") ? fields.get("url") : fields.get("path"), request);
    if (fields.get("query") instanceof String query) {
      request.query(query);
    } else {
      request.query(fields.object("query").map());
    }
    if (fields.has("method")) {
      request.method(fields.text("method"));
    }
    setHeaders(fields.object("headers").map(), request);
    setCookies(fields.get("cookies"), request);
    if (fields.has("authority")) {
      request.authority(fields.text("authority"));
    }
    if (fields.has("remoteAddress")) {
      request.remoteAddress(fields.text("remoteAddress"));
    }
    request.validate(!Boolean.FALSE.equals(fields.get("validate")));
    if (fields.object("simulate").flag("split")) {
      request.simulate(Simulation.SPLIT);
    }
    setPayload(fields.has("payload") ? fields.object("payload") : fields.object("body"), request);
    return request;
  }

  private static void setUrl(@Nullable Object url, InjectRequest request) {
    if (url instanceof String text) {
      request.url(text);
    } else if (url != null) {
      Fields parts = Fields.of(url);
      String protocol = parts.has("protocol") ? parts.text("protocol").replace(":", "") : "http";
      String host = parts.has("hostname") ? parts.text("hostname") : "localhost";
      String port = parts.has("port") ? ":" + parts.get("port") : "";
      request.url(protocol + "://" + host + port + parts.text("pathname"));
      if (parts.has("query")) {
        request.query(parts.object("query").map());
      }
    }
  }

  private static void setHeaders(Map<String, @Nullable Object> headers, InjectRequest request) {
    headers.forEach(
        (name, value) -> {
          if (value == VectorValues.UNDEFINED) {
            request.withoutHeader(name);
          } else {
            request.header(name, value == null ? "null" : value);
          }
        });
  }

  private static void setCookies(@Nullable Object cookies, InjectRequest request) {
    if (cookies == null) {
      return;
    }
    request.cookies(Map.of());
    if (cookies instanceof List<?> list) {
      list.forEach(each -> request.cookie(cookie("", Fields.of(each))));
      return;
    }
    Fields.of(cookies)
        .map()
        .forEach(
            (name, value) ->
                request.cookie(
                    value instanceof Map<?, ?>
                        ? cookie(name, Fields.of(value))
                        : new Cookie(name, String.valueOf(value), null)));
  }

  private static Cookie cookie(String key, Fields cookie) {
    String name = cookie.textOrNull("name");
    return new Cookie(name == null ? key : name, cookie.text("value"), cookie.textOrNull("path"));
  }

  private static void setPayload(Fields payload, InjectRequest request) {
    Object json = payload.get("json");
    if (json != null) {
      request.payload(json);
    } else if (payload.has("text")) {
      request.payload(payload.text("text"));
    } else if (payload.has("base64")) {
      request.payload(Base64.getDecoder().decode(payload.text("base64")));
    } else if (payload.has("stream")) {
      byte[] bytes = String.join("", payload.texts("stream")).getBytes(StandardCharsets.UTF_8);
      request.payload(new ByteArrayInputStream(bytes));
    } else if (payload.has("formData")) {
      request.multipart();
      payload.objects("formData").forEach(part -> addPart(part, request));
    }
  }

  private static void addPart(Fields part, InjectRequest request) {
    if (part.has("filename")) {
      byte[] content = part.text("content").getBytes(StandardCharsets.UTF_8);
      request.file(part.text("name"), part.text("filename"), part.textOrNull("type"), content);
    } else {
      request.field(part.text("name"), part.text("value"));
    }
  }

  private static Map<String, @Nullable Object> described(InjectResponse response) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("statusCode", response.statusCode());
    all.put("statusMessage", response.statusMessage());
    all.put("headers", response.headers().asMap());
    all.put("payload", response.body());
    all.put("rawPayloadBase64", Base64.getEncoder().encodeToString(response.bodyBytes()));
    List<Object> cookies = new ArrayList<>();
    for (InjectResponse.Cookie cookie : response.cookies()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", cookie.name());
      fields.put("value", cookie.value());
      fields.putAll(cookie.attributes());
      cookies.add(fields);
    }
    all.put("cookies", cookies);
    all.put("trailers", response.trailers());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    try {
      Object value = response.json();
      json.put("value", value instanceof BigInteger whole ? whole.doubleValue() : value);
      json.put("ok", true);
    } catch (IllegalStateException e) {
      json.put("ok", false);
    }
    all.put("json", json);
    return withoutConnection(all);
  }

  private static Map<String, @Nullable Object> withoutConnection(
      Map<String, @Nullable Object> response) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(response);
    Map<String, @Nullable Object> headers =
        new LinkedHashMap<>(Fields.of(response.get("headers")).map());
    headers.keySet().removeAll(OF_CONNECTION);
    copy.put("headers", headers);
    return copy;
  }

  private static int status(Fields response) {
    return response.get("statusCode") instanceof Number number ? number.intValue() : 200;
  }

  /** Notes the request once its body is there, and answers what was recorded. */
  private static final class Server extends RecordingDispatcher {
    private final Fields response;
    @Nullable Map<String, @Nullable Object> seen;

    Server(Fields response) {
      this.response = response;
    }

    @Override
    void handle(Exchange exchange) {
      collect(exchange, body -> note(exchange, body));
    }

    private void note(Exchange exchange, byte[] body) {
      Map<String, @Nullable Object> request = new LinkedHashMap<>();
      request.put("method", exchange.method());
      request.put("url", exchange.url());
      request.put("httpVersion", exchange.httpVersion());
      Map<String, Object> headers = exchange.headers().asMap();
      headers.replaceAll(
          (name, value) -> value instanceof String text ? hideBoundary(text) : value);
      request.put("headers", headers);
      request.put(
          "rawHeaders", exchange.rawHeaders().stream().map(InjectVectors::hideBoundary).toList());
      request.put("remoteAddress", exchange.remoteAddress());
      String text = new String(body, StandardCharsets.UTF_8);
      boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body);
      request.put(
          "body",
          isText
              ? Map.of("text", hideBoundary(text))
              : Map.of("base64", Base64.getEncoder().encodeToString(body)));
      seen = request;
      answer(exchange);
    }

    private void answer(Exchange exchange) {
      ResponseHeaders headers = new ResponseHeaders();
      response
          .object("headers")
          .map()
          .forEach(
              (name, value) ->
                  headers.set(
                      name.toLowerCase(Locale.ROOT),
                      value instanceof List<?> list
                          ? list.stream().map(String::valueOf).toList()
                          : String.valueOf(value)));
      ResponseStream stream = exchange.startStream(status(response), headers);
      for (Fields chunk : response.objects("chunks")) {
        byte[] bytes =
            chunk.has("text")
                ? chunk.text("text").getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(chunk.text("base64"));
        stream.write(ByteBuffer.wrap(bytes));
      }
      Map<String, String> trailers = new LinkedHashMap<>();
      response.object("trailers").map().forEach((name, value) -> trailers.put(name, "" + value));
      stream.end(trailers);
    }
  }

  private static String hideBoundary(String text) {
    return text.replaceAll(BOUNDARY, "----formdata-BOUNDARY");
  }
}
