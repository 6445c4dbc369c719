package dev.fastjava.spring.boot.context;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;

/** Published when the server listens. */
public final class FastjavaServerInitializedEvent extends WebServerInitializedEvent {
  private static final long serialVersionUID = 1;

  private final transient WebServerApplicationContext context;

  /**
   * Makes the event.
   *
   * @param server the server that listens
   * @param context the context it belongs to
   */
  public FastjavaServerInitializedEvent(
      FastjavaWebServer server, WebServerApplicationContext context) {
    super(server);
    this.context = context;
  }

  @Override
  public WebServerApplicationContext getApplicationContext() {
    return context;
  }
}
