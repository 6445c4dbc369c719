package dev.fastjava.schema;

import dev.fastjava.mark.ForImplementation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the shared schemas of one encapsulation context are kept. Used at boot, by one thread at a
 * time; the schemas are read later, too, when a handler asks for them.
 *
 * <p>Reference: Server, {@code schemaController.bucket}.
 */
@ForImplementation
public interface SchemaBucket {
  /**
   * Stores a schema that the user adds. Refuse it by throwing.
   *
   * @param schema the schema
   */
  void add(Map<String, Object> schema);

  /**
   * Finds a schema.
   *
   * @param id its {@code $id}
   * @return the schema; null when there is none
   */
  @Nullable Map<String, Object> getSchema(String id);

  /**
   * Returns all schemas that the schemas of routes may refer to.
   *
   * @return schemas by {@code $id}
   */
  Map<String, Object> getSchemas();

  /** Makes the bucket of a context, when the context is made. */
  @FunctionalInterface
  interface Factory {
    /**
     * Makes a bucket.
     *
     * @param parentSchemas the schemas of the parent; empty at the root. The bucket has to return
     *     them too
     * @return a bucket
     */
    SchemaBucket create(Map<String, Object> parentSchemas);
  }
}
