package dev.fastjava.internal.inject;

import dev.fastjava.internal.json.InvalidJsonException;
import dev.fastjava.internal.json.JsonLimits;
import dev.fastjava.internal.json.JsonReader;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of responses; the application is trusted not to answer with harmful JSON. */
final class ResponseJson {
  private static final int MAX_DEPTH = 20_000;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final JsonReader reader =
      new JsonReader(new JsonLimits(MAX_DEPTH, Integer.MAX_VALUE, Integer.MAX_VALUE));
  private final JsonMapper mapper;
  private final JsonFactory factory;

  /** Makes a reader; the mapper binds to types, whatever the limits of its own. */
  ResponseJson(JsonMapper mapper) {
    this.mapper = mapper;
    this.factory =
        mapper
            .tokenStreamFactory()
            .rebuild()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();
  }

  /**
   * Reads plain values.
   *
   * @throws IllegalStateException when the text is not JSON
   */
  @Nullable Object read(String text) {
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw new IllegalStateException("The body is not JSON: it begins with a byte order mark");
    }
    try {
      return reader.read(text);
    } catch (InvalidJsonException e) {
      throw new IllegalStateException("The body is not JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a value of a type.
   *
   * @throws IllegalStateException when the text is not JSON of this type
   */
  @Nullable Object bind(String text, Type type) {
    try (JsonParser parser = factory.createParser(mapper._deserializationContext(), text)) {
      return mapper.readerFor(mapper.constructType(type)).readValue(parser);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "The body is not JSON for " + type.getTypeName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
