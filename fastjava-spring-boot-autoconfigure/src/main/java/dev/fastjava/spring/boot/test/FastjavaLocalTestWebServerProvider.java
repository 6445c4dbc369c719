package dev.fastjava.spring.boot.test;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.context.FastjavaApplicationContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.boot.test.http.server.LocalTestWebServer.Scheme;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.ApplicationContext;

/** Lets Boot's test clients find the server. */
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
    WebServer server = own.getWebServer();
    if (server == null || server.getPort() < 0) {
      return null;
    }
    boolean secure = own.getBean(Fastjava.class).listeningOrigin().startsWith("https:");
    return LocalTestWebServer.of(secure ? Scheme.HTTPS : Scheme.HTTP, server.getPort());
  }
}
