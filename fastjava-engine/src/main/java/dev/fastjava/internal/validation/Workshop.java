package dev.fastjava.internal.validation;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The shared schemas of a context, ready to be referred to, once for each way of coercion. Used
 * under its lock.
 */
final class Workshop extends ReentrantLock {
  private static final long serialVersionUID = 1;

  private final transient Map<String, Object> sharedSchemas;
  private final transient ValidationOptions options;
  private final transient MetaSchemas metaSchemas;
  private final transient Map<Coercion, KnownSchemas> registries = new EnumMap<>(Coercion.class);
  private final transient Map<Coercion, KnownSchemas> discriminating =
      new EnumMap<>(Coercion.class);

  Workshop(Map<String, Object> sharedSchemas, ValidationOptions options, MetaSchemas metaSchemas) {
    this.sharedSchemas = sharedSchemas;
    this.options = options;
    this.metaSchemas = metaSchemas;
  }

  /** Reads the shared schemas, in the way that parts without one of their own have. */
  void prepare() {
    registry(options.coercion(null), options, registries);
  }

  SchemaUnit compile(RequestSchema request, boolean once) {
    HttpPart part = request.httpPart();
    Object schema =
        part == HttpPart.HEADERS && request.schema() instanceof Map
            ? HeaderSchemas.lowerCase(request.schema())
            : request.schema();
    PartPlaces.check(schema, sharedSchemas);
    KnownSchemas registry = registry(schema, options.coercion(part));
    return once ? registry.compileOnce(schema) : registry.compile(schema);
  }

  /** Whether a schema came from a type with alternatives, which has a discriminator. */
  static boolean isDiscriminated(@Nullable Object schema) {
    if (schema instanceof Map<?, ?> keywords) {
      return (keywords.containsKey("discriminator")
              && keywords.get("$comment") instanceof String comment
              && comment.startsWith(DerivedNode.DISCRIMINATED))
          || keywords.values().stream().anyMatch(Workshop::isDiscriminated);
    }
    return schema instanceof List<?> list && list.stream().anyMatch(Workshop::isDiscriminated);
  }

  private KnownSchemas registry(Object schema, Coercion coercion) {
    return options.discriminator() || !isDiscriminated(schema)
        ? registry(coercion, options, registries)
        : registry(coercion, options.with(changes -> changes.discriminator(true)), discriminating);
  }

  private KnownSchemas registry(
      Coercion coercion, ValidationOptions own, Map<Coercion, KnownSchemas> known) {
    return known.computeIfAbsent(
        coercion,
        mode -> {
          KnownSchemas registry = new KnownSchemas(new Settings(own, mode, metaSchemas));
          metaSchemas.addTo(registry);
          sharedSchemas.forEach(
              (id, schema) -> {
                PartPlaces.check(schema, sharedSchemas);
                registry.add(schema, id);
              });
          return registry;
        });
  }
}
