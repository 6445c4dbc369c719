package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.Response;
import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.type.DecoratorKey;
import java.util.function.Consumer;

/** Refuses requests while it is on. */
public final class Maintenance {
  private static final DecoratorKey<Maintenance> KEY =
      DecoratorKey.of("maintenance", Maintenance.class);
  private static final CustomWarningCode NOTHING_OPEN =
      CustomWarningCode.of("MAINTENANCE001", "No path stays open: health checks are refused, too");

  private final MaintenanceOptions options;
  private volatile boolean on;

  private Maintenance(MaintenanceOptions options) {
    this.options = options;
  }

  /** The plugin; wrong options are refused here, at the line that sets them. */
  public static Plugin plugin(Consumer<MaintenanceOptions.Builder> options) {
    MaintenanceOptions built = MaintenanceOptions.of(options);
    return Plugins.shared(
        "maintenance",
        meta -> meta.version(">=0.1"),
        (app, given) -> new Maintenance(built).install(app));
  }

  /** What the plugin brings, where it was registered. */
  public static Maintenance of(Fastjava app) {
    return app.require(KEY);
  }

  /** Begins or ends the maintenance. */
  public void on(boolean on) {
    this.on = on;
  }

  private void install(Fastjava app) {
    if (options.open().isEmpty()) {
      app.warn(NOTHING_OPEN);
    }
    app.decorate(KEY, this);
    app.onRequest(
        (request, reply) -> {
          String path = request.url().split("\\?", 2)[0];
          if (on && !options.open().contains(path)) {
            String seconds = Long.toString(options.retryAfter().toSeconds());
            reply.send(Response.of(503, "closed", r -> r.header("retry-after", seconds)));
          }
        });
  }
}
