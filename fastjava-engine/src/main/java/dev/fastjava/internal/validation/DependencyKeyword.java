package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.validation.check.AllOf;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.PropertyDependencies;
import dev.fastjava.internal.validation.check.SchemaDependencies;
import dev.fastjava.internal.validation.check.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles {@code dependencies}. */
final class DependencyKeyword {
  private final SchemaCompiler compiler;

  DependencyKeyword(SchemaCompiler compiler) {
    this.compiler = compiler;
  }

  @Nullable Check compile(Place place) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    List<String> triggers = new ArrayList<>();
    List<Check> schemas = new ArrayList<>();
    Values.object(compiler.expect(place, "dependencies", "object"))
        .forEach(
            (trigger, value) -> {
              if (value instanceof List<?> list) {
                if (!list.isEmpty()) {
                  names.put(trigger, list.stream().map(String::valueOf).toList());
                }
              } else if (value != null && !compiler.allowsAll(place, value)) {
                String path = "/dependencies/" + JsonPointers.escapeInFragment(trigger);
                triggers.add(trigger);
                schemas.add(compiler.compile(place.same(value, path, place.mode)));
              }
            });
    Check byName =
        names.isEmpty()
            ? null
            : new PropertyDependencies(names, compiler.report(place, "dependencies"));
    Check bySchema = schemas.isEmpty() ? null : new SchemaDependencies(triggers, schemas);
    if (byName == null) {
      return bySchema;
    }
    return bySchema == null ? byName : new AllOf(List.of(byName, bySchema));
  }
}
