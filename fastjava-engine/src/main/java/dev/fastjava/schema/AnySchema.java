package dev.fastjava.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema without keywords of one type: booleans, null, unions, references, combinations. */
public final class AnySchema extends FluentSchema<AnySchema> {
  AnySchema(Map<String, @Nullable Object> keywords, boolean required) {
    super(keywords, required);
  }

  @Override
  AnySchema with(Map<String, @Nullable Object> keywords, boolean required) {
    return new AnySchema(keywords, required);
  }
}
