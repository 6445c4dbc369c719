package dev.fastjava.internal.boot;

import dev.fastjava.BodyParser;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.ReplySerializer;
import dev.fastjava.Request;
import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.DecoratorTable;
import dev.fastjava.internal.lifecycle.DecoratorTypes;
import dev.fastjava.internal.lifecycle.FormattedError;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaController;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.type.DecoratorKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a context lends to its routes and plugins: decorators, schemas with their compilers, and
 * content-type parsers.
 *
 * <p>Reference: Decorators; Validation-and-Serialization; ContentTypeParser.
 */
abstract class InstanceContents implements Fastjava {
  final Server server;
  final DecoratorScope requestDecorators;
  final DecoratorScope replyDecorators;
  final ServerDecorators decorators;
  final ParserScope parsers;
  final SchemaScope schemas;
  final Inherited<ReplySerializer> replySerializer;
  final Inherited<SchemaErrorFormatter> schemaErrorFormatter;

  /** Makes those of the root. */
  InstanceContents(Server server) {
    this.server = server;
    this.requestDecorators = BuiltInNames.requestDecorators();
    this.replyDecorators = BuiltInNames.replyDecorators();
    this.decorators = new ServerDecorators(this, null);
    this.parsers = new ParserScope(server);
    this.schemas = server.newSchemaScope();
    this.replySerializer = new Inherited<>(null);
    this.schemaErrorFormatter = new Inherited<>(server.options().schemaErrorFormatter());
  }

  /** Makes those of a context below. */
  InstanceContents(InstanceContents parent) {
    this.server = parent.server;
    this.requestDecorators = parent.requestDecorators.child();
    this.replyDecorators = parent.replyDecorators.child();
    this.decorators = new ServerDecorators(this, parent.decorators);
    this.parsers = parent.parsers.child();
    this.schemas = parent.schemas.child();
    this.replySerializer = parent.replySerializer.child();
    this.schemaErrorFormatter = parent.schemaErrorFormatter.child();
  }

  /** The contexts below. */
  abstract List<? extends InstanceContents> children();

  // Decorators

  @Override
  public Fastjava decorate(String name, @Nullable Object value, String... dependencies) {
    requireNotDecoratedAfterStart(name);
    decorators.add(name, value, dependencies);
    return this;
  }

  @Override
  public Fastjava decorateGetter(
      String name, Function<Fastjava, ? extends @Nullable Object> getter, String... dependencies) {
    return decorate(name, new ServerDecorators.Getter(getter), dependencies);
  }

  @Override
  public <T> Fastjava decorate(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies) {
    return declare(key, value, dependencies);
  }

  @Override
  public <T> Fastjava decorateGetter(
      DecoratorKey<T> key,
      Function<Fastjava, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies) {
    return declare(key, new ServerDecorators.Getter(getter), dependencies);
  }

  private Fastjava declare(
      DecoratorKey<?> key, @Nullable Object value, DecoratorKey<?>... dependencies) {
    requireNotDecoratedAfterStart(key.name());
    decorators.add(key, value, dependencies);
    return this;
  }

  @Override
  public Fastjava decorateRequest(String name) {
    return decorateRequest(name, null);
  }

  @Override
  public Fastjava decorateRequest(String name, @Nullable Object value, String... dependencies) {
    requireNotDecoratedAfterStart(name);
    requestDecorators.add(name, value, dependencies);
    return this;
  }

  @Override
  public Fastjava decorateRequestGetter(
      String name, Function<Request, ? extends @Nullable Object> getter, String... dependencies) {
    return decorateRequest(
        name,
        new DecoratorTable.Accessors(self -> getter.apply((Request) self), null),
        dependencies);
  }

  @Override
  public Fastjava decorateRequest(DecoratorKey<?> key) {
    return declareRequest(key, null);
  }

  @Override
  public <T> Fastjava decorateRequest(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies) {
    return declareRequest(key, value, dependencies);
  }

  @Override
  public <T> Fastjava decorateRequestGetter(
      DecoratorKey<T> key,
      Function<Request, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies) {
    return declareRequest(
        key,
        new DecoratorTable.Accessors(self -> getter.apply((Request) self), null),
        dependencies);
  }

  @Override
  @SuppressWarnings("unchecked") // checked when it is set: the key knows the class
  public <T> Fastjava decorateRequestAccessors(
      DecoratorKey<T> key,
      Function<Request, ? extends @Nullable T> getter,
      BiConsumer<Request, @Nullable T> setter,
      DecoratorKey<?>... dependencies) {
    return declareRequest(
        key,
        new DecoratorTable.Accessors(
            self -> getter.apply((Request) self),
            (self, value) -> setter.accept((Request) self, (T) value)),
        dependencies);
  }

  private Fastjava declareRequest(
      DecoratorKey<?> key, @Nullable Object value, DecoratorKey<?>... dependencies) {
    requireNotDecoratedAfterStart(key.name());
    requestDecorators.add(key, value, dependencies);
    return this;
  }

  @Override
  public Fastjava decorateReply(String name) {
    return decorateReply(name, null);
  }

  @Override
  public Fastjava decorateReply(String name, @Nullable Object value, String... dependencies) {
    requireNotDecoratedAfterStart(name);
    replyDecorators.add(name, value, dependencies);
    return this;
  }

  @Override
  public Fastjava decorateReplyGetter(
      String name, Function<Reply, ? extends @Nullable Object> getter, String... dependencies) {
    return decorateReply(
        name, new DecoratorTable.Accessors(self -> getter.apply((Reply) self), null), dependencies);
  }

  @Override
  public Fastjava decorateReply(DecoratorKey<?> key) {
    return declareReply(key, null);
  }

  @Override
  public <T> Fastjava decorateReply(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies) {
    return declareReply(key, value, dependencies);
  }

  @Override
  public <T> Fastjava decorateReplyGetter(
      DecoratorKey<T> key,
      Function<Reply, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies) {
    return declareReply(
        key, new DecoratorTable.Accessors(self -> getter.apply((Reply) self), null), dependencies);
  }

  @Override
  @SuppressWarnings("unchecked") // checked when it is set: the key knows the class
  public <T> Fastjava decorateReplyAccessors(
      DecoratorKey<T> key,
      Function<Reply, ? extends @Nullable T> getter,
      BiConsumer<Reply, @Nullable T> setter,
      DecoratorKey<?>... dependencies) {
    return declareReply(
        key,
        new DecoratorTable.Accessors(
            self -> getter.apply((Reply) self),
            (self, value) -> setter.accept((Reply) self, (T) value)),
        dependencies);
  }

  private Fastjava declareReply(
      DecoratorKey<?> key, @Nullable Object value, DecoratorKey<?>... dependencies) {
    requireNotDecoratedAfterStart(key.name());
    replyDecorators.add(key, value, dependencies);
    return this;
  }

  private void requireNotDecoratedAfterStart(String name) {
    if (server.isStarted()) {
      throw ErrorCode.FST_ERR_DEC_AFTER_START.error(name);
    }
  }

  @Override
  public boolean hasDecorator(String name) {
    return decorators.has(name);
  }

  @Override
  public boolean hasRequestDecorator(String name) {
    return requestDecorators.has(name);
  }

  @Override
  public boolean hasReplyDecorator(String name) {
    return replyDecorators.has(name);
  }

  @Override
  public @Nullable Object getDecorator(String name) {
    return decorators.get(name);
  }

  @Override
  public <T> @Nullable T getDecorator(String name, Class<T> type) {
    return DecoratorTypes.typed("server", name, decorators.get(name), type);
  }

  @Override
  public <T> T requireDecorator(String name, Class<T> type) {
    return DecoratorTypes.present("server", name, getDecorator(name, type));
  }

  @Override
  public <T> @Nullable T get(DecoratorKey<T> key) {
    return decorators.get(key);
  }

  @Override
  public <T> T require(DecoratorKey<T> key) {
    return DecoratorTypes.present("server", key.name(), get(key));
  }

  @Override
  public <T> void set(DecoratorKey<T> key, @Nullable T value) {
    decorators.set(key, value);
  }

  @Override
  public boolean hasDecorator(DecoratorKey<?> key) {
    return decorators.has(key);
  }

  @Override
  public boolean hasRequestDecorator(DecoratorKey<?> key) {
    return requestDecorators.has(key);
  }

  @Override
  public boolean hasReplyDecorator(DecoratorKey<?> key) {
    return replyDecorators.has(key);
  }

  @Override
  public void setDecorator(String name, @Nullable Object value) {
    decorators.set(name, value);
  }

  // Schemas

  @Override
  public Fastjava addSchema(JsonSchema schema) {
    return addSharedSchema(schema);
  }

  @Override
  public Fastjava addSchema(Map<String, ?> schema) {
    return addSharedSchema(schema);
  }

  @Override
  public Fastjava addSchema(String json) {
    return addSharedSchema(json);
  }

  private Fastjava addSharedSchema(Object schema) {
    server.requireNotStarted("Cannot call \"addSchema\"!");
    try {
      if (!(server.schemaReader().readShared(schema) instanceof Map<?, ?> plain)) {
        throw ErrorCode.FST_ERR_SCH_MISSING_ID.error();
      }
      addSchemaHereAndBelow(plain);
    } catch (RuntimeException e) {
      server.loader().declaredHere("A shared schema").addTo(e);
      throw e;
    }
    return this;
  }

  @SuppressWarnings("unchecked") // the reader makes maps with text keys
  void addSchemaHereAndBelow(Map<?, ?> schema) {
    schemas.add((Map<String, Object>) schema);
    children().forEach(child -> child.addSchemaHereAndBelow(schema));
  }

  @Override
  public @Nullable Map<String, Object> getSchema(String id) {
    return schemas.get(id);
  }

  @Override
  public Map<String, Object> getSchemas() {
    return schemas.all();
  }

  @Override
  public Fastjava setValidatorCompiler(ValidatorCompiler compiler) {
    server.requireNotStarted("Cannot call \"setValidatorCompiler\"!");
    schemas.setValidatorCompiler(compiler);
    return this;
  }

  @Override
  public Fastjava setSerializerCompiler(SerializerCompiler compiler) {
    server.requireNotStarted("Cannot call \"setSerializerCompiler\"!");
    schemas.setSerializerCompiler(compiler);
    return this;
  }

  @Override
  public @Nullable ValidatorCompiler validatorCompiler() {
    return schemas.currentValidatorCompiler();
  }

  @Override
  public @Nullable SerializerCompiler serializerCompiler() {
    return schemas.currentSerializerCompiler();
  }

  @Override
  public void warn(CustomWarningCode code, Object... arguments) {
    server.warnings().custom(code, place(), arguments);
  }

  /** The plugins this context is in, for messages. */
  abstract String place();

  @Override
  public Fastjava setSchemaController(SchemaController controller) {
    server.requireNotStarted("Cannot call \"setSchemaController\"!");
    schemas.setController(controller);
    return this;
  }

  @Override
  public Fastjava setSchemaErrorFormatter(SchemaErrorFormatter formatter) {
    server.requireNotStarted("Cannot call \"setSchemaErrorFormatter\"!");
    if (formatter == null) {
      throw ErrorCode.FST_ERR_SCHEMA_ERROR_FORMATTER_NOT_FN.error("object");
    }
    schemaErrorFormatter.set(formatter);
    return this;
  }

  @Override
  public SchemaErrorFormatter schemaErrorFormatter() {
    SchemaErrorFormatter given = schemaErrorFormatter.get();
    return given == null ? FormattedError::format : given;
  }

  @Override
  public Fastjava setReplySerializer(ReplySerializer serializer) {
    server.requireNotStarted("Cannot call \"setReplySerializer\"!");
    replySerializer.set(serializer);
    return this;
  }

  // Content-type parsers

  @Override
  public Fastjava addContentTypeParser(String contentType, BodyParser parser) {
    parsers.add(contentType, parser);
    return this;
  }

  @Override
  public Fastjava addContentTypeParser(Pattern contentType, BodyParser parser) {
    parsers.add(contentType, parser);
    return this;
  }

  @Override
  public Fastjava addContentTypeParser(Collection<String> contentTypes, BodyParser parser) {
    contentTypes.forEach(type -> parsers.add(type, parser));
    return this;
  }

  @Override
  public boolean hasContentTypeParser(String contentType) {
    return parsers.has(contentType);
  }

  @Override
  public boolean hasContentTypeParser(Pattern contentType) {
    return parsers.has(contentType);
  }

  @Override
  public Fastjava removeContentTypeParser(String... contentTypes) {
    parsers.remove(contentTypes);
    return this;
  }

  @Override
  public Fastjava removeContentTypeParser(Pattern contentType) {
    parsers.remove(contentType);
    return this;
  }

  @Override
  public Fastjava removeAllContentTypeParsers() {
    parsers.removeAll();
    return this;
  }

  @Override
  public BodyParser defaultJsonParser(Poisoning onProto, Poisoning onConstructor) {
    return server.jsonParser(onProto, onConstructor);
  }

  @Override
  public BodyParser defaultJsonParser(
      Poisoning onProto, Poisoning onConstructor, EmptyJsonBody onEmpty) {
    return server.jsonParser(onProto, onConstructor, onEmpty);
  }

  @Override
  public BodyParser defaultTextParser() {
    return ParserScope.TEXT;
  }
}
