package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Execution;
import dev.fastjava.option.ClientAuth;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * The properties {@code fastjava.*}. Defaults are those of {@link dev.fastjava.FastjavaOptions}.
 *
 * @param bodyLimit Limit for bodies of requests; longer ones get 413.
 * @param pluginTimeout Time a plugin may take to load, and each hook of boot and close. 0 for no
 *     limit.
 * @param handlerTimeout Time a reply may take; then the client gets 503. 0 for no limit.
 * @param unansweredWarning Time after which a request that waits for the application is reported. 0
 *     for no warning.
 * @param closeTimeout Time closing waits for requests under way before their connections are cut.
 *     By default nine tenths of 'spring.lifecycle.timeout-per-shutdown-phase', or a second less, at
 *     least half of it.
 * @param return503OnClosing Whether requests get 503 while the server closes.
 * @param forceCloseConnections Which connections closing ends at once: idle ones, all, or none.
 * @param exposeHeadRoutes Whether GET routes answer HEAD as well.
 * @param requestIdHeader Header a request may bring its id in. None by default.
 * @param requestIdLogLabel Key of the request id in log lines and in the MDC.
 * @param trustProxy Proxies trusted to tell the client by X-Forwarded headers: IP addresses, CIDR
 *     ranges, 'loopback', 'linklocal', 'uniquelocal', or 'all'.
 * @param onProtoPoisoning What happens to bodies with '__proto__' keys.
 * @param onConstructorPoisoning What happens to bodies with 'constructor.prototype' keys.
 * @param emptyJsonBody What a request with a JSON content type and without a body is: an error, or
 *     a request without a body.
 * @param allowErrorHandlerOverride Whether the error handler of a context may be set twice.
 * @param execution Where hooks and handlers run.
 * @param workerThreads Size of the worker pool. 0 for eight for each core, but at least 32.
 * @param workerQueue How many requests may wait for a worker; more get 503.
 * @param problemdetails What errors look like.
 * @param router How urls are matched.
 * @param http What the transport does.
 * @param validation How requests are validated.
 * @param schemas Where shared schemas are.
 * @param serialization How replies are serialized.
 * @param logging What is logged.
 * @param security What keeps the server from starting without protection.
 * @param server Where the server listens.
 */
@ConfigurationProperties("fastjava")
public record FastjavaProperties(
    @DefaultValue("1MB") DataSize bodyLimit,
    @DefaultValue("10s") Duration pluginTimeout,
    @DefaultValue("0s") Duration handlerTimeout,
    @DefaultValue("10s") Duration unansweredWarning,
    @Nullable Duration closeTimeout,
    @DefaultValue("true") boolean return503OnClosing,
    @DefaultValue("idle") ForceClose forceCloseConnections,
    @DefaultValue("true") boolean exposeHeadRoutes,
    @Nullable String requestIdHeader,
    @DefaultValue("reqId") String requestIdLogLabel,
    @DefaultValue List<String> trustProxy,
    @DefaultValue("error") Poisoning onProtoPoisoning,
    @DefaultValue("error") Poisoning onConstructorPoisoning,
    @DefaultValue("error") EmptyJsonBody emptyJsonBody,
    @DefaultValue("true") boolean allowErrorHandlerOverride,
    @DefaultValue("blocking") Execution execution,
    @DefaultValue("0") int workerThreads,
    @DefaultValue("10000") int workerQueue,
    @DefaultValue Problemdetails problemdetails,
    @DefaultValue Router router,
    @DefaultValue Http http,
    @DefaultValue Validation validation,
    @DefaultValue Schemas schemas,
    @DefaultValue Serialization serialization,
    @DefaultValue Logging logging,
    @DefaultValue Security security,
    @DefaultValue Server server)
    implements Validator {

  @Override
  public boolean supports(Class<?> type) {
    return type == FastjavaProperties.class;
  }

  /** Told when the properties are bound, with name, value and origin of the property. */
  @Override
  public void validate(Object target, Errors errors) {
    PropertyChecks.check((FastjavaProperties) target, errors);
  }

  /**
   * What errors look like.
   *
   * @param enabled Whether all errors are answered with problem details of RFC 9457.
   */
  public record Problemdetails(@DefaultValue("false") boolean enabled) {}

  /**
   * How urls are matched.
   *
   * @param ignoreTrailingSlash Whether '/a/' and '/a' are the same route.
   * @param ignoreDuplicateSlashes Whether '//a' and '/a' are the same route.
   * @param maxParamLength Longest parameter of a route in characters; longer ones get 414.
   * @param caseSensitive Whether the case of urls matters.
   * @param allowUnsafeRegex Whether routes may have regular expressions that could run
   *     exponentially long.
   * @param useSemicolonDelimiter Whether a semicolon starts the query as well.
   */
  public record Router(
      @DefaultValue("false") boolean ignoreTrailingSlash,
      @DefaultValue("false") boolean ignoreDuplicateSlashes,
      @DefaultValue("100") int maxParamLength,
      @DefaultValue("true") boolean caseSensitive,
      @DefaultValue("false") boolean allowUnsafeRegex,
      @DefaultValue("false") boolean useSemicolonDelimiter) {}

  /**
   * What the transport does. A time of 0 switches a limit off.
   *
   * @param connectionTimeout Time a connection may be silent.
   * @param keepAliveTimeout Time an idle connection is kept.
   * @param requestTimeout Time a client may take to send a whole request; then it gets 408. Set it
   *     when clients reach the server without a proxy.
   * @param bodyTimeout Time a thread may wait for a request body that it reads as a stream, counted
   *     together; every 64 KB that come begin it anew. Then reading fails, with status 408.
   * @param bodyTotalTimeout Time a thread may wait in all for a request body that it reads as a
   *     stream, to which every 64 KB that come add a second. Then reading fails, with status 408.
   * @param headersTimeout Time a client may take to send the head of a request; then it gets 408.
   * @param writeTimeout Time a response may wait for a client that takes nothing of it; then the
   *     connection is closed.
   * @param handshakeTimeout Time a TLS handshake may take; then the connection is closed.
   * @param maxConnections How many connections may be open at a time; further ones are closed. 0
   *     for no limit.
   * @param maxRequestsPerSocket How many requests a connection may send. 0 for no limit.
   * @param maxHeaderSize Longest head of a request; longer ones get 431.
   * @param http2 Whether HTTP/2 is served beside HTTP/1.1. By default the value of
   *     'server.http2.enabled'.
   * @param http2SessionTimeout Time an idle HTTP/2 connection is kept.
   * @param eventLoopThreads How many event loops serve connections. 0 for as many as cores.
   * @param backlog How many connections may wait to be accepted.
   */
  public record Http(
      @DefaultValue("0s") Duration connectionTimeout,
      @DefaultValue("72s") Duration keepAliveTimeout,
      @DefaultValue("0s") Duration requestTimeout,
      @DefaultValue("60s") Duration bodyTimeout,
      @DefaultValue("300s") Duration bodyTotalTimeout,
      @DefaultValue("60s") Duration headersTimeout,
      @DefaultValue("60s") Duration writeTimeout,
      @DefaultValue("10s") Duration handshakeTimeout,
      @DefaultValue("0") int maxConnections,
      @DefaultValue("0") int maxRequestsPerSocket,
      @DefaultValue("16KB") DataSize maxHeaderSize,
      @Nullable Boolean http2,
      @DefaultValue("72s") Duration http2SessionTimeout,
      @DefaultValue("0") int eventLoopThreads,
      @DefaultValue("511") int backlog) {}

  /**
   * How requests are validated.
   *
   * @param coercion Whether values of the wrong type are turned into the type the schema wants.
   * @param bodyCoercion Same as 'coercion', for bodies alone. By default the value of 'coercion'.
   * @param queryCoercion Same as 'coercion', for queries alone. By default the value of 'coercion'.
   * @param paramsCoercion Same as 'coercion', for path parameters alone. By default the value of
   *     'coercion'.
   * @param headersCoercion Same as 'coercion', for headers alone. By default the value of
   *     'coercion'.
   * @param removeAdditional Which properties are removed from objects.
   * @param useDefaults Which missing values the keyword 'default' fills in.
   * @param allErrors Whether all errors are reported instead of the first one.
   * @param errorMessages Whether 'errorMessage' in a schema says what clients are told.
   * @param messageSource Whether the MessageSource has messages of errors, by keys such as
   *     'validation.minLength', in the languages of 'accept-language'.
   * @param engine What validates: the framework's own compiler, or the library for all schemas.
   * @param dialect Dialect of schemas that do not name theirs.
   * @param messages Whether errors have messages.
   * @param strict How schemas are judged.
   * @param validateSchema Whether schemas are checked against the schema of their dialect.
   * @param validateFormats Whether the keyword 'format' is checked.
   * @param discriminator Whether the keyword 'discriminator' chooses among alternatives.
   * @param dataReferences Whether keywords may refer to other values of the request by '$data'.
   * @param verbose Whether errors have the faulty value and the schema around it.
   * @param multipleOfPrecision Digits behind the point that count for 'multipleOf'. 0 for all.
   * @param unicode Whether lengths count characters of Unicode, instead of units of UTF-16.
   * @param unicodeRegExp Whether expressions are those with the flag 'u' of JavaScript.
   * @param ignoreKeywordsWithRef Whether keywords beside '$ref' are left out.
   * @param addUsedSchema Whether schemas with an '$id' that routes have can be referred to by
   *     others.
   * @param inlineRefs Whether small schemas are put in the place of references to them.
   * @param maxDepth Deepest nesting of schemas and values that is followed.
   * @param maxReferences How many references the validation of one value follows.
   * @param maxRegexSteps How many steps an expression may take with one text.
   */
  public record Validation(
      @DefaultValue("array") ValidationOptions.Coercion coercion,
      ValidationOptions.@Nullable Coercion bodyCoercion,
      ValidationOptions.@Nullable Coercion queryCoercion,
      ValidationOptions.@Nullable Coercion paramsCoercion,
      ValidationOptions.@Nullable Coercion headersCoercion,
      @DefaultValue("on") ValidationOptions.RemoveAdditional removeAdditional,
      @DefaultValue("on") ValidationOptions.UseDefaults useDefaults,
      @DefaultValue("false") boolean allErrors,
      @DefaultValue("false") boolean errorMessages,
      @DefaultValue("false") boolean messageSource,
      @DefaultValue("compiled") ValidationOptions.Engine engine,
      @DefaultValue("draft-07") ValidationOptions.Dialect dialect,
      @DefaultValue("true") boolean messages,
      @DefaultValue Strict strict,
      @DefaultValue("on") ValidationOptions.Strictness validateSchema,
      @DefaultValue("true") boolean validateFormats,
      @DefaultValue("false") boolean discriminator,
      @DefaultValue("false") boolean dataReferences,
      @DefaultValue("false") boolean verbose,
      @DefaultValue("0") int multipleOfPrecision,
      @DefaultValue("true") boolean unicode,
      @DefaultValue("true") boolean unicodeRegExp,
      @DefaultValue("false") boolean ignoreKeywordsWithRef,
      @DefaultValue("false") boolean addUsedSchema,
      @DefaultValue("true") boolean inlineRefs,
      @DefaultValue("500") int maxDepth,
      @DefaultValue("10000000") long maxReferences,
      @DefaultValue("1000000") long maxRegexSteps) {

    /**
     * How schemas are judged: 'on' for an error when the server boots, 'log' for a warning.
     *
     * @param schema Unknown keywords and formats, and keywords that have no effect.
     * @param numbers Whether numbers that are none, such as NaN, are refused.
     * @param types Keywords without the type that they are for, and several types.
     * @param tuples Tuples whose length is open.
     * @param required Names in 'required' that 'properties' does not have.
     * @param allowUnionTypes Whether several types are no fault.
     * @param allowMatchingProperties Whether patterns that match names of 'properties' are no
     *     fault.
     */
    public record Strict(
        @DefaultValue("on") ValidationOptions.Strictness schema,
        @DefaultValue("true") boolean numbers,
        @DefaultValue("log") ValidationOptions.Strictness types,
        @DefaultValue("log") ValidationOptions.Strictness tuples,
        @DefaultValue("off") ValidationOptions.Strictness required,
        @DefaultValue("false") boolean allowUnionTypes,
        @DefaultValue("false") boolean allowMatchingProperties) {}
  }

  /**
   * Where shared schemas are.
   *
   * @param locations Files of JSON schemas, each with an '$id', that are added for all routes.
   */
  public record Schemas(@DefaultValue("classpath*:schemas/*.json") List<String> locations) {}

  /**
   * How replies are serialized.
   *
   * @param rounding How numbers become integers where the schema wants integers.
   * @param largeArrayMechanism How arrays are written that have 'large-array-size' items or more.
   * @param largeArraySize How many items make an array a large one.
   * @param validateResponses Whether a reply that breaks its schema is an error. By default 'true'
   *     with profile 'development', 'dev' or 'test', else 'false'.
   * @param warnDropped Whether there is a warning that names the properties a schema dropped. By
   *     default 'true' with profile 'development', 'dev' or 'test', else 'false'.
   */
  public record Serialization(
      @DefaultValue("trunc") SerializationOptions.Rounding rounding,
      @DefaultValue("default") SerializationOptions.LargeArrayMechanism largeArrayMechanism,
      @DefaultValue("20000") int largeArraySize,
      @Nullable Boolean validateResponses,
      @Nullable Boolean warnDropped) {}

  /**
   * What is logged.
   *
   * @param enabled Whether the server logs, to the logger 'dev.fastjava.Fastjava'.
   * @param requests Whether there is a line for each request and each reply.
   * @param mdc Whether the MDC holds the id of the request wherever the server runs code for it.
   * @param form Form of the console log. By default 'json' with profile 'production' or 'prod',
   *     'silent' with profile 'test', else 'pretty'.
   */
  public record Logging(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("true") boolean requests,
      @DefaultValue("true") boolean mdc,
      @Nullable Form form) {

    /** Form of the console log. */
    public enum Form {
      /** Boot's lines with the fields of each line behind its message. */
      PRETTY,
      /** One JSON object a line, with pino's keys. */
      JSON,
      /** Nothing but errors. */
      SILENT,
      /** What Boot does by itself. */
      BOOT
    }
  }

  /**
   * What keeps the server from starting without protection.
   *
   * @param ignoreSpringSecurity Whether the server starts though Spring Security is there, whose
   *     filters do not protect its routes.
   */
  public record Security(@DefaultValue("false") boolean ignoreSpringSecurity) {}

  /**
   * Where the server listens.
   *
   * @param enabled Whether the server listens. Without, only in-memory requests are served.
   * @param port Port. By default 'server.port', then 8080; 0 for any free one. Has to be set to
   *     serve beside another web server.
   * @param address Address to bind. By default 'server.address', then all addresses.
   * @param ssl TLS beside another web server, which has 'server.ssl'.
   */
  public record Server(
      @DefaultValue("true") boolean enabled,
      @Nullable Integer port,
      @Nullable InetAddress address,
      @DefaultValue Ssl ssl) {

    /**
     * TLS.
     *
     * @param bundle Name of an SSL bundle. By default 'server.ssl' rules, unless there is another
     *     web server.
     * @param clientAuth Whether clients show a certificate. With 'bundle' only; else
     *     'server.ssl.client-auth' rules.
     * @param serverNameBundles SSL bundles by name of the server (SNI). With 'bundle' only; else
     *     'server.ssl.server-name-bundles' rules.
     */
    public record Ssl(
        @Nullable String bundle,
        @DefaultValue("none") ClientAuth clientAuth,
        @DefaultValue List<ServerNameBundle> serverNameBundles) {

      /**
       * The SSL bundle of a name of the server.
       *
       * @param serverName Host name, or '*.example.com' for all names one level below.
       * @param bundle Name of the SSL bundle.
       */
      public record ServerNameBundle(String serverName, String bundle) {}
    }
  }
}
