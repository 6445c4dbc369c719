package dev.fastjava;

import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.Logger;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.RequestIdGenerator;
import dev.fastjava.spi.WarningListener;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a server logs and warns of, and how it names requests. A part of {@link
 * FastjavaOptions.Builder}.
 *
 * @param <B> the builder
 */
abstract class LoggingSettings<B extends LoggingSettings<B>> extends SchemaSettings<B> {
  @Nullable LoggerOptions loggerOptions;
  @Nullable Logger loggerInstance;
  @Nullable Predicate<RawRequest> disableRequestLogging;
  String requestIdLogLabel = "reqId";
  @Nullable String requestIdHeader;
  @Nullable RequestIdGenerator genReqId;
  @Nullable ChildLoggerFactory childLoggerFactory;
  @Nullable LogController logController;
  @Nullable WarningListener warningListener;

  /** Takes over what another builder has. */
  final void copyLogging(LoggingSettings<?> from) {
    loggerOptions = from.loggerOptions;
    loggerInstance = from.loggerInstance;
    disableRequestLogging = from.disableRequestLogging;
    requestIdLogLabel = from.requestIdLogLabel;
    requestIdHeader = from.requestIdHeader;
    genReqId = from.genReqId;
    childLoggerFactory = from.childLoggerFactory;
    logController = from.logController;
    warningListener = from.warningListener;
  }

  /**
   * Sets what the built-in logger does, which it also switches on.
   *
   * @param options changes what is set so far
   * @return this
   */
  public B loggerOptions(Consumer<LoggerOptions.Builder> options) {
    loggerOptions =
        (loggerOptions == null ? LoggerOptions.defaults() : loggerOptions).with(options);
    return self();
  }

  /**
   * Sets what the built-in logger does, which it also switches on.
   *
   * @param loggerOptions takes the place of what is set so far
   * @return this
   */
  public B loggerOptions(LoggerOptions loggerOptions) {
    this.loggerOptions = Objects.requireNonNull(loggerOptions, "loggerOptions");
    return self();
  }

  /**
   * Sets a logger in place of the built-in one.
   *
   * @param loggerInstance the logger
   * @return this
   */
  public B loggerInstance(Logger loggerInstance) {
    this.loggerInstance = Objects.requireNonNull(loggerInstance, "loggerInstance");
    return self();
  }

  /**
   * Switches the built-in logger on or off.
   *
   * @param on true for JSON lines at level {@code info} on the standard output
   * @return this
   */
  public B logger(boolean on) {
    this.loggerOptions = on ? LoggerOptions.defaults() : null;
    return self();
  }

  /**
   * Sets which requests are not logged.
   *
   * @param disableRequestLogging tells for a request
   * @return this
   */
  public B disableRequestLogging(Predicate<RawRequest> disableRequestLogging) {
    this.disableRequestLogging =
        Objects.requireNonNull(disableRequestLogging, "disableRequestLogging");
    return self();
  }

  /**
   * Switches the lines about requests off or on: arrival, completion, errors and unknown routes.
   *
   * @param disableRequestLogging true for no lines; false by default
   * @return this
   */
  public B disableRequestLogging(boolean disableRequestLogging) {
    this.disableRequestLogging = disableRequestLogging ? request -> true : null;
    return self();
  }

  /**
   * Sets the key of the request id in log lines.
   *
   * @param requestIdLogLabel the key; {@code reqId} by default
   * @return this
   */
  public B requestIdLogLabel(String requestIdLogLabel) {
    this.requestIdLogLabel = Objects.requireNonNull(requestIdLogLabel, "requestIdLogLabel");
    return self();
  }

  /**
   * Sets the header a request may bring its id in.
   *
   * @param requestIdHeader the name; none by default; empty for none, and what is no name of a
   *     header stops the boot
   * @return this
   */
  public B requestIdHeader(String requestIdHeader) {
    this.requestIdHeader = Objects.requireNonNull(requestIdHeader, "requestIdHeader");
    return self();
  }

  /**
   * Sets what makes request ids.
   *
   * @param genReqId makes an id; {@code req-1}, {@code req-2} and so on in base 36 by default
   * @return this
   */
  public B genReqId(RequestIdGenerator genReqId) {
    this.genReqId = Objects.requireNonNull(genReqId, "genReqId");
    return self();
  }

  /**
   * Sets what makes the logger of each request.
   *
   * @param childLoggerFactory makes the logger
   * @return this
   */
  public B childLoggerFactory(ChildLoggerFactory childLoggerFactory) {
    this.childLoggerFactory = Objects.requireNonNull(childLoggerFactory, "childLoggerFactory");
    return self();
  }

  /**
   * Sets who decides what is logged where the framework logs a line about a request.
   *
   * @param logController decides; none by default
   * @return this
   */
  public B logController(LogController logController) {
    this.logController = Objects.requireNonNull(logController, "logController");
    return self();
  }

  /**
   * Sets who is told of warnings ({@code FSTWRN…}, {@code FSTSEC…}).
   *
   * @param warningListener is told; the SLF4J logger {@code dev.fastjava} by default
   * @return this
   */
  public B warningListener(WarningListener warningListener) {
    this.warningListener = Objects.requireNonNull(warningListener, "warningListener");
    return self();
  }
}
