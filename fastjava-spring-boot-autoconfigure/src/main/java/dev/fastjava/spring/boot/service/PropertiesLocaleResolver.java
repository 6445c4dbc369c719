package dev.fastjava.spring.boot.service;

import dev.fastjava.Request;
import dev.fastjava.spring.boot.RequestLocaleResolver;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;

/** Follows {@code spring.web.locale} and {@code spring.web.locale-resolver}. */
final class PropertiesLocaleResolver implements RequestLocaleResolver {
  /** What is read of the header at most, which anybody may send. */
  private static final int MAX_LENGTH = 256;

  private final @Nullable Locale locale;
  private final boolean fixed;

  PropertiesLocaleResolver(WebProperties properties) {
    this.locale = properties.getLocale();
    this.fixed = properties.getLocaleResolver() == WebProperties.LocaleResolver.FIXED;
  }

  @Override
  public Locale resolve(Request request) {
    Locale accepted = fixed ? null : accepted(request.header("accept-language"));
    Locale known = accepted == null ? locale : accepted;
    return known == null ? Locale.getDefault() : known;
  }

  private static @Nullable Locale accepted(@Nullable String header) {
    if (header == null || header.length() > MAX_LENGTH) {
      return null;
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
      for (Locale.LanguageRange each : ranges) {
        if (each.getWeight() > 0 && !each.getRange().startsWith("*")) {
          return Locale.forLanguageTag(each.getRange());
        }
      }
    } catch (IllegalArgumentException e) {
      // Anybody may send anything.
    }
    return null;
  }
}
