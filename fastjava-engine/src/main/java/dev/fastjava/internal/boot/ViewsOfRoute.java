package dev.fastjava.internal.boot;

import dev.fastjava.RouteDescription;
import dev.fastjava.internal.lifecycle.RouteContextDraft;
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
  private final Server server;
  private final RouteDescription route;
  private RouteViews.@Nullable OfReplies replies;
  private RouteViews.@Nullable OfBodies bodies;

  /** Starts with a route. */
  ViewsOfRoute(Server server, RouteDescription route) {
    this.server = server;
    this.route = route;
  }

  /**
   * Makes what the views need.
   *
   * @param usualView the view of replies where the route names none; null for that of the mapper
   * @throws IllegalArgumentException when the mapper cannot use a view
   */
  void open(@Nullable Class<?> usualView) {
    Class<?> ofReplies = route.replyView() == null ? usualView : route.replyView();
    Class<?> ofBodies = route.bodyView();
    try {
      replies = ofReplies == null ? null : server.views().ofReplies(ofReplies);
    } catch (RuntimeException e) {
      throw refusal("replies", e.getMessage(), e);
    }
    try {
      bodies = ofBodies == null ? null : server.views().ofBodies(ofBodies);
    } catch (RuntimeException e) {
      throw refusal("bodies", e.getMessage(), e);
    }
  }

  private IllegalArgumentException refusal(
      String use, @Nullable String reason, @Nullable Exception cause) {
    return new IllegalArgumentException(
        (route.methods().isEmpty()
                ? "The not-found handler"
                : "Route " + RouteRegistration.methodText(route.methods()) + ':' + route.url())
            + ": the view of "
            + use
            + " cannot be used: "
            + reason,
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

  /** Hands what writes and binds to a route. */
  void addTo(RouteContextDraft draft) {
    draft.jsonWriter = replies == null ? null : replies.writer();
    draft.binder = bodies == null ? null : bodies.binder();
  }

  ConstraintSetup.ForRoute constraints() {
    return (bodies == null ? server.constraintSetup() : bodies.constraints())
        .route(route.validationGroups());
  }

  ValidatorCompiler validators(SchemaScope schemas) {
    if (route.validatorCompiler() != null) {
      return route.validatorCompiler();
    }
    return bodies == null
        ? schemas.validatorCompiler(server.options().validation())
        : schemas.validatorCompiler(server.options().validation(), bodies);
  }

  SerializerCompiler serializers(SchemaScope schemas) {
    if (route.serializerCompiler() != null) {
      return route.serializerCompiler();
    }
    return replies == null
        ? schemas.serializerCompiler(server.options().serialization())
        : schemas.serializerCompiler(server.options().serialization(), replies);
  }

  /** Reads a declared schema of a part of requests. */
  Object readRequest(Object schema, String part) {
    return bodies != null && part.equals("body")
        ? warned(bodies.schemas(), schema, Direction.READ, part, bodies.view())
        : server.schemaReader().read(schema, Direction.READ);
  }

  /** Reads a declared schema of replies. */
  Object readReply(Object schema, Object status) {
    return replies == null
        ? server.schemaReader().read(schema, Direction.WRITE)
        : warned(replies.schemas(), schema, Direction.WRITE, "response " + status, replies.view());
  }

  private Object warned(
      SchemaReader reader, Object schema, Direction direction, String part, Class<?> view) {
    Object read = reader.read(schema, direction);
    if (isWithoutProperties(read)
        && !isWithoutProperties(server.schemaReader().read(schema, direction))) {
      server
          .warnings()
          .emptyInView(
              part,
              ((DerivedSchema) read).type().getTypeName(),
              view.getTypeName(),
              RouteRegistration.methodText(route.methods()),
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
    return bodies != null && (part == null || part == HttpPart.BODY)
        ? bodies.schemas().read(schema, Direction.READ)
        : server.schemaReader().read(schema);
  }

  @Override
  public Object ofReply(Object schema) {
    return replies == null
        ? server.schemaReader().read(schema)
        : replies.schemas().read(schema, Direction.WRITE);
  }
}
