package dev.fastjava.benchmarks;

import java.util.Map;
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

/** Time to check a parsed document against a schema, beside other libraries and checks by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class ValidationBenchmark {

  /** What checks, see {@link SchemaLibrary#of}; {@code hand} is the floor: checks by hand. */
  @Param({"fastjava", "hand", "networknt", "harrel", "vertx"})
  public String library = "";

  private SchemaLibrary order = SchemaLibrary.byHand(body -> false);
  private SchemaLibrary orderAllErrors = order;
  private SchemaLibrary batch = order;
  private SchemaLibrary shapes = order;
  private Object validOrder = Map.of();
  private Object faultyOrder = Map.of();
  private Object manyOrderLines = Map.of();
  private Object nestedShapes = Map.of();

  /** Makes the benchmark. */
  public ValidationBenchmark() {}

  /** Compiles the schemas, and checks that all libraries judge alike. */
  @Setup
  public void compile() {
    if (library.equals("hand")) {
      order = SchemaLibrary.byHand(HandwrittenOrderCheck::isValid);
      orderAllErrors = order;
      batch = SchemaLibrary.byHand(HandwrittenDocumentChecks::isBatch);
      shapes = SchemaLibrary.byHand(HandwrittenDocumentChecks::isShape);
    } else {
      Object schema = ValidationDocuments.read("order.schema.json");
      order = SchemaLibrary.of(library, schema, false);
      orderAllErrors = SchemaLibrary.of(library, schema, true);
      batch = SchemaLibrary.of(library, ValidationDocuments.batchSchema(), false);
      shapes = SchemaLibrary.of(library, ValidationDocuments.shapesSchema(), false);
    }
    validOrder = order.prepare(ValidationDocuments.read("order.json"));
    faultyOrder = order.prepare(ValidationDocuments.faultyOrder());
    manyOrderLines = batch.prepare(ValidationDocuments.batch(1_000));
    nestedShapes = shapes.prepare(ValidationDocuments.shapes());
    expect(order.isValid(validOrder), true);
    expect(order.isValid(faultyOrder), false);
    expect(orderAllErrors.isValid(faultyOrder), false);
    expect(batch.isValid(manyOrderLines), true);
    expect(batch.isValid(batch.prepare(ValidationDocuments.faultyBatch())), false);
    expect(shapes.isValid(nestedShapes), true);
    expect(shapes.isValid(shapes.prepare(ValidationDocuments.faultyShapes())), false);
  }

  private void expect(boolean valid, boolean expected) {
    if (valid != expected) {
      throw new IllegalStateException(library + " judges wrongly");
    }
  }

  /** A valid order. */
  @Benchmark
  public boolean orderValid() {
    return order.isValid(validOrder);
  }

  /** An order with three errors, of which the first ends the check. */
  @Benchmark
  public boolean orderFirstError() {
    return order.isValid(faultyOrder);
  }

  /** An order with three errors, all reported. */
  @Benchmark
  public boolean orderAllErrors() {
    return orderAllErrors.isValid(faultyOrder);
  }

  /** A valid array of 1,000 objects. */
  @Benchmark
  public boolean arrayOfThousand() {
    return batch.isValid(manyOrderLines);
  }

  /** A valid document of four levels of {@code oneOf} with eight alternatives each. */
  @Benchmark
  public boolean deepOneOf() {
    return shapes.isValid(nestedShapes);
  }
}
