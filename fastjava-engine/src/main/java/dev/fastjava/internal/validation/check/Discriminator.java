package dev.fastjava.internal.validation.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code discriminator}: a property tells which schema of a {@code oneOf} holds. */
public final class Discriminator extends Check {
  private final String tag;
  private final Map<String, Check> schemas;
  private final Report report;
  private final boolean mutates;

  /**
   * Makes the check.
   *
   * @param schemas schemas by the value of the property
   */
  public Discriminator(String tag, Map<String, Check> schemas, Report report) {
    this.tag = tag;
    this.schemas = schemas;
    this.report = report;
    this.mutates = schemas.values().stream().anyMatch(Check::mutates);
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  private @Nullable Check schemaOf(@Nullable Object value) {
    return Values.object(value).get(tag) instanceof String text ? schemas.get(text) : null;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    Check schema = schemaOf(value);
    return schema != null && schema.fits(value, run);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Check schema = schemaOf(value);
    if (schema != null) {
      return schema.apply(value, run);
    }
    Map<String, @Nullable Object> object = Values.object(value);
    if (object.get(tag) instanceof String) {
      fail(object, "mapping", "value of tag \"" + tag + "\" must be in oneOf", run);
    } else {
      fail(object, "tag", "tag \"" + tag + "\" must be string", run);
    }
    return value;
  }

  @SuppressWarnings("NullAway") // the value of the tag may be null, and the error says so
  private void fail(Map<String, @Nullable Object> object, String error, String message, Run run) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("error", error);
    params.put("tag", tag);
    if (object.containsKey(tag)) {
      params.put("tagValue", object.get(tag));
    }
    report.fail(run, params, message);
  }
}
