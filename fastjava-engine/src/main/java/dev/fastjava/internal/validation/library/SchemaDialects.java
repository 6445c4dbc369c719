package dev.fastjava.internal.validation.library;

import dev.fastjava.schema.ValidationOptions.Dialect;
import java.util.Map;

/** Tells the dialect of a schema by its {@code $schema}. */
final class SchemaDialects {
  private static final String BASE = "https://json-schema.org/draft/";

  private SchemaDialects() {}

  /**
   * The dialect of a schema.
   *
   * @param usual that of schemas which name none
   */
  static Dialect of(Object schema, Dialect usual) {
    if (!(schema instanceof Map<?, ?> keywords)
        || !(keywords.get("$schema") instanceof String id)) {
      return usual;
    }
    for (Dialect dialect : Dialect.values()) {
      if (dialect != Dialect.DRAFT_07 && id(dialect).equals(withoutFragment(id))) {
        return dialect;
      }
    }
    // Others are unknown to the compiler of draft-07 too, and it says so as the reference does.
    return Dialect.DRAFT_07;
  }

  /** The identifier of a dialect's meta-schema. */
  static String id(Dialect dialect) {
    return switch (dialect) {
      case DRAFT_07 -> "http://json-schema.org/draft-07/schema#";
      case DRAFT_2019_09 -> BASE + "2019-09/schema";
      case DRAFT_2020_12 -> BASE + "2020-12/schema";
    };
  }

  private static String withoutFragment(String id) {
    return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
  }
}
