package dev.fastjava.benchmarks.micro;

import java.util.ArrayList;
import java.util.List;

/** Paths of a service with many resources of the same shape, with parameters as {@code :name}. */
final class RoutePaths {

  private static final int FOR_EACH_RESOURCE = 5;

  private RoutePaths() {}

  /** As many paths as asked for. */
  static List<String> of(int count) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; paths.size() < count; i++) {
      String resource = resource(i);
      paths.add("/api/v1/" + resource);
      paths.add("/api/v1/" + resource + "/:id");
      paths.add("/api/v1/" + resource + "/:id/history");
      paths.add("/api/v1/" + resource + "/:id/items/:item/notes/:note");
      paths.add("/files/" + resource + "/*");
    }
    return paths;
  }

  /** A resource in the middle of a table with so many paths. */
  static String resource(int index) {
    String[] words = {"orders", "users", "invoices", "products", "carts", "reports", "events"};
    return words[index % words.length] + (index < words.length ? "" : index / words.length);
  }

  /** The resource that requests of a benchmark are for. */
  static String requested(int count) {
    return resource(count / FOR_EACH_RESOURCE / 2);
  }
}
