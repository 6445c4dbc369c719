package dev.fastjava.spring.boot.actuate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Shows for each server which plugin was loaded within which, and how long it took. */
@Endpoint(id = "fastjavaplugins")
public final class FastjavaPluginsEndpoint {
  /** A line of {@code printPlugins}: every level is two characters further in. */
  private static final Pattern LINE = Pattern.compile("([│ ├└─┬]*)(.*) (\\d+) ms");

  private final Servers servers;

  FastjavaPluginsEndpoint(Servers servers) {
    this.servers = servers;
  }

  /**
   * Describes all servers.
   *
   * @return the root of each server, by its name; that of the application is {@code application}
   */
  @ReadOperation
  public Plugins plugins() {
    Map<String, Plugin> roots = new LinkedHashMap<>();
    servers.all().forEach((name, app) -> roots.put(name, tree(app.printPlugins())));
    return new Plugins(roots);
  }

  private static Plugin tree(String printed) {
    List<Plugin> path = new ArrayList<>();
    for (String line : printed.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        int depth = Math.max(0, matcher.group(1).length() / 2 - 1);
        Plugin plugin =
            new Plugin(matcher.group(2), Long.parseLong(matcher.group(3)), new ArrayList<>());
        path.subList(Math.min(depth, path.size()), path.size()).clear();
        if (!path.isEmpty()) {
          path.get(path.size() - 1).plugins().add(plugin);
        }
        path.add(plugin);
      }
    }
    return path.isEmpty() ? new Plugin("root", 0, List.of()) : path.get(0);
  }

  /**
   * All servers.
   *
   * @param servers the root of each server
   */
  public record Plugins(Map<String, Plugin> servers) implements OperationResponseBody {}

  /**
   * A plugin.
   *
   * @param name its name; {@code bound _after} for a step between plugins
   * @param millis how long it took to load, with those in it, in milliseconds
   * @param plugins those that were loaded in it
   */
  public record Plugin(String name, long millis, List<Plugin> plugins) {}
}
