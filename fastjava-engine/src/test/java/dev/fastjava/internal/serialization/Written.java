package dev.fastjava.internal.serialization;

import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values as a schema writes them. */
final class Written {
  private Written() {}

  static Serializer serializer(Object schema) throws Exception {
    return serializer(schema, SerializationOptions.defaults());
  }

  static Serializer serializer(Object schema, SerializationOptions options) throws Exception {
    return new CompiledSerializers(new CompiledValidators(), JsonMapper.shared())
        .build(Map.of(), options)
        .compile(new ResponseSchema(schema, "GET", "/", "200", null));
  }

  static String by(Object schema, @Nullable Object value) throws Exception {
    return by(serializer(schema), value);
  }

  static String by(Serializer serializer, @Nullable Object value) throws Exception {
    Utf8Output out = new Utf8Output();
    serializer.serialize(value, out);
    return out.toText();
  }
}
