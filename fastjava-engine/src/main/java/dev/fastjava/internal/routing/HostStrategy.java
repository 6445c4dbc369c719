package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.http.RawRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The constraint {@code host}: a text that the host must equal or a pattern to be found in it. */
final class HostStrategy implements ConstraintStrategy {

  @Override
  public String name() {
    return "host";
  }

  @Override
  public Storage storage() {
    return new Hosts();
  }

  @Override
  public void validate(Object value) {
    if (!(value instanceof String) && !(value instanceof Pattern)) {
      throw new RouteException("Host should be a string or a Pattern");
    }
  }

  @Override
  public @Nullable Object derive(RawRequest request) {
    String host = request.header("host");
    return host == null || host.isEmpty() ? request.header(":authority") : host;
  }

  /** Exact hosts go before patterns, which are tried in the order of their registration. */
  private static final class Hosts implements Storage {

    private final Map<String, Object> exact = new HashMap<>();
    private final List<HostPattern> patterns = new ArrayList<>();

    private record HostPattern(Pattern pattern, Object handlers) {}

    @Override
    public @Nullable Object get(Object value) {
      // A pattern is looked up only while routes are stored, by its text: as the reference does.
      String host = value.toString();
      Object handlers = exact.get(host);
      if (handlers != null) {
        return handlers;
      }
      // Only routes that constrain the host by a pattern come here: this is what they ask for.
      for (HostPattern candidate : patterns) {
        if (candidate.pattern.matcher(host).find()) {
          return candidate.handlers;
        }
      }
      return null;
    }

    @Override
    public void set(Object value, Object handlers) {
      if (value instanceof Pattern pattern) {
        patterns.add(new HostPattern(pattern, handlers));
      } else {
        exact.put(value.toString(), handlers);
      }
    }
  }
}
