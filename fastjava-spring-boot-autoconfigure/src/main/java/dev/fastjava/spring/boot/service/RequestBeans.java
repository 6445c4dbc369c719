package dev.fastjava.spring.boot.service;

import dev.fastjava.Request;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.AbstractRequestAttributes;

/** The attributes of one request, the beans of its scope among them. There are no sessions. */
final class RequestBeans extends AbstractRequestAttributes {
  private final Request request;

  /** Read by other threads, too: those that a payload is read on. */
  private final Map<String, Object> attributes = new ConcurrentHashMap<>();

  RequestBeans(Request request) {
    this.request = request;
  }

  private void require(int scope) {
    if (scope != SCOPE_REQUEST) {
      throw noSession();
    }
    if (!isRequestActive()) {
      throw new IllegalStateException(
          "The request is over, and so are the beans of its scope: do not use them on threads that"
              + " outlive the response");
    }
  }

  private static IllegalStateException noSession() {
    return new IllegalStateException(
        "FastJava has no sessions: keep the state in a store of your own, by an id in a cookie");
  }

  @Override
  public @Nullable Object getAttribute(String name, int scope) {
    require(scope);
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value, int scope) {
    require(scope);
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name, int scope) {
    require(scope);
    attributes.remove(name);
    removeRequestDestructionCallback(name);
  }

  @Override
  public String[] getAttributeNames(int scope) {
    require(scope);
    return attributes.keySet().toArray(new String[0]);
  }

  @Override
  public void registerDestructionCallback(String name, Runnable callback, int scope) {
    require(scope);
    registerRequestDestructionCallback(name, callback);
  }

  @Override
  public @Nullable Object resolveReference(String key) {
    return REFERENCE_REQUEST.equals(key) ? request : null;
  }

  @Override
  public String getSessionId() {
    throw noSession();
  }

  @Override
  public Object getSessionMutex() {
    throw noSession();
  }

  @Override
  protected void updateAccessedSessionAttributes() {}
}
