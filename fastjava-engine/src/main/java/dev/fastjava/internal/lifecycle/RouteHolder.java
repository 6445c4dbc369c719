package dev.fastjava.internal.lifecycle;

import org.jspecify.annotations.Nullable;

/** What the router finds: the place of a route's context, filled when boot builds it. */
public final class RouteHolder {
  private @Nullable RouteContext context;

  /** Puts the context there; before requests are served. */
  public void fill(RouteContext context) {
    this.context = context;
  }

  /** Whether boot has built the context. */
  public boolean isFilled() {
    return context != null;
  }

  /** The context of the route. */
  public RouteContext context() {
    if (context == null) {
      throw new IllegalStateException("The route was not built: the server is not ready");
    }
    return context;
  }
}
