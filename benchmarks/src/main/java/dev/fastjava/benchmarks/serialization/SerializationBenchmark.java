package dev.fastjava.benchmarks.serialization;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONWriter;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import dev.fastjava.internal.serialization.CompiledSerializers;
import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the same object as JSON in UTF-8. Every library keeps its working buffer, and returns a
 * new array with the bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SerializationBenchmark {
  /** What is written. */
  @Param public Payload payload = Payload.USER_RECORD;

  private Object value = "";
  private Serializer compiled = (any, out) -> {};
  private final Utf8Output output = new Utf8Output(1 << 10, 1 << 20);
  private int size;

  private final JsonMapper jackson = JsonMapper.shared();
  private final DslJson<Object> dsl = new DslJson<>(Settings.withRuntime().includeServiceLoader());
  private final JsonWriter dslWriter = dsl.newWriter(1 << 10);
  private static final Jsonb JSONB = Jsonb.builder().build();
  private JsonType<Object> avaje = JSONB.type(Object.class);

  /** Compiles, and makes sure that all write the same. */
  @Setup
  public void compile() throws Exception {
    value = payload.value();
    compiled =
        new CompiledSerializers(new CompiledValidators(), jackson)
            .build(new LinkedHashMap<>(), SerializationOptions.defaults())
            .compile(new ResponseSchema(payload.schema(), "GET", "/", "200", null));
    avaje = avajeType(value);
    byte[] expected = compiled();
    size = expected.length;
    JsonNode tree = jackson.readTree(expected);
    for (byte[] other : List.of(byHand(), jackson(), fastjson2(), dslJson(), avajeJsonb())) {
      if (!tree.equals(SerializationBenchmark::compare, jackson.readTree(other))) {
        throw new IllegalStateException("writes something else: " + new String(other, UTF_8));
      }
    }
  }

  /** Compares values; 42.0 is 42. */
  private static int compare(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return Double.compare(left.doubleValue(), right.doubleValue());
    }
    return left.equals(right) ? 0 : 1;
  }

  @SuppressWarnings("unchecked") // the type is that of the value
  private static JsonType<Object> avajeType(Object value) {
    Object type =
        value instanceof List
            ? JSONB.type(User.class).list()
            : JSONB.type(value instanceof Record ? value.getClass() : Object.class);
    return (JsonType<Object>) type;
  }

  /** The compiled schema. */
  @Benchmark
  public byte[] compiled() throws Exception {
    output.reset();
    compiled.serialize(value, output);
    return output.toByteArray();
  }

  /** The compiled schema into an output of the expected size, as a reply is written. */
  @Benchmark
  public Utf8Output compiledReply() throws Exception {
    Utf8Output out = new Utf8Output(size + (size >> 3), Integer.MAX_VALUE);
    compiled.serialize(value, out);
    return out;
  }

  /** Code as a generator would write it, for the user record; the compiled schema for the rest. */
  @Benchmark
  public byte[] byHand() throws Exception {
    output.reset();
    if (value instanceof User user) {
      HandwrittenUser.write(user, output);
    } else {
      compiled.serialize(value, output);
    }
    return output.toByteArray();
  }

  /** Jackson 3. */
  @Benchmark
  public byte[] jackson() {
    return jackson.writeValueAsBytes(value);
  }

  /** fastjson2, which generates a class for each type. */
  @Benchmark
  public byte[] fastjson2() {
    return JSON.toJSONBytes(value, JSONWriter.Feature.WriteNonStringKeyAsString);
  }

  /** dsl-json with code generated at compile time. */
  @Benchmark
  public byte[] dslJson() throws IOException {
    dslWriter.reset();
    dsl.serialize(dslWriter, value);
    return dslWriter.toByteArray();
  }

  /** avaje-jsonb with code generated at compile time. */
  @Benchmark
  public byte[] avajeJsonb() {
    return avaje.toJsonBytes(value);
  }
}
