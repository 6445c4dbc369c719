package dev.fastjava.spring.boot.test;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.context.FastjavaApplicationContext;
import dev.fastjava.spring.boot.context.FastjavaWebServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.boot.test.http.server.LocalTestWebServer.BaseUriDetails;
import org.springframework.boot.test.http.server.LocalTestWebServer.Scheme;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.ApplicationContext;

/**
 * Lets Boot's test clients find the server. They are made before it listens, so that the port is
 * asked for with the first request.
 */
class FastjavaLocalTestWebServerProvider implements LocalTestWebServer.Provider {
  private final ApplicationContext context;

  FastjavaLocalTestWebServerProvider(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public @Nullable LocalTestWebServer getLocalTestWebServer() {
    if (!(context instanceof FastjavaApplicationContext own)) {
      return null;
    }
    WebServer server = own.getBeanProvider(FastjavaWebServer.class).getIfAvailable();
    if (server == null) {
      return null;
    }
    boolean secure = Boolean.TRUE.equals(own.getBean(Fastjava.class).initialConfig().get("https"));
    return LocalTestWebServer.of(
        secure ? Scheme.HTTPS : Scheme.HTTP, () -> new BaseUriDetails(port(server), ""));
  }

  private static int port(WebServer server) {
    int port = server.getPort();
    if (port < 0) {
      throw new IllegalStateException(
          "The FastJava server does not listen, so that a test client cannot reach it: it does when"
              + " the context is refreshed, unless server.port is -1");
    }
    return port;
  }
}
