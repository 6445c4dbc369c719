package dev.fastjava.user;

import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.Utf8Output;

/** Replies that are written without the engine's serializers. */
final class Writers {
  private Writers() {}

  private static final EncodedText NULL = EncodedText.of("null");

  static final Serializer QUOTED =
      (value, out) -> {
        if (value == null) {
          out.write(NULL);
        } else if (value instanceof String text) {
          out.writeJsonString(text);
        } else {
          throw new SerializationException("no text: " + value.getClass().getName());
        }
      };

  static final SerializerCompiler COMPILER =
      (ResponseSchema schema) -> {
        if (schema.httpStatus() == null) {
          throw new SchemaBuildException("/response", "no status for " + schema.url());
        }
        return QUOTED;
      };

  static final SerializerFactory FACTORY = (schemas, options) -> COMPILER;

  static final SerializationOptions OPTIONS = SerializationOptions.of(Writers::configure);

  static String quoted(String text) throws Exception {
    Utf8Output out = new Utf8Output();
    QUOTED.serialize(text, out);
    return out.toText();
  }

  private static void configure(SerializationOptions.Builder options) {
    options
        .rounding(SerializationOptions.Rounding.FLOOR)
        .largeArrayMechanism(SerializationOptions.LargeArrayMechanism.DEFAULT);
  }
}
