package dev.fastjava.spring.boot.logging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Sets defaults of {@code logging.*} for the active profiles, before logging starts and behind all
 * other property sources: JSON lines for {@code production}, silence for {@code test}, else Boot's
 * lines with the fields of each line. {@code fastjava.logging.form} overrides the profiles, and
 * each property of Boot overrides what is set here. Only silence is had without Logback.
 */
class FastjavaLoggingEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {
  private static final String SOURCE = "fastjavaLogging";
  private static final String FORM = "fastjava.logging.form";
  private static final String STRUCTURED = "logging.structured.format.console";
  private static final String PATTERN = "logging.pattern.console";
  private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

  /**
   * Boot's own console pattern and the fields, behind the request id of the MDC where the line does
   * not have it among its fields. The escapes leave Boot's placeholders to Logback, so that {@code
   * logging.pattern.level} and the like hold as ever.
   */
  private static final String PRETTY_PATTERN =
      """
      %clr(%d{${LOG_DATEFORMAT_PATTERN:-yyyy-MM-dd'T'HH:mm:ss.SSSXXX}}){faint} \
      %clr(${LOG_LEVEL_PATTERN:-%5p}) %clr(${PID:-}){magenta} \
      %clr(--- %esb(){APPLICATION_NAME}%esb{APPLICATION_GROUP}[%15.15t] \
      ${LOG_CORRELATION_PATTERN:-}){faint}%clr(%-40.40logger{39}){cyan} %clr(:){faint} %m \
      %clr(%replace(REQUEST_ID=%X{REQUEST_ID} %kvp{NONE})\
      {'^REQUEST_ID= |^REQUEST_ID=[^ ]* (?=REQUEST_ID=|.* REQUEST_ID=)| $',''})\
      {faint}%n${LOG_EXCEPTION_CONVERSION_WORD:-%wEx}\
      """
          .replace("${", "\\${");

  /** Labels that need no quotes in a pattern. */
  private static final Pattern PLAIN_LABEL = Pattern.compile("[A-Za-z0-9_-]+");

  private final Log log;

  FastjavaLoggingEnvironmentPostProcessor(DeferredLogFactory logs) {
    this.log = logs.getLog(FastjavaLoggingEnvironmentPostProcessor.class);
  }

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String form = form(environment);
    if (!form.equals("silent") && !ClassUtils.isPresent(LOGBACK, application.getClassLoader())) {
      tellUnavailable(environment, form);
      return;
    }
    environment
        .getPropertySources()
        .addLast(new MapPropertySource(SOURCE, defaults(form, label(environment))));
  }

  /** Whoever has chosen a form of their own, or asked for none, is not bothered. */
  private void tellUnavailable(ConfigurableEnvironment environment, String form) {
    boolean isExpected = form.equals("json") || environment.containsProperty(FORM);
    boolean isChosen =
        form.equals("boot")
            || environment.containsProperty(STRUCTURED)
            || environment.containsProperty("logging.config");
    if (isExpected && !isChosen) {
      log.warn(
          "The console form '"
              + form
              + "' of FastJava needs Logback, so that log lines have the form of the logging system"
              + " in use. Set "
              + STRUCTURED
              + " or logging.config to choose one, or fastjava.logging.form=boot for no warning.");
    }
  }

  private static String form(ConfigurableEnvironment environment) {
    String given = environment.getProperty(FORM);
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

  private static String label(ConfigurableEnvironment environment) {
    String label = environment.getProperty("fastjava.request-id-log-label", "reqId");
    return PLAIN_LABEL.matcher(label).matches() ? label : "reqId";
  }

  /** An unknown form is reported when the properties are bound. */
  private static Map<String, Object> defaults(String form, String label) {
    return switch (form) {
      case "json" -> Map.of(STRUCTURED, PinoLogFormatter.class.getName());
      // An application that cannot start, or answers with 500, has to say why.
      case "silent" ->
          Map.of(
              "logging.level.dev.fastjava",
              "error",
              "logging.level.root",
              "error",
              "spring.main.banner-mode",
              "off");
      case "pretty" -> Map.of(PATTERN, PRETTY_PATTERN.replace("REQUEST_ID", label));
      default -> Map.of();
    };
  }
}
