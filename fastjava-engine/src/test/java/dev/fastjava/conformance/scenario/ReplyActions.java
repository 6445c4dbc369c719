package dev.fastjava.conformance.scenario;

import dev.fastjava.Reply;
import dev.fastjava.Trailer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs the actions that are methods of the reply. */
final class ReplyActions {
  private final Interpreter interpreter;

  ReplyActions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  @Nullable CompletionStage<?> run(String key, @Nullable Object value, Frame frame) {
    Reply reply = frame.reply();
    switch (key) {
      case "code", "statusCode" -> reply.code(status(interpreter.values().resolve(value, frame)));
      case "status" -> reply.status(status(interpreter.values().resolve(value, frame)));
      case "header" -> header((List<?>) value, frame);
      case "headers" -> reply.headers(Spec.of(interpreter.values().resolve(value, frame)).map());
      case "removeHeader" -> reply.removeHeader((String) value);
      case "type" -> reply.type((String) value);
      case "send" -> send(value, frame);
      case "sendNothing" -> {
        ends(frame);
        reply.send();
      }
      case "sendError" -> {
        ends(frame);
        reply.send(Actions.error(value, frame));
      }
      case "returnSend" -> {
        send(value, frame);
        frame.result = reply;
        frame.hasResult = true;
        frame.stopped = true;
      }
      case "awaitReply" -> {
        return reply.completion();
      }
      case "redirect" -> redirect((List<?>) value, frame);
      case "callNotFound" -> {
        ends(frame);
        reply.callNotFound();
      }
      case "trailer" -> trailer(value, frame);
      case "removeTrailer" -> reply.removeTrailer((String) value);
      case "hijack" -> hijack(value, frame);
      case "rawHeader" -> {
        List<?> nameAndValue = (List<?>) value;
        reply.raw().setHeader((String) nameAndValue.get(0), nameAndValue.get(1));
      }
      case "serializer" ->
          reply.serializer(value == null ? null : NamedHelpers.serializer((String) value));
      case "earlyHints" -> {
        return reply.writeEarlyHints(Spec.of(value).map());
      }
      default -> throw new IllegalStateException("unknown action " + key);
    }
    return null;
  }

  private static void ends(Frame frame) {
    frame.settled = true;
    frame.sent = true;
  }

  private void send(@Nullable Object value, Frame frame) {
    ends(frame);
    Object payload = interpreter.values().resolve(value, frame);
    if (payload == Absent.VALUE) {
      frame.reply().send();
    } else {
      frame.reply().send(payload);
    }
  }

  /** Status codes are numbers in Java; a text of digits can be turned into one. */
  private static int status(@Nullable Object value) {
    if (value instanceof Integer code) {
      return code;
    }
    if (value instanceof String text && text.matches("-?\\d{1,9}")) {
      return Integer.parseInt(text);
    }
    throw new NotExpressible("a status code that is no whole number: " + Kinds.text(value));
  }

  private void header(List<?> nameAndValue, Frame frame) {
    Object name = interpreter.values().resolve(nameAndValue.get(0), frame);
    Object value = interpreter.values().resolveOrNull(nameAndValue.get(1), frame);
    if (!(name instanceof String text)) {
      throw new NotExpressible("a header name that is no text: " + Kinds.text(name));
    }
    frame.reply().header(text, value);
  }

  private static void redirect(List<?> urlAndCode, Frame frame) {
    ends(frame);
    String url = (String) urlAndCode.get(0);
    if (urlAndCode.size() > 1) {
      frame.reply().redirect(url, status(urlAndCode.get(1)));
    } else {
      frame.reply().redirect(url);
    }
  }

  private static void hijack(@Nullable Object value, Frame frame) {
    ends(frame);
    frame.reply().hijack();
    if (value != null) {
      Spec spec = Spec.of(value);
      frame.reply().raw().writeHead(spec.integer("status", 200), spec.object("headers").map());
      String body = spec.has("body") ? spec.text("body") : "";
      var unused = frame.reply().raw().end(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void trailer(@Nullable Object value, Frame frame) {
    Spec spec =
        value instanceof List<?> pair
            ? new Spec(Map.of("name", pair.get(0), "value", pair.get(1)))
            : Spec.of(value);
    if (spec.flag("notFunction")) {
      throw new NotExpressible("a trailer that is no function");
    }
    frame.reply().trailer(spec.text("name"), trailer(spec, frame));
  }

  private Trailer.Callback trailer(Spec spec, Frame frame) {
    return (reply, payload, done) -> {
      if (spec.has("fail") && spec.get("fail") != null) {
        ScenarioError failure = ScenarioError.of(spec.get("fail"));
        if ("async".equals(spec.get("style"))) {
          throw failure;
        }
        done.fail(failure);
        return;
      }
      Object result =
          interpreter.values().resolveOrNull(spec.get("value"), frame.within(reply, payload));
      if (spec.has("sleep")) {
        Timers.after(spec.integer("sleep", 0), () -> done.done(result));
      } else {
        done.done(result);
      }
    };
  }
}
