package dev.fastjava.internal.boot;

import dev.fastjava.ErrorHandler;
import dev.fastjava.ReplySerializer;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a route takes from its context before everything is loaded. The child logger factory is that
 * of the moment the route is declared. The handlers of errors and of replies are those of the
 * moment its own step between the plugins has its turn: after the code around the declaration,
 * before what is registered behind it. Everything else is taken when all is loaded.
 *
 * <p>Reference: Encapsulation; Plugins.
 */
final class RouteSettings {
  private final Instance instance;
  private final @Nullable ChildLoggerFactory childLoggerFactory;
  private List<ErrorHandler> errors;
  private @Nullable ReplySerializer replySerializer;
  private @Nullable SchemaErrorFormatter schemaErrorFormatter;

  /** Takes what counts at the declaration of a route. */
  RouteSettings(Instance instance) {
    this.instance = instance;
    this.childLoggerFactory = instance.childLoggerFactory.get();
    this.errors = instance.errors.chain();
    take();
  }

  /** The route's step has its turn. */
  void take() {
    errors = instance.errors.chain();
    replySerializer = instance.replySerializer.get();
    schemaErrorFormatter = instance.schemaErrorFormatter.get();
  }

  @Nullable ChildLoggerFactory childLoggerFactory() {
    return childLoggerFactory;
  }

  List<ErrorHandler> errors() {
    return errors;
  }

  @Nullable ReplySerializer replySerializer() {
    return replySerializer;
  }

  @Nullable SchemaErrorFormatter schemaErrorFormatter() {
    return schemaErrorFormatter;
  }
}
