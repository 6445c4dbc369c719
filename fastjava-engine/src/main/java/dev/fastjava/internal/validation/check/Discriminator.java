package dev.fastjava.internal.validation.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code discriminator}: a property tells which schema of a {@code oneOf} holds.
 *
 * @param schemas schemas by the value of the property
 */
public record Discriminator(String property, Map<String, Check> schemas, Report report)
    implements Check {
  @Override
  public boolean mutates() {
    return Check.anyMutates(schemas.values());
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    if (!(object.get(property) instanceof String text)) {
      return fail(object, "tag", "tag \"" + property + "\" must be string", run);
    }
    Check schema = schemas.get(text);
    return schema == null
        ? fail(object, "mapping", "value of tag \"" + property + "\" must be in oneOf", run)
        : schema.check(value, run);
  }

  @SuppressWarnings("NullAway") // the value of the tag may be null, and the error says so
  private Verdict fail(
      Map<String, @Nullable Object> object, String error, String message, Run run) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("error", error);
    params.put("tag", property);
    if (object.containsKey(property)) {
      params.put("tagValue", object.get(property));
    }
    return report.fail(run, params, message);
  }
}
