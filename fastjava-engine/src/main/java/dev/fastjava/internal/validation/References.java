package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Reference;
import dev.fastjava.internal.validation.check.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles {@code $ref}: a schema without references is compiled once more into the place that
 * refers to it, so that errors name the reference; others are units to be called.
 */
final class References {
  private static final Set<String> KEYWORDS =
      Set.of("$ref", "$recursiveRef", "$recursiveAnchor", "$dynamicRef", "$dynamicAnchor");

  private final SchemaCompiler compiler;
  private final KnownSchemas registry;

  References(SchemaCompiler compiler) {
    this.compiler = compiler;
    this.registry = compiler.registry();
  }

  Check compile(Place place) {
    String reference = (String) compiler.expect(place, "$ref", "string");
    SchemaUnit root = place.unit.root();
    if ((reference.equals("#") || reference.equals("#/")) && place.baseId.equals(root.baseId())) {
      return call(root);
    }
    SchemaUnit target = resolve(place, reference);
    boolean inline =
        target.schema() instanceof Boolean
            || (compiler.options().inlineRefs() && !hasReference(target.schema()));
    if (inline) {
      return compiler.compile(place.inlined(target.schema(), reference));
    }
    return call(registry.compiled(target));
  }

  /** Finds what a reference means. */
  SchemaUnit resolve(Place place, String reference) {
    SchemaUnit target = registry.resolve(place.unit.root(), place.baseId, reference);
    if (target == null) {
      throw compiler.fault(
          place, "can't resolve reference " + reference + " from id " + place.baseId);
    }
    return target;
  }

  private Check call(SchemaUnit unit) {
    boolean recursive = registry.isCompiling(unit);
    if (recursive || unit.counts()) {
      registry.markCounting();
    }
    boolean mutates =
        recursive ? compiler.settings().mutate() : Objects.requireNonNull(unit.check()).mutates();
    return new Reference(unit.target(), recursive, mutates);
  }

  private static boolean hasReference(@Nullable Object schema) {
    if (schema instanceof List<?> list) {
      return list.stream().anyMatch(References::hasReference);
    }
    if (schema instanceof Map<?, ?>) {
      for (Map.Entry<String, @Nullable Object> entry : Values.object(schema).entrySet()) {
        if (KEYWORDS.contains(entry.getKey()) || hasReference(entry.getValue())) {
          return true;
        }
      }
    }
    return false;
  }
}
