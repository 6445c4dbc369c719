package dev.fastjava.conformance.scenario;

import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates values, in which objects with one special key stand for what JSON cannot hold. */
final class Values {
  private final Interpreter interpreter;

  Values(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Evaluates a value; the result is a new one, and {@link Absent#VALUE} when there is none. */
  @Nullable Object resolve(@Nullable Object value, Frame frame) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> resolved = new ArrayList<>();
      list.forEach(each -> resolved.add(presentOrNull(resolve(each, frame))));
      return resolved;
    }
    if (!Spec.isObject(value)) {
      return value;
    }
    Spec spec = Spec.of(value);
    if (spec.map().size() == 1) {
      String key = spec.map().keySet().iterator().next();
      if (key.startsWith("$")) {
        return special(key, spec.get(key), frame);
      }
    }
    Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
    spec.map()
        .forEach(
            (key, each) -> {
              Object item = resolve(each, frame);
              if (item != Absent.VALUE) {
                resolved.put(key, item);
              }
            });
    return resolved;
  }

  /** Evaluates a value where absence and null are the same. */
  @Nullable Object resolveOrNull(@Nullable Object value, Frame frame) {
    return presentOrNull(resolve(value, frame));
  }

  private static @Nullable Object presentOrNull(@Nullable Object value) {
    return value == Absent.VALUE ? null : value;
  }

  /** A deep copy of a plain value. */
  static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(copy(each)));
      return copy;
    }
    if (Spec.isObject(value)) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      Spec.of(value).map().forEach((key, each) -> copy.put(key, copy(each)));
      return copy;
    }
    return value;
  }

  private @Nullable Object special(String key, @Nullable Object value, Frame frame) {
    return switch (key) {
      case "$echo" -> Echo.value((String) value, frame);
      case "$concat" -> concat((List<?>) value, frame);
      case "$upper" -> Kinds.text(resolve(value, frame)).toUpperCase(Locale.ROOT);
      case "$json" -> Json.stringify(resolve(value, frame));
      case "$length" -> Kinds.length(resolve(value, frame));
      case "$repeat" -> repeat((List<?>) value);
      case "$buffer" -> Base64.getDecoder().decode((String) value);
      case "$stream" -> stream(value, frame);
      case "$error" -> ScenarioError.of(value);
      case "$date" -> Instant.parse((String) value);
      case "$nothing" -> Absent.VALUE;
      case "$cyclic" -> cyclic();
      case "$serialize" -> frame.reply().serialize(resolveOrNull(value, frame));
      case "$serializeInput" -> serializeInput((List<?>) value, frame);
      case "$compileSerialization" -> compileSerialization((List<?>) value, frame);
      case "$getSerialization" -> getSerialization((List<?>) value, frame);
      case "$validateInput" -> validateInput((List<?>) value, frame);
      case "$compileValidation" -> compileValidation((List<?>) value, frame);
      case "$getValidation" -> getValidation((List<?>) value, frame);
      default -> ordinary(key, value, frame);
    };
  }

  private Map<String, @Nullable Object> ordinary(String key, @Nullable Object value, Frame frame) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Object resolved = resolve(value, frame);
    if (resolved != Absent.VALUE) {
      map.put(key, resolved);
    }
    return map;
  }

  private String concat(List<?> parts, Frame frame) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(Kinds.text(resolve(part, frame))));
    return text.toString();
  }

  private static String repeat(List<?> textAndCount) {
    return ((String) textAndCount.get(0)).repeat(((Number) textAndCount.get(1)).intValue());
  }

  private static Map<String, @Nullable Object> cyclic() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", "cyclic");
    map.put("self", map);
    return map;
  }

  /** A stream in the form that fits the execution mode. */
  private Object stream(@Nullable Object spec, Frame frame) {
    ChunkStream stream = chunks(spec, frame);
    return interpreter.mayBlock() ? stream.blocking() : stream.publisher();
  }

  ChunkStream chunks(@Nullable Object spec, Frame frame) {
    List<?> chunks = spec instanceof List<?> list ? list : Spec.of(spec).list("chunks");
    List<String> texts = new ArrayList<>();
    chunks.forEach(chunk -> texts.add(Kinds.text(resolve(chunk, frame))));
    Object fail = Spec.isObject(spec) ? Spec.of(spec).get("fail") : null;
    Object closing = Spec.isObject(spec) ? Spec.of(spec).get("traceDestroy") : null;
    return new ChunkStream(
        texts,
        fail,
        () -> {
          if (closing != null) {
            interpreter.journal().trace(closing);
          }
        });
  }

  private static String serializeInput(List<?> arguments, Frame frame) {
    Object data = copy(arguments.get(0));
    Object how = arguments.get(1);
    if (Spec.isObject(how) || how instanceof Boolean) {
      return frame.reply().serializeInput(data, copy(how));
    }
    String status = Kinds.text(how);
    return arguments.size() > 2
        ? frame.reply().serializeForStatus(data, status, (String) arguments.get(2))
        : frame.reply().serializeForStatus(data, status);
  }

  private static String compileSerialization(List<?> schemaAndData, Frame frame) {
    return serialize(
        frame.reply().compileSerializationSchema(copy(schemaAndData.get(0))),
        copy(schemaAndData.get(1)));
  }

  private static @Nullable Object getSerialization(List<?> arguments, Frame frame) {
    Object key = arguments.get(0);
    Serializer serializer =
        Spec.isObject(key)
            ? frame.reply().getSerializationFunction(key)
            : arguments.size() > 2
                ? frame
                    .reply()
                    .getSerializationFunctionForStatus(Kinds.text(key), (String) arguments.get(1))
                : frame.reply().getSerializationFunctionForStatus(Kinds.text(key));
    return serializer == null
        ? null
        : serialize(serializer, copy(arguments.get(arguments.size() - 1)));
  }

  private static String serialize(Serializer serializer, @Nullable Object data) {
    Utf8Output out = new Utf8Output();
    try {
      serializer.serialize(data, out);
    } catch (Exception e) {
      throw Sneaky.rethrow(e);
    }
    return out.toText();
  }

  private static boolean validateInput(List<?> arguments, Frame frame) {
    Object data = copy(arguments.get(0));
    Object second = arguments.size() > 1 ? arguments.get(1) : null;
    if (second == null || second instanceof String) {
      HttpPart part = second == null ? null : part((String) second);
      return frame.request().validateInput(data, part).isValid();
    }
    HttpPart part = arguments.size() > 2 ? part((String) arguments.get(2)) : null;
    return part == null
        ? frame.request().validateInput(data, copy(second)).isValid()
        : frame.request().validateInput(data, copy(second), part).isValid();
  }

  private static Map<String, @Nullable Object> compileValidation(List<?> arguments, Frame frame) {
    return run(
        frame.request().compileValidationSchema(copy(arguments.get(0))), copy(arguments.get(1)));
  }

  private static @Nullable Object getValidation(List<?> arguments, Frame frame) {
    Object key = arguments.get(0);
    Validator validator =
        key instanceof String part
            ? frame.request().getValidationFunction(part(part))
            : frame.request().getValidationFunction(key);
    return validator == null ? null : run(validator, copy(arguments.get(1)));
  }

  private static Map<String, @Nullable Object> run(Validator validator, @Nullable Object data) {
    ValidationResult result;
    try {
      result = validator.validate(data);
    } catch (Exception e) {
      throw Sneaky.rethrow(e);
    }
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("valid", result.isValid());
    view.put("errors", result.isValid() ? null : ErrorViews.violations(result.errors()));
    return view;
  }

  static HttpPart part(String label) {
    for (HttpPart part : HttpPart.values()) {
      if (part.label().equals(label)) {
        return part;
      }
    }
    throw new NotExpressible("a part of requests called " + label);
  }
}
