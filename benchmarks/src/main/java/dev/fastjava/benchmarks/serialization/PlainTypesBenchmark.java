package dev.fastjava.benchmarks.serialization;

import dev.fastjava.internal.serialization.CompiledSerializers;
import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain records and beans through compiled schemas, and nothing else: what must not become slower.
 * Runs on the engine of other commits, too: see {@code benchmarks/old-new.sh}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PlainTypesBenchmark {
  private final Object record = Payload.USER_RECORD.value();
  private final Object map = Payload.USER_MAP.value();
  private final Object bean = UserBean.of((User) record);
  private final Object track = Payload.TRACK.value();
  private final Object tree =
      JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsBytes(record), Object.class);
  private final Utf8Output output = new Utf8Output(1 << 10, 1 << 20);
  private Serializer user = (any, out) -> {};
  private Serializer numbers = user;
  private Serializer open = user;
  private Validator validator = any -> ValidationResult.valid();

  /** Makes the benchmark. */
  public PlainTypesBenchmark() {}

  /** Compiles. */
  @Setup
  public void compile() throws Exception {
    user = serializer(Payload.USER_RECORD.schema());
    numbers = serializer(Payload.TRACK.schema());
    open = serializer(new LinkedHashMap<String, Object>());
    // By interfaces, whose methods are the same in all commits.
    ValidatorFactory validators = new CompiledValidators();
    validator =
        validators
            .build(new LinkedHashMap<>(), ValidationOptions.defaults())
            .compile(new RequestSchema(Payload.USER_RECORD.schema(), "POST", "/", HttpPart.BODY));
    int size = write(user, record);
    for (int other : List.of(write(user, bean), write(user, map), write(open, record))) {
      if (other != size) {
        throw new IllegalStateException("writes something else");
      }
    }
    if (!validator.validate(tree).isValid()) {
      throw new IllegalStateException("judges wrongly");
    }
  }

  private static Serializer serializer(Object schema) throws Exception {
    SerializerFactory serializers =
        new CompiledSerializers(new CompiledValidators(), JsonMapper.builder().build());
    return serializers
        .build(new LinkedHashMap<>(), SerializationOptions.defaults())
        .compile(new ResponseSchema(schema, "GET", "/", "200", null));
  }

  private int write(Serializer serializer, Object value) throws Exception {
    output.reset();
    serializer.serialize(value, output);
    return output.size();
  }

  /** A record. */
  @Benchmark
  public int replyRecord() throws Exception {
    return write(user, record);
  }

  /** A bean. */
  @Benchmark
  public int replyBean() throws Exception {
    return write(user, bean);
  }

  /** A map. */
  @Benchmark
  public int replyMap() throws Exception {
    return write(user, map);
  }

  /** A record of numbers. */
  @Benchmark
  public int replyNumbers() throws Exception {
    return write(numbers, track);
  }

  /** A record where the schema says nothing. */
  @Benchmark
  public int replyOpenRecord() throws Exception {
    return write(open, record);
  }

  /** A bean where the schema says nothing. */
  @Benchmark
  public int replyOpenBean() throws Exception {
    return write(open, bean);
  }

  /** A map where the schema says nothing. */
  @Benchmark
  public int replyOpenMap() throws Exception {
    return write(open, map);
  }

  /** Validation. */
  @Benchmark
  public boolean validate() throws Exception {
    return validator.validate(tree).isValid();
  }
}
