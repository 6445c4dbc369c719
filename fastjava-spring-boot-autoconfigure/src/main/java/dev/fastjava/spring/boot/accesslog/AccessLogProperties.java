package dev.fastjava.spring.boot.accesslog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * The properties {@code fastjava.accesslog.*}.
 *
 * @param enabled Whether there is a line for each request.
 * @param format Form of the lines.
 * @param pattern Form of the lines in the letters of Tomcat and Apache, such as '%h %t "%r" %s %b
 *     %D'. By default that of 'format'.
 * @param fields Fields of the formats 'json' and 'fields', in this order. By default all that are
 *     common. There may also be 'header:NAME', 'response-header:NAME' and 'mdc:KEY'.
 * @param logger Name of the logger that has the lines, at level 'info'.
 * @param ignorePaths Paths that are not logged, without the query. A star at the end stands for
 *     anything.
 */
@ConfigurationProperties("fastjava.accesslog")
public record AccessLogProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("common") Format format,
    @Nullable String pattern,
    @DefaultValue List<String> fields,
    @DefaultValue("fastjava.access") String logger,
    @DefaultValue List<String> ignorePaths)
    implements Validator {

  /** Form of the lines. */
  public enum Format {
    /** The Common Log Format. */
    COMMON,
    /** The Common Log Format with referer and user agent. */
    COMBINED,
    /** One JSON object a line. */
    JSON,
    /** The fields as key-value pairs, for logs that are structured anyway. */
    FIELDS
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == AccessLogProperties.class;
  }

  /** Told when the properties are bound, with name, value and origin of the property. */
  @Override
  public void validate(Object target, Errors errors) {
    AccessLogProperties properties = (AccessLogProperties) target;
    try {
      AccessLogLine unused = AccessLogLine.of(properties);
    } catch (AccessLogSyntaxException invalid) {
      errors.rejectValue(invalid.property(), "invalid", invalid.reason());
    }
  }
}
