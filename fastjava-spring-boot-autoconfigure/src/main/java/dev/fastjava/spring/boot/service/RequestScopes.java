package dev.fastjava.spring.boot.service;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.autoconfigure.BeanRegistrationException;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestScope;

/**
 * Registers the scope of requests, unless another web framework has done so. Where no bean has the
 * scope, requests cost nothing more. Scopes that need sessions are refused.
 */
final class RequestScopes implements BeanFactoryPostProcessor, FastjavaCustomizer {
  private boolean used;

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (beans.getRegisteredScope(WebApplicationContext.SCOPE_REQUEST) == null) {
      beans.registerScope(WebApplicationContext.SCOPE_REQUEST, new RequestScope());
    }
    for (String name : beans.getBeanDefinitionNames()) {
      BeanDefinition definition = beans.getBeanDefinition(name);
      String scope = definition.getScope();
      if (WebApplicationContext.SCOPE_REQUEST.equals(scope)) {
        used = true;
      } else if (scope != null && beans.getRegisteredScope(scope) == null) {
        refuse(name, scope);
      }
    }
  }

  private static void refuse(String name, String scope) {
    String bean = name.startsWith("scopedTarget.") ? name.substring(13) : name;
    if (WebApplicationContext.SCOPE_SESSION.equals(scope)) {
      throw new BeanRegistrationException(
          "Bean '%s' has the scope 'session', and FastJava has no sessions".formatted(bean),
          "Make it a bean of the scope 'request' that reads what it needs by an id in a cookie, or"
              + " register a scope 'session' of your own.",
          null);
    }
    if (List.of(WebApplicationContext.SCOPE_APPLICATION, "websocket").contains(scope)) {
      throw new BeanRegistrationException(
          "Bean '%s' has the scope '%s', which FastJava does not have".formatted(bean, scope),
          "Make it a singleton, or register a scope of that name.",
          null);
    }
  }

  @Override
  public void customize(Fastjava app) {
    if (used) {
      app.decorateRequest(RequestScopeListener.BEANS);
      app.addRequestListener(new RequestScopeListener());
    }
  }
}
