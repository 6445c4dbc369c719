package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.validation.OnceCompiler;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles schemas that handlers bring along, and keeps what is compiled for a while: a schema
 * object that a handler uses again is compiled once for a part of the request, or for a status and
 * a media type. Thread-safe.
 *
 * <p>Reference: Request, compileValidationSchema; Reply, compileSerializationSchema.
 */
public final class RouteSchemas {
  /** More schema objects than any handler has that keeps them: those are made for each request. */
  static final int SUSPICIOUS = 50;

  private final CompiledSchemas known;
  private final Supplier<ValidatorCompiler> validatorCompiler;
  private final Supplier<SerializerCompiler> serializerCompiler;
  private final Reader reader;
  private final Runnable warning;
  private final AtomicInteger compiled = new AtomicInteger();

  /** Compiled forms that are asked for by their schema alone: the last ones made. */
  private enum Last {
    VALIDATOR,
    SERIALIZER
  }

  /** What a validator is for. */
  private record Validation(@Nullable HttpPart part) {}

  /** What a serializer is for. */
  private record Serialization(@Nullable String status, @Nullable String contentType) {}

  /** Turns what users give as a schema into plain values. */
  public interface Reader {
    /** Reads the schema of a part of a request, or of anything when no part is named. */
    Object ofRequest(Object schema, @Nullable HttpPart part);

    /** Reads the schema of what is written. */
    Object ofReply(Object schema);
  }

  /**
   * Makes the access of a route.
   *
   * @param known where the compiled forms are kept
   * @param reader turns what users give as a schema into plain values
   * @param warning tells, once, that the route compiles schemas all the time
   */
  public RouteSchemas(
      CompiledSchemas known,
      Supplier<ValidatorCompiler> validatorCompiler,
      Supplier<SerializerCompiler> serializerCompiler,
      Reader reader,
      Runnable warning) {
    this.known = known;
    this.validatorCompiler = validatorCompiler;
    this.serializerCompiler = serializerCompiler;
    this.reader = reader;
    this.warning = warning;
  }

  @Nullable Validator knownValidator(Object schema) {
    return (Validator) known.get(new CompiledSchemas.Key(this, schema, Last.VALIDATOR));
  }

  @Nullable Serializer knownSerializer(Object schema) {
    return (Serializer) known.get(new CompiledSchemas.Key(this, schema, Last.SERIALIZER));
  }

  Validator validator(Object schema, String method, String url, @Nullable HttpPart part) {
    CompiledSchemas.Key key = new CompiledSchemas.Key(this, schema, new Validation(part));
    Validator present = (Validator) known.get(key);
    if (present != null) {
      return present;
    }
    Object plain = reader.ofRequest(schema, part);
    RequestSchema request = new RequestSchema(plain, method, url, part);
    Validator made = Thrown.call(() -> compile(validatorCompiler.get(), request));
    keep(key, Last.VALIDATOR, made, plain);
    return made;
  }

  private static Validator compile(ValidatorCompiler compiler, RequestSchema request)
      throws Exception {
    return made(
        compiler instanceof OnceCompiler once
            ? once.compileOnce(request)
            : compiler.compile(request),
        "validator");
  }

  /**
   * Returns what a compiler has made.
   *
   * @throws IllegalStateException when that is nothing: no part is left without its schema
   */
  public static <T> T made(@Nullable T made, String what) {
    if (made == null) {
      throw new IllegalStateException("The compiler has returned null in place of a " + what);
    }
    return made;
  }

  Serializer serializer(
      Object schema,
      String method,
      String url,
      @Nullable String status,
      @Nullable String contentType) {
    CompiledSchemas.Key key =
        new CompiledSchemas.Key(this, schema, new Serialization(status, contentType));
    Serializer present = (Serializer) known.get(key);
    if (present != null) {
      return present;
    }
    Object plain = reader.ofReply(schema);
    Serializer made =
        Thrown.call(
            () ->
                made(
                    serializerCompiler
                        .get()
                        .compile(new ResponseSchema(plain, method, url, status, contentType)),
                    "serializer"));
    keep(key, Last.SERIALIZER, made, plain);
    return made;
  }

  private void keep(CompiledSchemas.Key key, Last last, Object made, Object plain) {
    known.put(key, made, plain);
    known.put(new CompiledSchemas.Key(this, key.schema(), last), made, true);
    if (compiled.incrementAndGet() == SUSPICIOUS) {
      warning.run();
    }
  }
}
