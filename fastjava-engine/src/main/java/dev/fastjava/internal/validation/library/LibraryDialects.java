package dev.fastjava.internal.validation.library;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.Keyword;
import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.validation.format.Formats;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.ValidationOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The library's dialects with the formats of this project and the user's formats and keywords. */
final class LibraryDialects {
  private final ValidationOptions options;
  private final BoundedExpressions expressions;

  LibraryDialects(ValidationOptions options, BoundedExpressions expressions) {
    this.options = options;
    this.expressions = expressions;
  }

  List<Dialect> all() {
    return List.of(
        extended(Dialects.getDraft7()),
        extended(Dialects.getDraft201909()),
        extended(Dialects.getDraft202012()));
  }

  private Dialect extended(Dialect dialect) {
    Map<String, Format> formats = new LinkedHashMap<>();
    for (String name : Formats.NAMES) {
      formats.put(name, format(name));
    }
    options.formats().forEach((name, format) -> formats.put(name, own(name, format)));
    List<Keyword> keywords = new ArrayList<>();
    keywords.add(new UniqueItemsKeyword());
    options.keywords().forEach(keyword -> keywords.add(keyword(keyword)));
    return Dialect.builder(dialect).formats(formats.values()).keywords(keywords).build();
  }

  private static Format format(String name) {
    return new NamedFormat(name, value -> Formats.matches(name, value));
  }

  private Format own(String name, SchemaFormat format) {
    Predicate<String> text = format.textTest();
    Predicate<Number> number = format.numberTest();
    if (text == null && format.pattern() != null) {
      String flags = format.patternFlags() == null ? "" : format.patternFlags();
      Regex regex = Regex.compile(format.pattern(), flags, options.maxRegexSteps());
      text = value -> expressions.found(regex, value);
    }
    Predicate<String> ofText = text;
    return new NamedFormat(
        name,
        value -> {
          if (value instanceof String string) {
            return ofText == null || ofText.test(string);
          }
          return number == null || !(value instanceof Number numeric) || number.test(numeric);
        });
  }

  private static Keyword keyword(SchemaKeyword keyword) {
    return new OwnKeyword(keyword);
  }

  private record NamedFormat(String name, Predicate<@Nullable Object> test) implements Format {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
      return test.test(PlainNodes.plain(value));
    }
  }
}
