package dev.fastjava.spring.boot.actuate;

import dev.fastjava.BodyParser;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Serves paths of endpoints in a context of their own: behind the hooks of the whole application,
 * with bodies that only operations read. Operations may block, whatever the server does otherwise.
 */
final class EndpointPlugin implements Plugin, Ordered {
  private final String name;
  private final Execution execution;
  private final EndpointServices services;
  private final @Nullable CorsConfiguration cors;
  private final Map<String, EndpointPath> paths = new LinkedHashMap<>();
  private final List<WithoutRest> withoutRest = new ArrayList<>();

  /** An operation that takes the rest of a path, at the path that has no rest. */
  private record WithoutRest(String url, EndpointPath.Operation operation) {}

  EndpointPlugin(
      String name,
      Execution execution,
      EndpointServices services,
      @Nullable CorsConfiguration cors) {
    this.name = name;
    this.execution = execution;
    this.services = services;
    this.cors = cors;
  }

  /** Serves an operation at a path, which may have variables such as {@code {name}}. */
  void add(String path, WebOperation operation) {
    List<String> parameters = new ArrayList<>();
    StringBuilder url = new StringBuilder();
    int segments = 0;
    boolean takesRest = false;
    for (String segment : StringUtils.tokenizeToStringArray(path, "/")) {
      if (segment.startsWith("{*")) {
        takesRest = true;
        break;
      }
      segments++;
      boolean isVariable = segment.startsWith("{") && segment.endsWith("}");
      String variable = isVariable ? segment.substring(1, segment.length() - 1) : "";
      if (isVariable) {
        parameters.add(variable);
      }
      url.append('/').append(isVariable ? ":" + variable : segment.replace(":", "::"));
    }
    EndpointOperation called = new EndpointOperation(operation, parameters, segments, services);
    if (takesRest) {
      withoutRest.add(new WithoutRest(url.isEmpty() ? "/" : url.toString(), called));
      url.append("/*");
    }
    add(url.isEmpty() ? "/" : url.toString(), called);
  }

  /** Serves an operation that has the segments of the path itself as its selector. */
  void addAtFixedPath(String serverPath, String path, WebOperation operation) {
    int segments = StringUtils.tokenizeToStringArray(serverPath, "/").length;
    add(serverPath + path, new EndpointOperation(operation, List.of(), segments, services));
  }

  void add(String url, EndpointPath.Operation operation) {
    paths.computeIfAbsent(url, path -> new EndpointPath()).add(operation);
  }

  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", BodyParser.bytes((request, body) -> body));
    app.onRequest(new EndpointCors(cors));
    for (WithoutRest each : withoutRest) {
      EndpointPath known = paths.get(each.url);
      // One that is meant for this very path wins.
      if (known == null || !known.hasMethod(each.operation.method())) {
        add(each.url, each.operation);
      }
    }
    paths.forEach((url, path) -> app.all(url, route -> route.execution(execution), path));
  }

  @Override
  public PluginMeta meta() {
    return PluginMeta.of(meta -> meta.name(name));
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
