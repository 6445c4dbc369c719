package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.conformance.VectorCase;
import dev.fastjava.conformance.VectorFamily;
import dev.fastjava.conformance.VectorFile;
import dev.fastjava.conformance.VectorFile.Fields;
import dev.fastjava.conformance.VectorValues;
import dev.fastjava.conformance.VectorValues.Regex;
import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The outputs of fast-json-stringify. */
public final class SerializeVectors implements VectorFamily {
  @Override
  public String name() {
    return "serialize";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return file.cases()
        .map(
            fields ->
                new VectorCase(fields.id(), fields.group(), fields.tags(), () -> check(fields)));
  }

  private static void check(Fields fields) throws Exception {
    Fields expect = fields.expect();
    Serializer serializer;
    try {
      serializer = compile(fields);
    } catch (Exception e) {
      assertThat(expect.flag("buildError")).as("refuses to build: " + e).isTrue();
      assertMessage(e, expect);
      return;
    }
    assertThat(expect.flag("buildError")).as("builds").isFalse();
    Utf8Output out = new Utf8Output();
    try {
      serializer.serialize(defined(fields.get("value")), out);
    } catch (Exception e) {
      assertThat(expect.flag("error")).as("refuses to write: " + e).isTrue();
      assertMessage(e, expect);
      return;
    }
    assertThat(expect.flag("error")).as("writes " + out).isFalse();
    assertThat(out.toText()).isEqualTo(expect.text("output"));
  }

  private static Serializer compile(Fields fields) throws Exception {
    SerializationOptions options =
        SerializationOptions.from(present(fields.object("options").map()));
    return new CompiledSerializers(new CompiledValidators(), JsonMapper.shared())
        .build(present(fields.object("externalSchemas").map()), options)
        .compile(
            new ResponseSchema(
                Objects.requireNonNull(defined(fields.get("schema"))), "GET", "/", null, null));
  }

  private static Map<String, Object> present(Map<String, @Nullable Object> map) {
    Map<String, Object> present = new LinkedHashMap<>();
    map.forEach((name, value) -> present.put(name, Objects.requireNonNull(defined(value))));
    return present;
  }

  /** Without what is undefined, and with regular expressions as Java's. */
  private static @Nullable Object defined(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach(
          (name, member) -> {
            if (member != VectorValues.UNDEFINED) {
              copy.put((String) name, defined(member));
            }
          });
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(defined(item)));
      return copy;
    }
    return value instanceof Regex regex ? Pattern.compile(regex.source()) : value;
  }

  private static void assertMessage(Exception failure, Fields expect) {
    String message = expect.text("message");
    // Texts of the JavaScript engine count only as failures.
    if (!message.contains("Invalid regular expression")
        && !message.contains("Do not know how to serialize a BigInt")
        && !message.contains("Invalid time value")) {
      assertThat(
              String.valueOf(failure.getMessage())
                  .replaceAll("__fjs_merged_\\d+", "__fjs_merged_N"))
          .isEqualTo(message);
    }
  }
}
