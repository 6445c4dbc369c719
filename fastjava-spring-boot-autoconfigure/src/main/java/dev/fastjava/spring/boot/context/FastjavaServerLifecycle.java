package dev.fastjava.spring.boot.context;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Starts the server after all other components and stops it before them, in the phase of Boot's own
 * servers. Publishes the port as {@code local.fastjava.port}, and as {@code local.server.port} when
 * the application has no other server.
 */
public final class FastjavaServerLifecycle implements SmartLifecycle {
  /** The property source Boot publishes ports in. */
  private static final String PORTS = "server.ports";

  private static final String OF_APPLICATION = "local.fastjava.port";

  private final FastjavaWebServer server;
  private final ConfigurableApplicationContext context;
  private final String portProperty;

  /**
   * Makes a lifecycle for the application's own server, which does not listen yet.
   *
   * @param server the server
   * @param context the context it belongs to
   */
  public FastjavaServerLifecycle(FastjavaWebServer server, ConfigurableApplicationContext context) {
    this(server, context, OF_APPLICATION);
  }

  /**
   * Makes a lifecycle for a server that does not listen yet.
   *
   * @param server the server
   * @param context the context it belongs to
   * @param portProperty the property to publish the port in
   */
  public FastjavaServerLifecycle(
      FastjavaWebServer server, ConfigurableApplicationContext context, String portProperty) {
    this.server = server;
    this.context = context;
    this.portProperty = portProperty;
  }

  @Override
  public void start() {
    server.start();
    int port = server.getPort();
    if (port < 0) {
      return;
    }
    publish(portProperty, port);
    if (!portProperty.equals(OF_APPLICATION)) {
      return;
    }
    if (context instanceof FastjavaApplicationContext own) {
      own.publishEvent(new FastjavaServerInitializedEvent(server, own));
    } else if (!(context instanceof WebServerApplicationContext)) {
      publish("local.server.port", port);
    }
  }

  private void publish(String property, int port) {
    ConfigurableEnvironment environment = context.getEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    @Nullable PropertySource<?> known = sources.get(PORTS);
    if (known == null) {
      sources.addFirst(new MapPropertySource(PORTS, new HashMap<>(Map.of(property, port))));
    } else {
      put(known, property, port);
    }
  }

  // The source is Boot's or ours; both hold a map of this type.
  @SuppressWarnings("unchecked")
  private static void put(PropertySource<?> ports, String property, int port) {
    ((Map<String, Object>) ports.getSource()).put(property, port);
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void stop(Runnable callback) {
    CompletableFuture<Void> unused =
        server.stopAsync().whenComplete((closed, failure) -> callback.run());
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }

  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE;
  }

  /** A closed instance cannot listen again, so a cached test context keeps its server. */
  @Override
  public boolean isPauseable() {
    return false;
  }
}
