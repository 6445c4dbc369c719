package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The page that tells which endpoints there are. */
final class LinksOperation implements EndpointPath.Operation {
  private final List<MediaType> produces;
  private final Function<String, Object> links;
  private final EndpointReplies replies;

  /**
   * Makes the operation.
   *
   * @param links the links at the address of the page
   */
  LinksOperation(List<String> produces, Function<String, Object> links, EndpointReplies replies) {
    this.produces = MediaType.parseMediaTypes(produces);
    this.links = links;
    this.replies = replies;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public List<MediaType> consumes() {
    return List.of();
  }

  @Override
  public List<MediaType> produces() {
    return produces;
  }

  @Override
  public @Nullable Object call(Request request, Reply reply, @Nullable MediaType type) {
    String url = request.originalUrl();
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    String address = request.protocol() + "://" + request.host() + path;
    return replies.send(links.apply(address), request, reply, type);
  }
}
