package dev.fastjava.internal.lifecycle;

import dev.fastjava.Reply;
import dev.fastjava.ReplySerializer;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.serialization.ResponseSerializers;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a reply serializes: its payload, and what handlers give to be serialized by its schemas. */
interface SerializingReply extends Reply {
  Call call();

  /** What the application serializes the payload with; null for the serializer of the route. */
  @Nullable Function<@Nullable Object, ?> serializer();

  /** Serializes a payload as this reply does: a text, bytes, or the buffer they were written to. */
  default Object serializePayload(@Nullable Object payload, @Nullable String contentType)
      throws Exception {
    Function<@Nullable Object, ?> own = serializer();
    return own != null ? own.apply(payload) : serializeByRoute(payload, contentType);
  }

  private Object serializeByRoute(@Nullable Object payload, @Nullable String contentType)
      throws Exception {
    RouteContext context = call().context();
    ReplySerializer replySerializer = context.replySerializer();
    if (replySerializer != null) {
      return replySerializer.serialize(payload, statusCode());
    }
    Serializer compiled = context.compiled().serializers().find(statusCode(), contentType);
    Serializer used =
        compiled == null ? context.jsonWriter(call().declared, call().server) : compiled;
    Utf8Output out = new Utf8Output(context.replySize().hint(), Integer.MAX_VALUE);
    write(used, payload, out);
    context.replySize().note(out.size());
    return out;
  }

  /** Writes a value; an error of it tells the operator which reply of which route it was. */
  default void write(Serializer serializer, @Nullable Object value, Utf8Output out)
      throws Exception {
    try {
      serializer.serialize(value, out);
    } catch (RuntimeException e) {
      throw ReplyFailures.of(e, call(), out);
    }
  }

  @Override
  default Object serialize(@Nullable Object payload) {
    Object serialized = Thrown.call(() -> serializePayload(payload, null));
    return serialized instanceof Utf8Output out ? out.toText() : serialized;
  }

  @Override
  default @Nullable Serializer getSerializationFunction(Object schema) {
    return call().context().compiled().onDemand().knownSerializer(schema(schema));
  }

  @Override
  default @Nullable Serializer getSerializationFunctionForStatus(String status) {
    return call().context().compiled().serializers().declared(status, null);
  }

  @Override
  default @Nullable Serializer getSerializationFunctionForStatus(
      String status, String contentType) {
    return call().context().compiled().serializers().declared(status, contentType);
  }

  @Override
  default Serializer compileSerializationSchema(Object schema) {
    return compile(schema, null, null);
  }

  @Override
  default Serializer compileSerializationSchema(Object schema, String status) {
    return compile(schema, status, null);
  }

  @Override
  default Serializer compileSerializationSchema(Object schema, String status, String contentType) {
    return compile(schema, status, contentType);
  }

  private Serializer compile(Object schema, @Nullable String status, @Nullable String contentType) {
    return call()
        .context()
        .compiled()
        .onDemand()
        .serializer(
            schema(schema), call().exchange.method(), call().exchange.url(), status, contentType);
  }

  /** A status in the place of a schema would else be told as a text that is no JSON. */
  private static Object schema(Object schema) {
    if (ResponseSerializers.isStatus(schema)) {
      throw new IllegalArgumentException(
          "A schema is wanted, not the status "
              + schema
              + ": use serializeForStatus or getSerializationFunctionForStatus");
    }
    return schema;
  }

  @Override
  default String serializeInput(@Nullable Object input, Object schema) {
    return text(compile(schema, null, null), input);
  }

  @Override
  default String serializeForStatus(@Nullable Object input, String status) {
    return text(declared(status, null), input);
  }

  @Override
  default String serializeForStatus(@Nullable Object input, String status, String contentType) {
    return text(declared(status, contentType), input);
  }

  private Serializer declared(String status, @Nullable String contentType) {
    Serializer declared = call().context().compiled().serializers().declared(status, contentType);
    if (declared == null) {
      throw contentType == null
          ? ErrorCode.FST_ERR_MISSING_SERIALIZATION_FN.error(status)
          : ErrorCode.FST_ERR_MISSING_CONTENTTYPE_SERIALIZATION_FN.error(status, contentType);
    }
    return declared;
  }

  private String text(Serializer serializer, @Nullable Object input) {
    Utf8Output out = new Utf8Output();
    return Thrown.call(
        () -> {
          write(serializer, input, out);
          return out.toText();
        });
  }
}
