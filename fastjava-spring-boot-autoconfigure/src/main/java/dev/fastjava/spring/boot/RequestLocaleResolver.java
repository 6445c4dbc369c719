package dev.fastjava.spring.boot;

import dev.fastjava.Request;
import java.util.Locale;

/**
 * Tells the locale of a request: what {@code LocaleContextHolder} has in its hooks and handlers,
 * and the language of messages about what is wrong with it. A bean of this type takes the place of
 * the one that follows {@code spring.web.locale-resolver}.
 *
 * <pre>{@code
 * @Bean
 * RequestLocaleResolver localeOfTheUser(Users users) {
 *   return request -> users.of(request).locale();
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RequestLocaleResolver {
  /**
   * Returns the locale of a request. Called when somebody asks for it, on the thread of the
   * request, which may be an event loop: must not block there. Before the request is authenticated,
   * too.
   *
   * @param request the request
   * @return its locale
   */
  Locale resolve(Request request);
}
