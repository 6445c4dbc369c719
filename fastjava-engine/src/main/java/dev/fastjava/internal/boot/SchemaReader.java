package dev.fastjava.internal.boot;

import dev.fastjava.internal.json.InvalidJsonException;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.types.Direction;
import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.schema.SchemaBuildException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns schemas as users have them into plain values: builders, maps, booleans, JSON text, Jackson
 * nodes, Java types, and maps that hold any of these.
 */
final class SchemaReader {
  /** From here on Jackson tells places, which it does not know. */
  private static final String PLACE = " (start marker at";

  private final JsonReader json = new JsonReader();
  private final TypeSchemas types;

  /** Shared schemas as users gave them, by what was read. */
  private final Map<Object, Object> sources;

  /** Makes a reader. */
  SchemaReader(TypeSchemas types) {
    this(types, Collections.synchronizedMap(new IdentityHashMap<>()));
  }

  private SchemaReader(TypeSchemas types, Map<Object, Object> sources) {
    this.types = types;
    this.sources = sources;
  }

  /** Returns a reader of the same schemas whose types are described by another mapper. */
  SchemaReader with(JsonMapper mapper) {
    return new SchemaReader(types.like(mapper), sources);
  }

  /**
   * Reads a schema that is shared: its use is not known, and more than one mapper may describe it.
   *
   * @throws SchemaBuildException when it is none
   */
  Object readShared(Object schema) {
    Object read = read(schema);
    sources.put(read, schema);
    return read;
  }

  /** Returns shared schemas as this reader reads them; one that nobody read before as it is. */
  Map<String, Object> again(Map<String, Object> shared, Direction direction) {
    Map<String, Object> all = new LinkedHashMap<>();
    shared.forEach(
        (id, schema) -> {
          Object source = sources.get(schema);
          all.put(id, source == null ? schema : read(source, direction));
        });
    return all;
  }

  /**
   * Reads one schema.
   *
   * @throws SchemaBuildException when it is none
   */
  Object read(Object schema) {
    return read(schema, Direction.BOTH);
  }

  /**
   * Reads one schema whose use is known.
   *
   * @throws SchemaBuildException when it is none
   */
  Object read(Object schema, Direction direction) {
    try {
      Object read =
          schema instanceof String text ? json.read(text) : types.resolve(schema, direction);
      if (read == null) {
        throw new SchemaBuildException("a schema must not be null", "#");
      }
      return read;
    } catch (InvalidJsonException e) {
      String problem = String.valueOf(e.getMessage());
      int place = problem.indexOf(PLACE);
      throw new SchemaBuildException(
          "the text of the schema is not JSON: "
              + (place < 0 ? problem : problem.substring(0, place)),
          "#");
    } catch (StackOverflowError e) {
      throw new SchemaBuildException("the schema contains itself, or is nested too deeply", "#");
    } catch (SchemaBuildException | IllegalArgumentException e) {
      throw e; // tells what is wrong with a type or a builder
    } catch (RuntimeException e) {
      throw new SchemaBuildException("the schema cannot be read: " + e, "#");
    }
  }
}
