package dev.fastjava.spring.boot.logging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Sets defaults of {@code logging.*} for the active profiles, before logging starts and behind all
 * other property sources: JSON lines for {@code production}, silence for {@code test}, else Boot's
 * lines with the fields of each line. {@code fastjava.logging.form} overrides the profiles, and
 * each property of Boot overrides what is set here.
 */
class FastjavaLoggingEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {
  private static final String SOURCE = "fastjavaLogging";
  private static final String PATTERN = "logging.pattern.console";
  private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

  /**
   * Boot's own console pattern and the fields. The escapes leave Boot's placeholders to Logback, so
   * that {@code logging.pattern.level} and the like hold as ever.
   */
  private static final String PRETTY_PATTERN =
      """
      %clr(%d{${LOG_DATEFORMAT_PATTERN:-yyyy-MM-dd'T'HH:mm:ss.SSSXXX}}){faint} \
      %clr(${LOG_LEVEL_PATTERN:-%5p}) %clr(${PID:-}){magenta} \
      %clr(--- %esb(){APPLICATION_NAME}%esb{APPLICATION_GROUP}[%15.15t] \
      ${LOG_CORRELATION_PATTERN:-}){faint}%clr(%-40.40logger{39}){cyan} %clr(:){faint} %m \
      %clr(%kvp{NONE}){faint}%n${LOG_EXCEPTION_CONVERSION_WORD:-%wEx}\
      """
          .replace("${", "\\${");

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (ClassUtils.isPresent(LOGBACK, application.getClassLoader())) {
      Map<String, Object> defaults = defaults(form(environment));
      environment.getPropertySources().addLast(new MapPropertySource(SOURCE, defaults));
    }
  }

  private static String form(ConfigurableEnvironment environment) {
    String given = environment.getProperty("fastjava.logging.form");
    if (given != null) {
      return given.toLowerCase(Locale.ROOT);
    }
    List<String> profiles = Arrays.asList(environment.getActiveProfiles());
    if (profiles.contains("test")) {
      return "silent";
    }
    // Boot prefers a structured format to any pattern, also to one the user has chosen.
    boolean isProduction = profiles.contains("production") || profiles.contains("prod");
    return isProduction && !environment.containsProperty(PATTERN) ? "json" : "pretty";
  }

  /** An unknown form is reported when the properties are bound. */
  private static Map<String, Object> defaults(String form) {
    return switch (form) {
      case "json" -> Map.of("logging.structured.format.console", PinoLogFormatter.class.getName());
      case "silent" -> Map.of("logging.level.dev.fastjava", "off");
      case "pretty" -> Map.of(PATTERN, PRETTY_PATTERN);
      default -> Map.of();
    };
  }
}
