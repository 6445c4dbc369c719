package dev.fastjava.benchmarks;

import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/** Validates the body of the order endpoint. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ValidationBenchmark {
  private final Object schema = read("order.schema.json");
  private final Map<String, @Nullable Object> order = object(read("order.json"));
  private final Map<String, @Nullable Object> faulty = faulty();
  private final Validator validator = compile(ValidationOptions.defaults());
  private final Validator exhaustive = compile(ValidationOptions.builder().allErrors(true).build());

  private static Object read(String resource) {
    return new JsonMapper()
        .readValue(ValidationBenchmark.class.getResourceAsStream(resource), Object.class);
  }

  @SuppressWarnings("unchecked") // the resource is a JSON object
  private static Map<String, @Nullable Object> object(Object value) {
    return (Map<String, @Nullable Object>) value;
  }

  private static Map<String, @Nullable Object> faulty() {
    Map<String, @Nullable Object> order = object(read("order.json"));
    order.put("customerId", 0);
    order.put("currency", "XXX");
    order.put("items", new ArrayList<>());
    return order;
  }

  private Validator compile(ValidationOptions options) {
    try {
      return new CompiledValidators()
          .build(new LinkedHashMap<>(), options)
          .compile(new RequestSchema(schema, "POST", "/orders", HttpPart.BODY));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The compiled validator, a valid body. */
  @Benchmark
  public ValidationResult compiledValid() throws Exception {
    return validator.validate(order);
  }

  /** The compiled validator, the first of three errors. */
  @Benchmark
  public ValidationResult compiledFirstError() throws Exception {
    return validator.validate(faulty);
  }

  /** The compiled validator, three errors. */
  @Benchmark
  public ValidationResult compiledAllErrors() throws Exception {
    return exhaustive.validate(faulty);
  }

  /** Checks written by hand, a valid body. */
  @Benchmark
  public boolean byHandValid() {
    return HandwrittenOrderCheck.isValid(order);
  }
}
