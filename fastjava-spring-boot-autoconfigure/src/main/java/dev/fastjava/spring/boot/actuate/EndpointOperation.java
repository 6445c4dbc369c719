package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.HttpException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationArgumentResolver;
import org.springframework.boot.actuate.endpoint.ProducibleOperationArgumentResolver;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/** An operation of an endpoint as requests call it. */
final class EndpointOperation implements EndpointPath.Operation {
  private final WebOperation operation;
  private final List<String> parameters;
  private final int ownSegments;
  private final EndpointServices services;
  private final List<MediaType> consumes;
  private final List<MediaType> produces;

  /**
   * Takes an operation.
   *
   * @param parameters the names of the parameters of its route
   * @param ownSegments how many segments of the path are before those an operation has the rest of
   */
  EndpointOperation(
      WebOperation operation, List<String> parameters, int ownSegments, EndpointServices services) {
    this.operation = operation;
    this.parameters = parameters;
    this.ownSegments = ownSegments;
    this.services = services;
    this.consumes = types(operation.getRequestPredicate().getConsumes());
    this.produces = types(operation.getRequestPredicate().getProduces());
  }

  private static List<MediaType> types(Iterable<String> names) {
    return MediaType.parseMediaTypes(List.of(String.join(",", names)));
  }

  @Override
  public String method() {
    return operation.getRequestPredicate().getHttpMethod().name();
  }

  @Override
  public List<MediaType> consumes() {
    return consumes;
  }

  @Override
  public List<MediaType> produces() {
    return produces;
  }

  @Override
  public @Nullable Object call(Request request, Reply reply, @Nullable MediaType type)
      throws Exception {
    try {
      InvocationContext context =
          new InvocationContext(
              services.security().of(request),
              arguments(request),
              OperationArgumentResolver.of(WebServerNamespace.class, services::namespace),
              new ProducibleOperationArgumentResolver(() -> request.headers().all("accept")));
      return services.replies().send(operation.invoke(context), request, reply, type);
    } catch (InvalidEndpointRequestException refused) {
      throw new HttpException(400, refused.getReason(), refused);
    }
  }

  /** Later ones win, as with Boot's own servers: of the path, of the body, of the query. */
  private Map<String, Object> arguments(Request request) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (String name : parameters) {
      String value = request.param(name);
      if (value != null) {
        arguments.put(name, value);
      }
    }
    String rest = operation.getRequestPredicate().getMatchAllRemainingPathSegmentsVariable();
    if (rest != null) {
      arguments.put(rest, remainingSegments(request));
    }
    if (request.method().equals("POST")) {
      arguments.putAll(services.bodies().read(request));
    }
    arguments.putAll(request.query());
    return arguments;
  }

  private String[] remainingSegments(Request request) {
    String url = request.url();
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    List<String> segments = List.of(StringUtils.tokenizeToStringArray(path, "/", false, true));
    return segments.stream()
        .skip(ownSegments)
        .map(segment -> UriUtils.decode(segment, "UTF-8"))
        .toArray(String[]::new);
  }
}
