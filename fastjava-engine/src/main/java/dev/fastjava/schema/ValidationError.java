package dev.fastjava.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One violation of a schema, in the form Ajv reports it.
 *
 * <p>Reference: Validation-and-Serialization, Error Handling.
 *
 * @param instancePath JSON pointer to the faulty value; empty for the root
 * @param schemaPath URI fragment that points to the keyword in the schema
 * @param keyword the violated keyword
 * @param params details by keyword, such as {@code limit} or {@code missingProperty}
 * @param message what is wrong, without the path; null when messages are switched off
 */
public record ValidationError(
    String instancePath,
    String schemaPath,
    String keyword,
    Map<String, Object> params,
    @Nullable String message) {}
