package dev.fastjava.spring.boot.context;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.ConfigurableWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The context of an application whose only web server is FastJava. Knowing the server, it lets
 * Boot's own features work: {@code local.server.port}, port files, readiness on shutdown.
 */
public class FastjavaApplicationContext extends GenericApplicationContext
    implements ConfigurableWebServerApplicationContext {
  private @Nullable String serverNamespace;

  /** Makes an empty context. */
  public FastjavaApplicationContext() {}

  /**
   * Returns the server.
   *
   * @return the server; null when the application has none or is not running
   */
  @Override
  public @Nullable WebServer getWebServer() {
    return isActive() ? getBeanProvider(FastjavaWebServer.class).getIfAvailable() : null;
  }

  @Override
  public @Nullable String getServerNamespace() {
    return serverNamespace;
  }

  @Override
  public void setServerNamespace(@Nullable String serverNamespace) {
    this.serverNamespace = serverNamespace;
  }

  @Override
  protected void doClose() {
    if (isActive()) {
      AvailabilityChangeEvent.publish(this, ReadinessState.REFUSING_TRAFFIC);
    }
    super.doClose();
  }
}
