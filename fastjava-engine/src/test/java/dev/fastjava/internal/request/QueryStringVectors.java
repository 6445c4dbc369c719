package dev.fastjava.internal.request;

import dev.fastjava.conformance.VectorCase;
import dev.fastjava.conformance.VectorFamily;
import dev.fastjava.conformance.VectorFile;
import dev.fastjava.conformance.VectorValues;
import java.util.stream.Stream;

/** Replays the recorded query strings. */
public final class QueryStringVectors implements VectorFamily {

  @Override
  public String name() {
    return "querystring";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return file.cases()
        .map(
            each ->
                new VectorCase(
                    each.id(),
                    each.group(),
                    each.tags(),
                    () ->
                        VectorValues.assertSame(
                            each.get("expect"), QueryStringParser.parse(each.text("input"), 0))));
  }
}
