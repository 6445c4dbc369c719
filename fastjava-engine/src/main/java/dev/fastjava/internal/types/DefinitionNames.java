package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import java.util.Map;

/**
 * Names definitions by their types. Types of the same name are numbered, and so is a subtype that
 * has one definition with its tag and one without.
 */
final class DefinitionNames extends DefaultSchemaDefinitionNamingStrategy {
  @Override
  public void adjustDuplicateNames(
      Map<DefinitionKey, String> names, SchemaGenerationContext context) {
    int number = 0;
    for (Map.Entry<DefinitionKey, String> each : names.entrySet()) {
      number++;
      each.setValue(each.getValue() + '-' + number);
    }
  }
}
