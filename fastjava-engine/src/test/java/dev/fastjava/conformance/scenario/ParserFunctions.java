package dev.fastjava.conformance.scenario;

import dev.fastjava.BodyParser;
import dev.fastjava.Fastjava;
import dev.fastjava.Request;
import dev.fastjava.ResultDone;
import dev.fastjava.option.Poisoning;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes body parsers. */
final class ParserFunctions {
  private final Interpreter interpreter;

  ParserFunctions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Makes the parser of an {@code addContentTypeParser} step. */
  BodyParser parser(Spec step, Fastjava instance) {
    BodyParser parser = withoutLimit(step, instance);
    if (!step.has("bodyLimit")) {
      return parser;
    }
    if (step.get("bodyLimit") instanceof Integer limit) {
      return parser.bodyLimit(limit);
    }
    throw new NotExpressible("a body limit that is no whole number of bytes");
  }

  private BodyParser withoutLimit(Spec step, Fastjava instance) {
    if (!Spec.isObject(step.get("fn"))) {
      throw new NotExpressible("a parser that is no function");
    }
    Spec function = step.object("fn");
    if ("json".equals(function.get("default"))) {
      return instance.defaultJsonParser(
          poisoning(function.get("onProtoPoisoning")),
          poisoning(function.get("onConstructorPoisoning")));
    }
    if ("text".equals(function.get("default"))) {
      return instance.defaultTextParser();
    }
    return FunctionRunner.isAsync(function)
            && !interpreter.runner().mustNotBlock(function)
            && FunctionRunner.has(function, "result")
        ? plain(function, step.get("parseAs"), instance)
        : callback(function, step.get("parseAs"), instance);
  }

  static Poisoning poisoning(@Nullable Object value) {
    return value == null
        ? Poisoning.ERROR
        : Poisoning.valueOf(String.valueOf(value).toUpperCase(Locale.ROOT));
  }

  private BodyParser plain(Spec function, @Nullable Object parseAs, Fastjava instance) {
    return switch (String.valueOf(parseAs)) {
      case "null" -> BodyParser.stream((request, body) -> parse(function, instance, request, body));
      case "string" -> BodyParser.text((request, body) -> parse(function, instance, request, body));
      case "buffer" ->
          BodyParser.bytes((request, body) -> parse(function, instance, request, body));
      default -> throw new NotExpressible("a body parsed as " + parseAs);
    };
  }

  private BodyParser callback(Spec function, @Nullable Object parseAs, Fastjava instance) {
    return switch (String.valueOf(parseAs)) {
      case "null" ->
          BodyParser.stream(
              (request, body, done) -> parse(function, instance, request, body, done));
      case "string" ->
          BodyParser.text((request, body, done) -> parse(function, instance, request, body, done));
      case "buffer" ->
          BodyParser.bytes((request, body, done) -> parse(function, instance, request, body, done));
      default -> throw new NotExpressible("a body parsed as " + parseAs);
    };
  }

  private @Nullable Object parse(Spec function, Fastjava instance, Request request, Object body) {
    Frame frame = new Frame().self(instance).on(request, null).payload(body);
    interpreter.runner().runBlocking(function, frame);
    return frame.parsed == Absent.VALUE ? null : frame.parsed;
  }

  private void parse(
      Spec function, Fastjava instance, Request request, Object body, ResultDone done) {
    Frame frame = new Frame().self(instance).on(request, null).payload(body).callback(done);
    interpreter
        .runner()
        .runCallback(
            function,
            frame,
            () -> {
              if (frame.settled) {
                return;
              }
              if (frame.parsed == Absent.VALUE) {
                done.done();
              } else {
                done.done(frame.parsed);
              }
            });
  }
}
