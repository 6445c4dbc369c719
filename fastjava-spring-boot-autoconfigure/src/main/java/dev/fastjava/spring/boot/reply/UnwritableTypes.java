package dev.fastjava.spring.boot.reply;

import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Types that hold a value, or say how to get one, and that JSON would be made of their insides:
 * nothing a client should see.
 */
final class UnwritableTypes {
  private static final Set<String> NAMES =
      Set.of(
          "org.reactivestreams.Publisher",
          "org.springframework.web.context.request.async.DeferredResult",
          "org.springframework.web.context.request.async.WebAsyncTask",
          "org.springframework.web.reactive.function.server.ServerResponse",
          "org.springframework.web.reactive.result.view.Rendering",
          "org.springframework.web.servlet.ModelAndView",
          "org.springframework.web.servlet.View",
          "org.springframework.web.servlet.function.ServerResponse",
          "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter");

  private UnwritableTypes() {}

  /** Why there is no reply in a value of a type; null when there is one. */
  static @Nullable String reason(Class<?> type) {
    if (Future.class.isAssignableFrom(type)) {
      return "it would have to be waited for: return a CompletionStage";
    }
    if (isCode(type)) {
      return "it is code: return what it makes, or a StreamedBody";
    }
    if (type.getName().startsWith("io.reactivex.")
        || type.getName().startsWith("kotlinx.coroutines.")) {
      return "the ReactiveAdapterRegistry of Spring does not know it";
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (NAMES.contains(each.getName())) {
        return "it belongs to another web framework";
      }
    }
    for (Class<?> each : ClassUtils.getAllInterfacesForClass(type)) {
      if (NAMES.contains(each.getName())) {
        return "it belongs to another framework, and no adapter for it is there";
      }
    }
    return null;
  }

  /** A lambda, or a class without a name: not data that also happens to be a function. */
  private static boolean isCode(Class<?> type) {
    boolean nameless = type.isHidden() || type.isSynthetic() || type.isAnonymousClass();
    return nameless
        && !Modifier.isInterface(type.getModifiers())
        && (Callable.class.isAssignableFrom(type)
            || Supplier.class.isAssignableFrom(type)
            || Function.class.isAssignableFrom(type)
            || Consumer.class.isAssignableFrom(type)
            || Runnable.class.isAssignableFrom(type));
  }
}
