package dev.fastjava.internal.validation.library;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Dialect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The meta-schema of a dialect, compiled once for all. Thread-safe. */
final class MetaSchema {
  private static final Map<Dialect, MetaSchema> ALL = new EnumMap<>(Dialect.class);

  private final Schema schema;
  private final LibraryErrors errors;

  private MetaSchema(Dialect dialect) {
    SpecificationVersion version =
        switch (dialect) {
          case DRAFT_07 -> SpecificationVersion.DRAFT_7;
          case DRAFT_2019_09 -> SpecificationVersion.DRAFT_2019_09;
          case DRAFT_2020_12 -> SpecificationVersion.DRAFT_2020_12;
        };
    SchemaRegistryConfig config = SchemaRegistryConfig.builder().failFast(true).build();
    schema =
        SchemaRegistry.withDefaultDialect(
                version, registry -> registry.schemaRegistryConfig(config))
            .getSchema(SchemaLocation.of(SchemaDialects.id(dialect)));
    schema.initializeValidators();
    errors =
        new LibraryErrors(
            Map.of(), Map.of(), SchemaDialects.id(dialect), ValidationOptions.defaults());
  }

  static MetaSchema of(Dialect dialect) {
    synchronized (ALL) {
      return ALL.computeIfAbsent(dialect, MetaSchema::new);
    }
  }

  /** The first fault of a schema, or none. */
  List<ValidationError> errors(Object value) {
    return errors.of(schema.validate(PlainNodes.node(value)), value);
  }
}
