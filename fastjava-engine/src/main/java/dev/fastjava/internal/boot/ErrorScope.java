package dev.fastjava.internal.boot;

import dev.fastjava.ErrorHandler;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.DefaultErrorHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error handlers of one context over those of the contexts above, as they were when it was
 * made.
 *
 * <p>Reference: Server, setErrorHandler.
 */
final class ErrorScope {
  private final Server server;
  private final @Nullable ErrorScope parent;
  private @Nullable List<ErrorHandler> own;
  private boolean set;

  ErrorScope(Server server, @Nullable ErrorScope parent) {
    this.server = server;
    this.parent = parent;
  }

  void set(@Nullable ErrorHandler handler) {
    if (handler == null) {
      throw ErrorCode.FST_ERR_ERROR_HANDLER_NOT_FN.error();
    }
    if (set && !server.options.allowErrorHandlerOverride()) {
      throw ErrorCode.FST_ERR_ERROR_HANDLER_ALREADY_SET.error();
    }
    if (set) {
      server.warnings.errorHandlerOverridden();
    }
    set = true;
    own = before(handler, chain());
  }

  /** A chain with one more handler before it. */
  static List<ErrorHandler> before(ErrorHandler first, List<ErrorHandler> chain) {
    List<ErrorHandler> all = new ArrayList<>();
    all.add(first);
    all.addAll(chain);
    return List.copyOf(all);
  }

  /** The innermost handler first, the default one at last. */
  List<ErrorHandler> chain() {
    if (own != null) {
      return own;
    }
    return parent == null ? DefaultErrorHandler.CHAIN : parent.chain();
  }
}
