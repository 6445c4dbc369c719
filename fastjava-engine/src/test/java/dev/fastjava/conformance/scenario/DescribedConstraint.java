package dev.fastjava.conformance.scenario;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ResultDone;
import dev.fastjava.http.RawRequest;
import org.jspecify.annotations.Nullable;

/** A constraint on the value of a header. */
final class DescribedConstraint implements ConstraintStrategy {
  private static final long DELAY_MILLIS = 1;

  private final String name;
  private final Spec spec;

  DescribedConstraint(String name, Spec spec) {
    this.name = name;
    this.spec = spec;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean mustMatchWhenDerived() {
    return spec.flag("mustMatchWhenDerived");
  }

  @Override
  public boolean isAsync() {
    return spec.flag("async");
  }

  @Override
  public @Nullable Object derive(RawRequest request) {
    return request.headers().get(spec.text("header"));
  }

  @Override
  public void deriveAsync(RawRequest request, ResultDone done) {
    Object value = derive(request);
    Timers.after(
        DELAY_MILLIS,
        () -> {
          if (value != null && value.equals(spec.get("failWhen"))) {
            done.fail(new IllegalArgumentException("constraint lookup failed"));
          } else {
            done.done(value);
          }
        });
  }
}
