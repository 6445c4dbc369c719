package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.schema.ValidationError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds value and schema to errors, as Ajv's option {@code verbose} does. */
public final class ErrorDetails {
  private final Object schema;
  private final Map<String, Object> sharedSchemas;

  /** Makes it for the errors of a schema. */
  public ErrorDetails(Object schema, Map<String, Object> sharedSchemas) {
    this.schema = schema;
    this.sharedSchemas = sharedSchemas;
  }

  /**
   * Adds the details.
   *
   * @param root the whole document
   */
  public List<ValidationError> addTo(List<ValidationError> errors, @Nullable Object root) {
    return errors.stream().map(error -> addTo(error, root)).toList();
  }

  private ValidationError addTo(ValidationError error, @Nullable Object root) {
    String path = error.schemaPath();
    int hash = path.indexOf('#');
    String document = hash < 0 ? path : path.substring(0, hash);
    int last = path.lastIndexOf('/');
    Object whole = document.isEmpty() ? schema : sharedSchemas.get(document);
    Object parent = last <= hash ? whole : find(whole, path.substring(hash + 1, last));
    Object keyword = parent instanceof Map<?, ?> map ? map.get(error.keyword()) : parent;
    return error.withDetails(find(root, error.instancePath()), keyword, parent);
  }

  private static @Nullable Object find(@Nullable Object start, String pointer) {
    Object found = JsonPointers.find(start, JsonPointers.steps(pointer));
    return found == JsonPointers.MISSING ? null : found;
  }
}
