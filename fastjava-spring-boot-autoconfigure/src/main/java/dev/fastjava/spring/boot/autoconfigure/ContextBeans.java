package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What beans declare, sorted by the context they belong to: the application's or a plugin's. */
final class ContextBeans {
  /** The application itself, in place of the name of a plugin. */
  static final String APPLICATION = "";

  private final Map<String, List<Declared>> byPlugin = new LinkedHashMap<>();
  private final Map<String, String> only = new LinkedHashMap<>();
  private final StartFailures failures;
  private final BeanPlaces places;

  ContextBeans(StartFailures failures, BeanPlaces places) {
    this.failures = failures;
    this.places = places;
  }

  /** Declares something on an instance. */
  @FunctionalInterface
  interface Declaration {
    void on(Fastjava app) throws Exception;
  }

  /** What declares something: a bean or, in its place, a file. */
  private record Declared(String bean, @Nullable String file, Declaration declaration) {}

  void add(String plugin, String bean, Declaration declaration) {
    byPlugin
        .computeIfAbsent(plugin, name -> new ArrayList<>())
        .add(new Declared(bean, null, declaration));
  }

  void addFile(String file, Declaration declaration) {
    byPlugin
        .computeIfAbsent(APPLICATION, name -> new ArrayList<>())
        .add(new Declared("", file, declaration));
  }

  /** A second one of what a context has once. */
  void addOnly(String what, String plugin, String bean, Declaration declaration) {
    String kind = what + " of plugin '" + plugin + "'";
    String other = only.putIfAbsent(kind, bean);
    if (other != null) {
      throw new BeanRegistrationException(
          "There are two beans for the %s:\n\n    - %s\n    - %s"
              .formatted(kind, places.describe(other), places.describe(bean)),
          "Remove one of them.",
          null);
    }
    add(plugin, bean, declaration);
  }

  /**
   * Refuses what belongs to no plugin.
   *
   * @param plugins the names of all plugins
   */
  void check(List<String> plugins) {
    byPlugin.forEach(
        (plugin, declared) -> {
          if (!plugin.equals(APPLICATION) && !plugins.contains(plugin)) {
            throw new BeanRegistrationException(
                "%s belongs to plugin '%s', which is no bean of the application. Plugins there are: %s"
                    .formatted(
                        DeclaredBeans.capitalized(places.describe(declared.get(0).bean())),
                        plugin,
                        plugins.isEmpty() ? "none" : String.join(", ", plugins)),
                "Declare a Plugin bean with @RegisterPlugin(name = \"%s\"), or correct the name."
                    .formatted(plugin),
                null);
          }
        });
  }

  void declare(String plugin, Fastjava app) {
    for (Declared each : byPlugin.getOrDefault(plugin, List.of())) {
      try {
        each.declaration().on(app);
      } catch (Exception failure) {
        throw each.file() == null
            ? failures.of("Registration", each.bean(), failure)
            : StartFailures.exception("The schema of " + each.file() + " is refused", failure);
      }
    }
  }
}
