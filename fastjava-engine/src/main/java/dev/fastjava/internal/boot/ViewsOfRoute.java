package dev.fastjava.internal.boot;

import dev.fastjava.RouteDescription;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.lifecycle.RouteSchemas;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.internal.types.Direction;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The views of one route, and what the server has where the route names none: all that a mapper has
 * a say in.
 */
final class ViewsOfRoute implements RouteSchemas.Reader {
  private final DeclaredRoute declared;
  private final RouteDescription route;
  private final Server server;
  private final @Nullable Class<?> usualView;
  private RouteViews.@Nullable OfReplies replies;
  private RouteViews.@Nullable OfBodies bodies;

  /**
   * Starts with a route.
   *
   * @param usualView the view of replies where the route names none; null for that of the mapper
   */
  ViewsOfRoute(DeclaredRoute declared, @Nullable Class<?> usualView) {
    this.declared = declared;
    this.route = declared.options;
    this.server = declared.context.server;
    this.usualView = usualView;
  }

  /**
   * Makes what the views need.
   *
   * @throws IllegalArgumentException when the mapper cannot use a view
   */
  void open() {
    Class<?> ofReplies = route.replyView() == null ? usualView : route.replyView();
    Class<?> ofBodies = route.bodyView();
    try {
      replies = ofReplies == null ? null : server.json.views.ofReplies(ofReplies);
    } catch (RuntimeException e) {
      throw refusal("replies", e.getMessage(), e);
    }
    try {
      bodies = ofBodies == null ? null : server.json.views.ofBodies(ofBodies);
    } catch (RuntimeException e) {
      throw refusal("bodies", e.getMessage(), e);
    }
  }

  private IllegalArgumentException refusal(
      String use, @Nullable String reason, @Nullable Exception cause) {
    return new IllegalArgumentException(
        declared.name() + ": the view of " + use + " cannot be used: " + reason,
        cause instanceof IllegalArgumentException ? null : cause);
  }

  /**
   * Sees to it that nothing else writes replies, which would know nothing of the view.
   *
   * @param serializer whether the context has a serializer of its own for all replies
   * @param compiler whether what is written by response schemas is compiled by the application
   */
  void requireNoOther(boolean serializer, boolean compiler) {
    if (replies != null && (serializer || compiler)) {
      throw refusal(
          "replies",
          serializer
              ? "a reply serializer (setReplySerializer) writes them, which knows no views"
              : "a serializer compiler of the application's own compiles their schemas, which knows"
                  + " no views",
          null);
    }
  }

  /** What writes replies without a schema; null when the server's does. */
  @Nullable JsonWriter writer() {
    return replies == null ? null : replies.writer();
  }

  /** What binds parts of requests; null when the server's does. */
  @Nullable JsonBinder binder() {
    return bodies == null ? null : bodies.binder();
  }

  ConstraintSetup.ForRoute constraints() {
    return (bodies == null ? server.json.constraints : bodies.constraints())
        .route(route.validationGroups());
  }

  ValidatorCompiler validators(SchemaScope schemas) {
    ValidatorCompiler own = route.validatorCompiler();
    return own == null ? schemas.validatorCompiler(server.options.validation(), bodies) : own;
  }

  SerializerCompiler serializers(SchemaScope schemas) {
    SerializerCompiler own = route.serializerCompiler();
    return own == null ? schemas.serializerCompiler(server.options.serialization(), replies) : own;
  }

  /** Reads a declared schema of a part of requests. */
  Object readRequest(Object schema, String part) {
    if (!part.equals("body")) {
      return server.json.textSchemas.read(schema, Direction.READ);
    }
    return bodies != null
        ? warned(bodies.schemas(), schema, Direction.READ, part, bodies.view())
        : server.json.schemas.read(schema, Direction.READ);
  }

  /** Reads a declared schema of replies. */
  Object readReply(Object schema, Object status) {
    return replies == null
        ? server.json.schemas.read(schema, Direction.WRITE)
        : warned(replies.schemas(), schema, Direction.WRITE, "response " + status, replies.view());
  }

  private Object warned(
      SchemaReader reader, Object schema, Direction direction, String part, Class<?> view) {
    Object read = reader.read(schema, direction);
    if (isWithoutProperties(read)
        && !isWithoutProperties(server.json.schemas.read(schema, direction))) {
      server.warnings.emptyInView(
          part,
          ((DerivedSchema) read).type().getTypeName(),
          view.getTypeName(),
          declared.methods(),
          route.url());
    }
    return read;
  }

  private static boolean isWithoutProperties(Object schema) {
    return schema instanceof DerivedSchema derived
        && "object".equals(derived.get("type"))
        && !derived.containsKey("additionalProperties")
        && !(derived.get("properties") instanceof Map<?, ?> properties && !properties.isEmpty());
  }

  @Override
  public Object ofRequest(Object schema, @Nullable HttpPart part) {
    if (part != null && part != HttpPart.BODY) {
      return server.json.textSchemas.read(schema);
    }
    return bodies != null
        ? bodies.schemas().read(schema, Direction.READ)
        : server.json.schemas.read(schema);
  }

  @Override
  public Object ofReply(Object schema) {
    return replies == null
        ? server.json.schemas.read(schema)
        : replies.schemas().read(schema, Direction.WRITE);
  }
}
