package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.context.FastjavaClosing;
import dev.fastjava.spring.boot.context.FastjavaWebServer;
import org.springframework.beans.factory.BeanNameAware;
import org.springframework.beans.factory.DisposableBean;

/** A server beside the application's own, and the owner of its closing. */
final class FurtherServer implements FastjavaServer, BeanNameAware, DisposableBean {
  private final Fastjava app;
  private final FastjavaClosing closing;
  private final FastjavaWebServer webServer;
  private String name;

  /**
   * Makes one that does not listen yet.
   *
   * @param name empty for that of the bean
   */
  FurtherServer(String name, Fastjava app, ServerSettings settings) {
    this.name = name;
    this.app = app;
    this.closing = new FastjavaClosing(app);
    this.webServer =
        new FastjavaWebServer(
            app, settings.port(), settings.address(), settings.shutdown(), closing);
    app.addRequestListener(closing);
  }

  @Override
  public void setBeanName(String beanName) {
    if (name.isEmpty()) {
      name = beanName;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Fastjava app() {
    return app;
  }

  @Override
  public int port() {
    return webServer.getPort();
  }

  FastjavaClosing closing() {
    return closing;
  }

  FastjavaWebServer webServer() {
    return webServer;
  }

  /** Whatever the lifecycle has not closed: the instance of a start that failed. */
  @Override
  public void destroy() {
    closing.destroy();
  }
}
