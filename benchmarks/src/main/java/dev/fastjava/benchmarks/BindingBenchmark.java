package dev.fastjava.benchmarks;

import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.JsonBodyReader;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.types.Direction;
import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** From the bytes of an order to a record, with the schema of the record in between. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class BindingBenchmark {
  /** The body of the order endpoint. */
  public record NewOrder(
      long customerId,
      String email,
      String currency,
      String priority,
      Address shipping,
      List<Item> items,
      String note,
      boolean gift) {}

  /** Where an order is sent to. */
  public record Address(String street, String city, String zip, String country) {}

  /** A line of an order. */
  public record Item(String sku, int qty, double price) {}

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ObjectReader jackson = mapper.readerFor(NewOrder.class);
  private final JsonBinder binder = new JsonBinder(mapper, null);
  private final JsonBodyReader reader =
      new JsonBodyReader(new JsonReader(mapper), Poisoning.ERROR, Poisoning.ERROR);
  private byte[] order = {};
  private @Nullable TokenValidator schema;

  /** Makes the benchmark. */
  public BindingBenchmark() {}

  /** Compiles, and makes sure that all ways lead to the same order. */
  @Setup
  public void compile() throws Exception {
    try (InputStream in = BindingBenchmark.class.getResourceAsStream("order.json")) {
      // As clients send it, without white space.
      Object tree = mapper.readValue(Objects.requireNonNull(in), Object.class);
      order = mapper.writeValueAsBytes(tree);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    schema =
        (TokenValidator)
            ValidatorFactory.standard()
                .build(Map.of(), ValidationOptions.defaults())
                .compile(
                    new RequestSchema(
                        new TypeSchemas(mapper).of(NewOrder.class, Direction.READ),
                        "POST",
                        "/orders",
                        HttpPart.BODY));
    Object expected = jackson();
    for (Object each : List.of(direct(), tree(), unseen())) {
      if (!each.equals(expected)) {
        throw new IllegalStateException("another order: " + each);
      }
    }
  }

  private TokenValidator schema() {
    return Objects.requireNonNull(schema);
  }

  /** By tokens, as a route with the schema of the type does. */
  @Benchmark
  public Object direct() {
    ReadBody body = (ReadBody) Objects.requireNonNull(reader.readToBind(order, true));
    JsonTape tape = Objects.requireNonNull(body.tokens());
    if (!schema().fits(tape)) {
      throw new IllegalStateException("judges wrongly");
    }
    return binder.bind(HttpPart.BODY, body, NewOrder.class);
  }

  /** By plain values, as where somebody has looked at them or a value had to be converted. */
  @Benchmark
  public Object tree() {
    Object tree = ((ReadBody) Objects.requireNonNull(reader.readToBind(order, false))).handOut();
    if (!schema().leaves(tree)) {
      throw new IllegalStateException("judges wrongly");
    }
    return binder.bind(HttpPart.BODY, tree, NewOrder.class);
  }

  /** By plain values that nobody has looked at but a schema written by hand. */
  @Benchmark
  public Object unseen() {
    ReadBody body = (ReadBody) Objects.requireNonNull(reader.readToBind(order, false));
    if (!schema().leaves(body.values())) {
      throw new IllegalStateException("judges wrongly");
    }
    return binder.bind(HttpPart.BODY, body, NewOrder.class);
  }

  /** Jackson alone, with no schema. */
  @Benchmark
  public Object jackson() {
    return jackson.readValue(order);
  }
}
