package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.RouterOptions;
import dev.fastjava.logging.Logger;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.option.TrustProxy;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.logging.ErrorLines;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.PropertyMapper;

/** Applies the properties {@code fastjava.*}. */
final class PropertiesOptionsCustomizer implements FastjavaOptionsCustomizer {
  private static final Duration LEAST_REST = Duration.ofSeconds(1);

  private final FastjavaProperties properties;
  private final Duration shutdownPhase;
  private final boolean development;
  private final boolean virtualThreads;
  private final boolean structuredLines;

  /**
   * Takes the properties and the time Boot gives each phase of the shutdown. Requests get a little
   * less of it, so that the last of them are cut, and onClose hooks done, within the phase. During
   * development, replies are checked unless a property says otherwise. Without virtual threads,
   * what may block runs on workers. Errors of bad requests have stack traces in lines that are for
   * programs only.
   */
  PropertiesOptionsCustomizer(
      FastjavaProperties properties,
      Duration shutdownPhase,
      boolean development,
      boolean virtualThreads,
      boolean structuredLines) {
    this.properties = properties;
    this.shutdownPhase = shutdownPhase;
    this.development = development;
    this.virtualThreads = virtualThreads;
    this.structuredLines = structuredLines;
  }

  @Override
  public void customize(FastjavaOptions.Builder options) {
    options.bodyLimit(properties.bodyLimit().toBytes());
    options.pluginTimeout(properties.pluginTimeout());
    options.handlerTimeout(properties.handlerTimeout());
    options.unansweredWarning(properties.unansweredWarning());
    options.closeTimeout(closeTimeout());
    options.return503OnClosing(properties.return503OnClosing());
    options.forceCloseConnections(properties.forceCloseConnections());
    options.exposeHeadRoutes(properties.exposeHeadRoutes());
    PropertyMapper.get().from(properties.requestIdHeader()).to(options::requestIdHeader);
    options.requestIdLogLabel(properties.requestIdLogLabel());
    trustProxy(options, properties.trustProxy());
    options.onProtoPoisoning(properties.onProtoPoisoning());
    options.onConstructorPoisoning(properties.onConstructorPoisoning());
    options.emptyJsonBody(properties.emptyJsonBody());
    options.allowErrorHandlerOverride(properties.allowErrorHandlerOverride());
    options.execution(execution());
    options.workerThreads(properties.workerThreads());
    options.workerQueue(properties.workerQueue());
    options.routerOptions(this::router);
    options.http(this::http);
    options.validation(this::validation);
    options.serialization(this::serialization);
    logging(options);
  }

  private Duration closeTimeout() {
    Duration given = properties.closeTimeout();
    if (given != null) {
      return given;
    }
    // Of a short phase a tenth is too little to cut connections and run onClose hooks in.
    Duration tenth = shutdownPhase.dividedBy(10);
    Duration half = shutdownPhase.dividedBy(2);
    Duration rest = tenth.compareTo(LEAST_REST) > 0 ? tenth : LEAST_REST;
    return shutdownPhase.minus(rest.compareTo(half) > 0 ? half : rest);
  }

  private Execution execution() {
    Execution given = properties.execution();
    return given == Execution.BLOCKING && !virtualThreads ? Execution.WORKER : given;
  }

  private static void trustProxy(FastjavaOptions.Builder options, List<String> proxies) {
    if (proxies.equals(List.of("all"))) {
      options.trustProxy(TrustProxy.all());
    } else if (!proxies.isEmpty()) {
      options.trustProxy(TrustProxy.addresses(proxies));
    }
  }

  private void router(RouterOptions.Builder options) {
    FastjavaProperties.Router router = properties.router();
    options
        .ignoreTrailingSlash(router.ignoreTrailingSlash())
        .ignoreDuplicateSlashes(router.ignoreDuplicateSlashes())
        .maxParamLength(router.maxParamLength())
        .caseSensitive(router.caseSensitive())
        .allowUnsafeRegex(router.allowUnsafeRegex())
        .useSemicolonDelimiter(router.useSemicolonDelimiter());
  }

  private void http(HttpOptions.Builder options) {
    FastjavaProperties.Http http = properties.http();
    options
        .connectionTimeout(http.connectionTimeout())
        .keepAliveTimeout(http.keepAliveTimeout())
        .requestTimeout(http.requestTimeout())
        .bodyTimeout(http.bodyTimeout())
        .bodyTotalTimeout(http.bodyTotalTimeout())
        .headersTimeout(http.headersTimeout())
        .writeTimeout(http.writeTimeout())
        .handshakeTimeout(http.handshakeTimeout())
        .maxConnections(http.maxConnections())
        .maxRequestsPerSocket(http.maxRequestsPerSocket())
        .maxHeaderSize(http.maxHeaderSize().toBytes())
        .http2SessionTimeout(http.http2SessionTimeout())
        .eventLoopThreads(http.eventLoopThreads())
        .backlog(http.backlog());
    PropertyMapper.get().from(http.http2()).to(options::http2);
  }

  private void validation(ValidationOptions.Builder options) {
    FastjavaProperties.Validation validation = properties.validation();
    FastjavaProperties.Validation.Strict strict = validation.strict();
    options
        .engine(validation.engine())
        .dialect(validation.dialect())
        .coercion(validation.coercion())
        .removeAdditional(validation.removeAdditional())
        .useDefaults(validation.useDefaults())
        .allErrors(validation.allErrors())
        .messages(validation.messages())
        .errorMessages(validation.errorMessages())
        .strictSchema(strict.schema())
        .strictNumbers(strict.numbers())
        .strictTypes(strict.types())
        .strictTuples(strict.tuples())
        .strictRequired(strict.required())
        .allowUnionTypes(strict.allowUnionTypes())
        .allowMatchingProperties(strict.allowMatchingProperties())
        .validateSchema(validation.validateSchema())
        .validateFormats(validation.validateFormats())
        .discriminator(validation.discriminator())
        .dataReferences(validation.dataReferences())
        .verbose(validation.verbose())
        .unicode(validation.unicode())
        .unicodeRegExp(validation.unicodeRegExp())
        .ignoreKeywordsWithRef(validation.ignoreKeywordsWithRef())
        .addUsedSchema(validation.addUsedSchema())
        .inlineRefs(validation.inlineRefs())
        .multipleOfPrecision(validation.multipleOfPrecision())
        .maxDepth(validation.maxDepth())
        .maxReferences(validation.maxReferences())
        .maxRegexSteps(validation.maxRegexSteps());
    coercion(options, HttpPart.BODY, validation.bodyCoercion());
    coercion(options, HttpPart.QUERYSTRING, validation.queryCoercion());
    coercion(options, HttpPart.PARAMS, validation.paramsCoercion());
    coercion(options, HttpPart.HEADERS, validation.headersCoercion());
  }

  private static void coercion(
      ValidationOptions.Builder options,
      HttpPart part,
      ValidationOptions.@Nullable Coercion coercion) {
    if (coercion != null) {
      options.coercion(part, coercion);
    }
  }

  private void serialization(SerializationOptions.Builder options) {
    FastjavaProperties.Serialization serialization = properties.serialization();
    Boolean validates = serialization.validateResponses();
    Boolean warns = serialization.warnDropped();
    options
        .rounding(serialization.rounding())
        .largeArrayMechanism(serialization.largeArrayMechanism())
        .largeArraySize(serialization.largeArraySize())
        .validateResponses(validates == null ? development : validates)
        .warnDropped(warns == null ? development : warns);
  }

  private void logging(FastjavaOptions.Builder options) {
    FastjavaProperties.Logging logging = properties.logging();
    if (logging.enabled()) {
      Logger logger = Logger.slf4j(LoggerFactory.getLogger(Fastjava.class));
      options.loggerInstance(structuredLines ? logger : ErrorLines.of(logger));
    }
    if (!logging.requests()) {
      options.disableRequestLogging(request -> true);
    }
  }
}
