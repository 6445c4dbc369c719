package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;

/** Names definitions by their types; a subtype has one with its tag and one without. */
final class DefinitionNames extends DefaultSchemaDefinitionNamingStrategy {
  @Override
  public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
    String name = super.getDefinitionNameForKey(key, context);
    return key.getIgnoredDefinitionProvider() instanceof Subtypes ? name + ".untagged" : name;
  }
}
