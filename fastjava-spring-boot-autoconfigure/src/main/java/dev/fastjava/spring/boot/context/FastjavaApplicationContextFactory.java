package dev.fastjava.spring.boot.context;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Gives applications that have neither servlets nor WebFlux a {@link FastjavaApplicationContext}.
 */
class FastjavaApplicationContextFactory implements ApplicationContextFactory {
  private static final String SERVER_CONTEXT =
      "org.springframework.boot.web.server.context.ConfigurableWebServerApplicationContext";

  @Override
  public @Nullable ConfigurableApplicationContext create(
      @Nullable WebApplicationType webApplicationType) {
    boolean isOurs =
        webApplicationType == WebApplicationType.NONE
            && ClassUtils.isPresent(SERVER_CONTEXT, getClass().getClassLoader());
    return isOurs ? new FastjavaApplicationContext() : null;
  }
}
