package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.CustomCheck;
import dev.fastjava.internal.validation.check.Macro;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SchemaKeyword;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles keywords of the user's own. */
final class CustomKeywords {
  private final SchemaCompiler compiler;

  CustomKeywords(SchemaCompiler compiler) {
    this.compiler = compiler;
  }

  Check compile(Place place, String name) {
    SchemaKeyword keyword = compiler.settings().vocabulary().custom(name);
    for (String other : keyword.dependencies()) {
      if (!place.keywords().containsKey(other)) {
        throw compiler.fault(
            place,
            "parent schema must have dependencies of "
                + name
                + ": "
                + String.join(",", keyword.dependencies()));
      }
    }
    if (!keyword.schemaTypes().isEmpty()) {
      compiler.expect(place, name, keyword.schemaTypes().toArray(new String[0]));
    }
    Object value = place.keywords().get(name);
    if (keyword.metaSchema() != null) {
      compiler.checkValue(place, name, keyword.metaSchema(), value);
    }
    try {
      return compile(place, keyword, value);
    } catch (SchemaBuildException e) {
      throw e;
    } catch (Exception e) {
      SchemaBuildException fault =
          compiler.fault(place, "keyword \"" + name + "\" failed to compile: " + e.getMessage());
      fault.initCause(e);
      throw fault;
    }
  }

  private Check compile(Place place, SchemaKeyword keyword, @Nullable Object value)
      throws Exception {
    SchemaKeyword.Macro macro = keyword.macro();
    SchemaKeyword.Compiler check = keyword.compiler();
    if (macro != null) {
      Object schema = macro.expand(value, parent(place));
      compiler.settings().validateSchema(schema, compiler.registry());
      Check inner =
          compiler.compile(place.same(schema, '/' + keyword.name(), place.mode.inComposite()));
      return new Macro(inner, custom(place, keyword, any -> false, value));
    }
    if (check == null) {
      throw new IllegalStateException("an annotation is no rule");
    }
    return custom(place, keyword, check.compile(value, parent(place)), value);
  }

  private CustomCheck custom(
      Place place, SchemaKeyword keyword, SchemaKeyword.Check check, @Nullable Object value) {
    return new CustomCheck(keyword, check, value, compiler.report(place, keyword.name()));
  }

  /** The schema around the keyword, as the user's code sees it. */
  @SuppressWarnings("unchecked") // schemas are JSON objects
  private static Map<String, Object> parent(Place place) {
    return Collections.unmodifiableMap((Map<String, Object>) place.schema);
  }
}
