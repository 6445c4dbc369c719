package dev.fastjava.benchmarks.micro;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Time to find the route of a path, with few and with many routes, beside other routers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class RouterBenchmark {

  /** The router, see {@link PathLookup#of}. */
  @Param({"fastjava", "spring", "undertow"})
  public String router = "";

  /** How many routes there are. */
  @Param({"30", "1000"})
  public int routes;

  private PathLookup lookup = path -> null;
  private String fixed = "";
  private String one = "";
  private String three = "";
  private String wildcard = "";
  private String nothing = "";

  /** Makes the benchmark. */
  public RouterBenchmark() {}

  /** Fills the router, and checks that it finds what it should. */
  @Setup
  public void fill() {
    lookup = PathLookup.of(router, RoutePaths.of(routes));
    String resource = RoutePaths.requested(routes);
    fixed = "/api/v1/" + resource;
    one = fixed + "/12345678";
    three = fixed + "/12345678/items/abc-def/notes/99";
    wildcard = "/files/" + resource + "/2026/11/report.pdf";
    nothing = fixed + "/12345678/nothing";
    for (String path : new String[] {fixed, one, three, wildcard}) {
      if (lookup.find(path) == null) {
        throw new IllegalStateException("no route for " + path);
      }
    }
    if (lookup.find(nothing) != null) {
      throw new IllegalStateException("a route for " + nothing);
    }
  }

  /** A path without parameters. */
  @Benchmark
  public @Nullable Object fixedPath() {
    return lookup.find(fixed);
  }

  /** A path with one parameter. */
  @Benchmark
  public @Nullable Object oneParameter() {
    return lookup.find(one);
  }

  /** A path with three parameters. */
  @Benchmark
  public @Nullable Object threeParameters() {
    return lookup.find(three);
  }

  /** A path of which the rest is a parameter. */
  @Benchmark
  public @Nullable Object wildcard() {
    return lookup.find(wildcard);
  }

  /** A path that is nearly one of a route. */
  @Benchmark
  public @Nullable Object notFound() {
    return lookup.find(nothing);
  }
}
