package dev.fastjava.internal.boot;

import dev.fastjava.internal.json.InvalidJsonException;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.types.Direction;
import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.schema.SchemaBuildException;
import java.util.Map;

/**
 * Turns schemas as users have them into plain values: builders, maps, booleans, JSON text, Jackson
 * nodes, Java types, and maps that hold any of these.
 */
final class SchemaReader {
  /** From here on Jackson tells places, which it does not know. */
  private static final String PLACE = " (start marker at";

  private final JsonReader json = new JsonReader();
  private final TypeSchemas types;

  /** Makes a reader. */
  SchemaReader(TypeSchemas types) {
    this.types = types;
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

  /** Reads a schema that is a map. */
  @SuppressWarnings("unchecked") // a map is read as a map with text keys
  Map<String, Object> readMap(Map<String, ?> schema) {
    return (Map<String, Object>) read(schema);
  }
}
