package dev.fastjava.internal.boot;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The views that onRoute hooks give to the routes they see. No hook sees a not-found handler; one
 * that gives all routes the same view means it for the whole context, and so for what is sent where
 * there is no route.
 */
final class HookViews {
  /** What a hook stands for that gives some routes a view, or none, or gives several. */
  private static final Class<?> NONE = void.class;

  private final Map<Object, Class<?>> views = Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Notes what a hook did.
   *
   * @param before the view of the route before the hook ran
   * @param after its view now
   */
  void note(Object hook, @Nullable Class<?> before, @Nullable Class<?> after) {
    if (before != null && before == after) {
      return; // The route has it from elsewhere, and the hook may leave that as it is.
    }
    Class<?> view = after == null ? NONE : after;
    Class<?> known = views.putIfAbsent(hook, view);
    if (known != null && known != view) {
      views.put(hook, NONE);
    }
  }

  /** The view that the hooks of a context give to its routes; null when there is none for all. */
  @Nullable Class<?> of(List<?> hooks) {
    Class<?> last = null;
    for (Object hook : hooks) {
      Class<?> view = views.get(hook);
      if (view != null && view != NONE) {
        last = view;
      }
    }
    return last;
  }
}
