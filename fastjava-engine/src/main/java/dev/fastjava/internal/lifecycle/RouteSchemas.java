package dev.fastjava.internal.lifecycle;

import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles schemas that handlers bring along, each schema object once for its route. Thread-safe.
 *
 * <p>Reference: Request, compileValidationSchema; Reply, compileSerializationSchema.
 */
public final class RouteSchemas {
  private final Supplier<ValidatorCompiler> validatorCompiler;
  private final Supplier<SerializerCompiler> serializerCompiler;
  private final Function<Object, Object> reader;
  private final Map<Object, Validator> validators =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<Object, Serializer> serializers =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Makes the caches of a route.
   *
   * @param reader turns what users give as a schema into plain values
   */
  public RouteSchemas(
      Supplier<ValidatorCompiler> validatorCompiler,
      Supplier<SerializerCompiler> serializerCompiler,
      Function<Object, Object> reader) {
    this.validatorCompiler = validatorCompiler;
    this.serializerCompiler = serializerCompiler;
    this.reader = reader;
  }

  @Nullable Validator knownValidator(Object schema) {
    return validators.get(schema);
  }

  @Nullable Serializer knownSerializer(Object schema) {
    return serializers.get(schema);
  }

  Validator validator(Object schema, String method, String url, @Nullable HttpPart part) {
    Validator known = validators.get(schema);
    if (known != null) {
      return known;
    }
    Validator compiled =
        Unchecked.call(
            () ->
                validatorCompiler
                    .get()
                    .compile(new RequestSchema(reader.apply(schema), method, url, part)));
    validators.put(schema, compiled);
    return compiled;
  }

  Serializer serializer(
      Object schema,
      String method,
      String url,
      @Nullable String status,
      @Nullable String contentType) {
    Serializer known = serializers.get(schema);
    if (known != null) {
      return known;
    }
    Serializer compiled =
        Unchecked.call(
            () ->
                serializerCompiler
                    .get()
                    .compile(
                        new ResponseSchema(
                            reader.apply(schema), method, url, status, contentType)));
    serializers.put(schema, compiled);
    return compiled;
  }
}
