package dev.fastjava.internal.boot;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.schema.SchemaBucket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps shared schemas in the order they were added; each needs an identifier of its own. */
final class SharedSchemas implements SchemaBucket {
  private final Map<String, Object> schemas;

  SharedSchemas(Map<String, Object> parentSchemas) {
    schemas = new LinkedHashMap<>(parentSchemas);
  }

  @Override
  public void add(Map<String, Object> schema) {
    Object id = schema.get("$id");
    if (!(id instanceof String name) || name.isEmpty()) {
      throw ErrorCode.FST_ERR_SCH_MISSING_ID.error();
    }
    if (schemas.containsKey(name)) {
      throw ErrorCode.FST_ERR_SCH_ALREADY_PRESENT.error(name);
    }
    schemas.put(name, schema);
  }

  @Override
  @SuppressWarnings("unchecked") // only maps with text keys are added
  public @Nullable Map<String, Object> getSchema(String id) {
    return (Map<String, Object>) schemas.get(id);
  }

  @Override
  public Map<String, Object> getSchemas() {
    return new LinkedHashMap<>(schemas);
  }
}
