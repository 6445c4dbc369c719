package dev.fastjava.spring.boot.service;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.spring.boot.RequestLocaleResolver;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** Holds the locale of a request wherever the engine runs code for it, and nowhere else. */
final class LocaleListener implements RequestListener {
  private final RequestLocaleResolver resolver;

  LocaleListener(RequestLocaleResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public Runnable threadScope(Request request, Reply reply) {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocaleContext(new OfRequest(resolver, request));
    return () -> LocaleContextHolder.setLocaleContext(before);
  }

  /** Resolves the locale when it is asked for, which most requests never do. */
  private static final class OfRequest implements LocaleContext {
    private final RequestLocaleResolver resolver;
    private final Request request;
    private @Nullable Locale locale;

    OfRequest(RequestLocaleResolver resolver, Request request) {
      this.resolver = resolver;
      this.request = request;
    }

    @Override
    public Locale getLocale() {
      Locale known = locale;
      if (known == null) {
        known = resolver.resolve(request);
        locale = known;
      }
      return known;
    }
  }
}
