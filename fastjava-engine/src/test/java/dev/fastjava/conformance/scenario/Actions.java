package dev.fastjava.conformance.scenario;

import dev.fastjava.BodyStream;
import dev.fastjava.Done;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs actions, except those on the reply, which {@link ReplyActions} knows. */
final class Actions {
  private final Interpreter interpreter;
  private final ReplyActions replies;

  Actions(Interpreter interpreter) {
    this.interpreter = interpreter;
    this.replies = new ReplyActions(interpreter);
  }

  /**
   * Runs one action.
   *
   * @return completes when an action that takes time is done; null for all others
   */
  @Nullable CompletionStage<?> run(Object action, Frame frame) {
    Map.Entry<String, @Nullable Object> only = Spec.of(action).map().entrySet().iterator().next();
    String key = only.getKey();
    Object value = only.getValue();
    switch (key) {
      case "trace" -> interpreter.journal().trace(value);
      case "traceEcho" -> traceEcho((List<?>) value, frame);
      case "if" -> choose((List<?>) value, 2, isEqual((List<?>) value, frame), frame);
      case "ifError" -> choose((List<?>) value, 1, hasCode((List<?>) value, frame), frame);
      case "steps" -> interpreter.steps().run(frame.instance(), (List<?>) value, frame.options);
      case "later" -> later(Spec.of(value), frame);
      case "sleep" -> {
        return interpreter.journal().sleep(((Number) value).longValue());
      }
      case "never" -> {
        frame.settled = true;
        return new CompletableFuture<Void>();
      }
      case "readAll" -> {
        return readAll(frame);
      }
      case "return" -> result(interpreter.values().resolve(value, frame), frame);
      case "returnNothing" -> frame.stopped = true;
      case "returnReply" -> result(frame.reply(), frame);
      case "throw" -> throw Sneaky.rethrow(error(value, frame));
      case "done" -> {
        frame.settled = true;
        callback(frame).done();
      }
      case "doneError" -> {
        frame.settled = true;
        frame.stopped = true;
        callback(frame).fail(error(value, frame));
      }
      case "setBody" -> frame.request().setBody(interpreter.values().resolveOrNull(value, frame));
      case "setQuery" -> frame.request().setQuery(map(value, frame));
      case "setParams" -> frame.request().setParams(map(value, frame));
      case "setHeaders" -> frame.request().setHeaders(map(value, frame));
      case "set", "setDecorator" -> frame.request().setDecorator(name(value), second(value, frame));
      case "setReply" -> frame.reply().setDecorator(name(value), second(value, frame));
      case "setDecoratorOnInstance" ->
          frame.instance().setDecorator(name(value), second(value, frame));
      case "push" -> push(name(value), second(value, frame), frame);
      case "replacePayload" -> payload(interpreter.values().resolve(value, frame), frame);
      case "appendPayload" -> payload(Kinds.text(frame.payload) + value, frame);
      case "wrapPayload" -> payload(wrapped((String) value, frame), frame);
      case "payloadFromText" -> replaceBody(value, frame);
      case "result" -> frame.parsed = interpreter.values().resolve(value, frame);
      case "log" ->
          interpreter
              .logs()
              .write(
                  frame.request != null ? frame.request.log() : frame.instance().log(),
                  (List<?>) value,
                  frame);
      case "replyLog" -> interpreter.logs().write(frame.reply().log(), (List<?>) value, frame);
      case "serverLog" -> interpreter.logs().write(frame.instance().log(), (List<?>) value, frame);
      case "childLog" -> childLog((List<?>) value, frame);
      case "routeSet" -> routeSet((List<?>) value, frame);
      case "routeAddHook" -> routeAddHook((List<?>) value, frame);
      default -> {
        return replies.run(key, value, frame);
      }
    }
    return null;
  }

  /** The described error, or the one the function received. */
  static Throwable error(@Nullable Object spec, Frame frame) {
    return "same".equals(spec) && frame.error != null ? frame.error : ScenarioError.of(spec);
  }

  private static Done callback(Frame frame) {
    if (frame.done == null) {
      throw new IllegalStateException("this function has no callback");
    }
    return frame.done;
  }

  private void traceEcho(List<?> labelAndValue, Frame frame) {
    Object value =
        labelAndValue.get(1) instanceof String expression
            ? Echo.value(expression, frame)
            : interpreter.values().resolve(labelAndValue.get(1), frame);
    interpreter.journal().trace(labelAndValue.get(0) + "=" + Json.stringify(value));
  }

  private static boolean isEqual(List<?> arguments, Frame frame) {
    Object value = Echo.value((String) arguments.get(0), frame);
    return Json.stringify(value).equals(Json.stringify(arguments.get(1)));
  }

  private static boolean hasCode(List<?> arguments, Frame frame) {
    return frame.error != null && arguments.get(0).equals(ErrorViews.property(frame.error, "code"));
  }

  private void choose(List<?> arguments, int first, boolean condition, Frame frame) {
    int index = condition ? first : first + 1;
    if (index < arguments.size()) {
      for (Object action : (List<?>) arguments.get(index)) {
        if (frame.stopped) {
          break;
        }
        var unused = run(action, frame);
      }
    }
  }

  private void later(Spec spec, Frame frame) {
    frame.settled = true;
    Journal journal = interpreter.journal();
    journal.begin();
    Timers.after(
        spec.integer("ms", 5),
        () -> {
          try {
            for (Object action : spec.list("do")) {
              var unused = run(action, frame);
            }
          } catch (Throwable e) {
            journal.problem("later: " + e);
          } finally {
            journal.end();
          }
        });
  }

  private static void result(@Nullable Object value, Frame frame) {
    frame.result = value;
    frame.hasResult = true;
    frame.stopped = true;
  }

  private static void payload(@Nullable Object payload, Frame frame) {
    frame.payload = payload;
    frame.payloadChanged = true;
  }

  private static Map<String, @Nullable Object> wrapped(String key, Frame frame) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(key, frame.payload);
    return map;
  }

  @SuppressWarnings("NullAway") // values of requests may be null
  private Map<String, Object> map(@Nullable Object value, Frame frame) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.putAll(Spec.of(interpreter.values().resolve(value, frame)).map());
    return map;
  }

  private static String name(@Nullable Object pair) {
    return (String) ((List<?>) pair).get(0);
  }

  private @Nullable Object second(@Nullable Object pair, Frame frame) {
    return interpreter.values().resolveOrNull(((List<?>) pair).get(1), frame);
  }

  @SuppressWarnings("unchecked") // lists in decorators were made by the interpreter
  private static void push(String name, @Nullable Object value, Frame frame) {
    ((Collection<@Nullable Object>) frame.request().getDecorator(name)).add(value);
  }

  /** Drops the body that arrives and puts another in its place. */
  private static void replaceBody(@Nullable Object value, Frame frame) {
    Spec spec = Spec.isObject(value) ? Spec.of(value) : new Spec(Map.of("text", value));
    BodyStream original = (BodyStream) frame.payload;
    drain(original);
    InputStream replacement =
        spec.has("fail")
            ? new ChunkStream(List.of(), spec.get("fail"), () -> {}).blocking()
            : new ByteArrayInputStream(spec.text("text").getBytes(StandardCharsets.UTF_8));
    int encoded = spec.integer("receivedEncodedLength", 0);
    payload(
        encoded > 0 ? BodyStream.of(replacement, () -> encoded) : BodyStream.of(replacement),
        frame);
  }

  private static void drain(BodyStream body) {
    try {
      var unused = ChunkStream.collect(body);
    } catch (UnsupportedOperationException e) {
      // An input stream that an earlier step has put there: nothing has to arrive.
    }
  }

  private static CompletionStage<?> readAll(Frame frame) {
    CompletableFuture<byte[]> bytes;
    if (frame.payload instanceof BodyStream body) {
      bytes = bytesOf(body);
    } else {
      throw new IllegalStateException("not a raw body: " + frame.payload);
    }
    return bytes.thenAccept(all -> frame.payload = new String(all, StandardCharsets.UTF_8));
  }

  private static CompletableFuture<byte[]> bytesOf(BodyStream body) {
    try {
      return ChunkStream.collect(body);
    } catch (UnsupportedOperationException e) {
      return CompletableFuture.supplyAsync(
          () -> {
            try (InputStream in = body.inputStream()) {
              return in.readAllBytes();
            } catch (IOException failure) {
              throw Sneaky.rethrow(failure);
            }
          });
    }
  }

  private void childLog(List<?> bindingsAndLine, Frame frame) {
    interpreter
        .logs()
        .write(
            frame.request().log().child(Spec.of(bindingsAndLine.get(0)).map()),
            (List<?>) bindingsAndLine.get(1),
            frame);
  }

  private void routeSet(List<?> keyAndValue, Frame frame) {
    interpreter
        .routes()
        .replace(
            Objects.requireNonNull(frame.route),
            (String) keyAndValue.get(0),
            interpreter.values().resolve(keyAndValue.get(1), frame));
  }

  private void routeAddHook(List<?> nameAndFunctions, Frame frame) {
    interpreter
        .routes()
        .addHooks(
            Objects.requireNonNull(frame.route),
            (String) nameAndFunctions.get(0),
            nameAndFunctions.get(1));
  }
}
