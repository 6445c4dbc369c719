package dev.fastjava;

import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.Logger;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.WarningListener;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What options say of logging, of warnings and of the ids of requests. A part of {@link
 * FastjavaOptions}; {@link LoggingSettings} sets it.
 */
abstract class LoggingChoices extends SchemaChoices {
  LoggingChoices(FastjavaOptions.Builder values) {
    super(values);
  }

  /**
   * Returns the options of the built-in logger.
   *
   * @return level, redaction, serializers, destination; null when not set
   */
  public @Nullable LoggerOptions loggerOptions() {
    return values.loggerOptions;
  }

  /**
   * Returns a logger in place of the built-in one.
   *
   * @return the logger; null when not set
   */
  public @Nullable Logger loggerInstance() {
    return values.loggerInstance;
  }

  /**
   * Returns which requests are not logged.
   *
   * @return tells for a request; null when not set
   */
  public @Nullable Predicate<RawRequest> disableRequestLogging() {
    return values.disableRequestLogging;
  }

  /**
   * Returns the key of the request id in log lines.
   *
   * @return the key
   */
  public String requestIdLogLabel() {
    return values.requestIdLogLabel;
  }

  /**
   * Returns the header a request may bring its id in.
   *
   * @return the name; null when not set
   */
  public @Nullable String requestIdHeader() {
    return values.requestIdHeader;
  }

  /**
   * Returns what makes request ids.
   *
   * @return makes an id; null when not set
   */
  public @Nullable RequestIdGenerator genReqId() {
    return values.genReqId;
  }

  /**
   * Returns what makes the logger of each request.
   *
   * @return makes the logger; null when not set
   */
  public @Nullable ChildLoggerFactory childLoggerFactory() {
    return values.childLoggerFactory;
  }

  /**
   * Returns who decides about the lines that the framework logs about requests.
   *
   * @return decides; null when not set
   */
  public @Nullable LogController logController() {
    return values.logController;
  }

  /**
   * Returns who is told of warnings.
   *
   * @return the listener; null when not set
   */
  public @Nullable WarningListener warningListener() {
    return values.warningListener;
  }
}
