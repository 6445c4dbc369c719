package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.SerializationOptions.Rounding;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Dialect;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FastjavaPropertiesTests {

  @Test
  void defaultsAreThoseOfTheEngine() {
    FastjavaOptions engine = FastjavaOptions.defaults();
    FastjavaOptions spring = options(Map.of());
    assertThat(spring)
        .usingRecursiveComparison()
        // A logger of our own, and a close timeout that fits Boot's.
        .ignoringFields("values.loggerInstance", "values.closeTimeout")
        .isEqualTo(engine);
  }

  @Test
  void requestsGetNineTenthsOfTheShutdownPhase() {
    assertThat(options(Map.of()).closeTimeout()).isEqualTo(Duration.ofSeconds(27));
    assertThat(options(Map.of("fastjava.close-timeout", "1s")).closeTimeout())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void everyPropertyIsApplied() {
    Map<String, String> given = new HashMap<>();
    given.put("fastjava.body-limit", "2KB");
    given.put("fastjava.plugin-timeout", "1s");
    given.put("fastjava.handler-timeout", "2s");
    given.put("fastjava.unanswered-warning", "3s");
    given.put("fastjava.return503-on-closing", "false");
    given.put("fastjava.force-close-connections", "all");
    given.put("fastjava.expose-head-routes", "false");
    given.put("fastjava.request-id-header", "x-request-id");
    given.put("fastjava.request-id-log-label", "traceId");
    given.put("fastjava.trust-proxy", "loopback, 10.0.0.0/8");
    given.put("fastjava.on-proto-poisoning", "remove");
    given.put("fastjava.on-constructor-poisoning", "ignore");
    given.put("fastjava.empty-json-body", "none");
    given.put("fastjava.allow-error-handler-override", "false");
    given.put("fastjava.execution", "event-loop");
    given.put("fastjava.worker-threads", "7");
    given.put("fastjava.worker-queue", "8");
    FastjavaOptions options = options(given);
    assertThat(options.bodyLimit()).isEqualTo(2048);
    assertThat(options.pluginTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.handlerTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.unansweredWarning()).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.return503OnClosing()).isFalse();
    assertThat(options.forceCloseConnections()).isEqualTo(ForceClose.ALL);
    assertThat(options.exposeHeadRoutes()).isFalse();
    assertThat(options.requestIdHeader()).isEqualTo("x-request-id");
    assertThat(options.requestIdLogLabel()).isEqualTo("traceId");
    assertThat(options.trustProxy().addresses()).containsExactly("loopback", "10.0.0.0/8");
    assertThat(options.onProtoPoisoning()).isEqualTo(Poisoning.REMOVE);
    assertThat(options.onConstructorPoisoning()).isEqualTo(Poisoning.IGNORE);
    assertThat(options.emptyJsonBody()).isEqualTo(EmptyJsonBody.NONE);
    assertThat(options.allowErrorHandlerOverride()).isFalse();
    assertThat(options.execution()).isEqualTo(Execution.EVENT_LOOP);
    assertThat(options.workerThreads()).isEqualTo(7);
    assertThat(options.workerQueue()).isEqualTo(8);
  }

  @Test
  void everyPropertyOfTheRouterIsApplied() {
    FastjavaOptions options =
        options(
            Map.of(
                "fastjava.router.ignore-trailing-slash", "true",
                "fastjava.router.ignore-duplicate-slashes", "true",
                "fastjava.router.max-param-length", "5",
                "fastjava.router.case-sensitive", "false",
                "fastjava.router.allow-unsafe-regex", "true",
                "fastjava.router.use-semicolon-delimiter", "true"));
    assertThat(options.routerOptions().ignoreTrailingSlash()).isTrue();
    assertThat(options.routerOptions().ignoreDuplicateSlashes()).isTrue();
    assertThat(options.routerOptions().maxParamLength()).isEqualTo(5);
    assertThat(options.routerOptions().caseSensitive()).isFalse();
    assertThat(options.routerOptions().allowUnsafeRegex()).isTrue();
    assertThat(options.routerOptions().useSemicolonDelimiter()).isTrue();
  }

  @Test
  void everyPropertyOfTheTransportIsApplied() {
    FastjavaOptions options =
        options(
            Map.ofEntries(
                Map.entry("fastjava.http.connection-timeout", "1s"),
                Map.entry("fastjava.http.keep-alive-timeout", "2s"),
                Map.entry("fastjava.http.request-timeout", "3s"),
                Map.entry("fastjava.http.max-requests-per-socket", "4"),
                Map.entry("fastjava.http.max-header-size", "5KB"),
                Map.entry("fastjava.http.http2", "true"),
                Map.entry("fastjava.http.http2-session-timeout", "6s"),
                Map.entry("fastjava.http.event-loop-threads", "7"),
                Map.entry("fastjava.http.backlog", "8"),
                Map.entry("fastjava.http.headers-timeout", "9s"),
                Map.entry("fastjava.http.write-timeout", "10s"),
                Map.entry("fastjava.http.handshake-timeout", "11s"),
                Map.entry("fastjava.http.max-connections", "12"),
                Map.entry("fastjava.http.body-timeout", "13s"),
                Map.entry("fastjava.http.body-total-timeout", "14s")));
    assertThat(options.http().connectionTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.http().keepAliveTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.http().requestTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.http().maxRequestsPerSocket()).isEqualTo(4);
    assertThat(options.http().maxHeaderSize()).isEqualTo(5 * 1024);
    assertThat(options.http().http2()).isTrue();
    assertThat(options.http().http2SessionTimeout()).isEqualTo(Duration.ofSeconds(6));
    assertThat(options.http().eventLoopThreads()).isEqualTo(7);
    assertThat(options.http().backlog()).isEqualTo(8);
    assertThat(options.http().bodyTimeout()).isEqualTo(Duration.ofSeconds(13));
    assertThat(options.http().bodyTotalTimeout()).isEqualTo(Duration.ofSeconds(14));
    assertThat(options.http().headersTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(options.http().writeTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.http().handshakeTimeout()).isEqualTo(Duration.ofSeconds(11));
    assertThat(options.http().maxConnections()).isEqualTo(12);
  }

  @Test
  void everyPropertyOfSchemasAndLoggingIsApplied() {
    FastjavaOptions options =
        options(
            Map.of(
                "fastjava.validation.coercion", "on",
                "fastjava.validation.body-coercion", "off",
                "fastjava.validation.remove-additional", "all",
                "fastjava.validation.use-defaults", "empty",
                "fastjava.validation.all-errors", "true",
                "fastjava.validation.error-messages", "true",
                "fastjava.serialization.rounding", "floor",
                "fastjava.logging.enabled", "false",
                "fastjava.logging.requests", "false"));
    assertThat(options.validation().coercion(HttpPart.QUERYSTRING)).isEqualTo(Coercion.ON);
    assertThat(options.validation().coercion(HttpPart.BODY)).isEqualTo(Coercion.OFF);
    assertThat(options.validation().removeAdditional()).isEqualTo(RemoveAdditional.ALL);
    assertThat(options.validation().useDefaults()).isEqualTo(UseDefaults.EMPTY);
    assertThat(options.validation().allErrors()).isTrue();
    assertThat(options.validation().errorMessages()).isTrue();
    assertThat(options.serialization().rounding()).isEqualTo(Rounding.FLOOR);
    assertThat(options.loggerInstance()).isNull();
    assertThat(options.disableRequestLogging()).isNotNull();
  }

  @Test
  void everySettingOfValidationIsApplied() {
    Map<String, String> given = new HashMap<>();
    for (String each :
        ("engine=library dialect=draft-2020-12 query-coercion=off "
                + "params-coercion=on headers-coercion=off messages=false "
                + "strict.schema=log strict.numbers=false strict.types=on "
                + "strict.tuples=off strict.required=on strict.allow-union-types=true "
                + "strict.allow-matching-properties=true validate-schema=log "
                + "validate-formats=false discriminator=true data-references=true "
                + "verbose=true multiple-of-precision=3 unicode=false "
                + "unicode-reg-exp=false ignore-keywords-with-ref=true "
                + "add-used-schema=true inline-refs=false max-depth=4 max-references=5 "
                + "max-regex-steps=6")
            .split(" ", -1)) {
      String[] pair = each.split("=", -1);
      given.put("fastjava.validation." + pair[0], pair[1]);
    }
    given.put("fastjava.serialization.large-array-mechanism", "json-stringify");
    given.put("fastjava.serialization.large-array-size", "7");
    FastjavaOptions wanted =
        FastjavaOptions.of(
            o ->
                o.validation(
                        v ->
                            v.engine(Engine.LIBRARY)
                                .dialect(Dialect.DRAFT_2020_12)
                                .coercion(HttpPart.QUERYSTRING, Coercion.OFF)
                                .coercion(HttpPart.PARAMS, Coercion.ON)
                                .coercion(HttpPart.HEADERS, Coercion.OFF)
                                .messages(false)
                                .strictSchema(Strictness.LOG)
                                .strictNumbers(false)
                                .strictTypes(Strictness.ON)
                                .strictTuples(Strictness.OFF)
                                .strictRequired(Strictness.ON)
                                .allowUnionTypes(true)
                                .allowMatchingProperties(true)
                                .validateSchema(Strictness.LOG)
                                .validateFormats(false)
                                .discriminator(true)
                                .dataReferences(true)
                                .verbose(true)
                                .multipleOfPrecision(3)
                                .unicode(false)
                                .unicodeRegExp(false)
                                .ignoreKeywordsWithRef(true)
                                .addUsedSchema(true)
                                .inlineRefs(false)
                                .maxDepth(4)
                                .maxReferences(5)
                                .maxRegexSteps(6))
                    .serialization(
                        s ->
                            s.largeArrayMechanism(
                                    SerializationOptions.LargeArrayMechanism.JSON_STRINGIFY)
                                .largeArraySize(7)));
    assertThat(options(given).validation())
        .usingRecursiveComparison()
        .isEqualTo(wanted.validation());
    assertThat(options(given).serialization())
        .usingRecursiveComparison()
        .isEqualTo(wanted.serialization());
  }

  @Test
  void propertiesBesideTheOptionsAreBound() {
    FastjavaProperties defaults = properties(Map.of());
    assertThat(defaults.security().ignoreSpringSecurity()).isFalse();
    assertThat(defaults.schemas().locations()).containsExactly("classpath*:schemas/*.json");
    FastjavaProperties given =
        properties(
            Map.of(
                "fastjava.security.ignore-spring-security", "true",
                "fastjava.schemas.locations", "file:a.json, file:b.json"));
    assertThat(given.security().ignoreSpringSecurity()).isTrue();
    assertThat(given.schemas().locations()).containsExactly("file:a.json", "file:b.json");
  }

  @Test
  void allProxiesCanBeTrusted() {
    assertThat(options(Map.of("fastjava.trust-proxy", "all")).trustProxy().isAll()).isTrue();
  }

  @Test
  void repliesAreCheckedDuringDevelopmentUnlessAPropertySaysOtherwise() {
    SerializationOptions production = options(Map.of()).serialization();
    assertThat(production.validateResponses()).isFalse();
    assertThat(production.warnDropped()).isFalse();
    SerializationOptions development = options(Map.of(), true).serialization();
    assertThat(development.validateResponses()).isTrue();
    assertThat(development.warnDropped()).isTrue();
    SerializationOptions off =
        options(
                Map.of(
                    "fastjava.serialization.validate-responses", "false",
                    "fastjava.serialization.warn-dropped", "false"),
                true)
            .serialization();
    assertThat(off.validateResponses()).isFalse();
    assertThat(off.warnDropped()).isFalse();
  }

  private static FastjavaOptions options(Map<String, String> given) {
    return options(given, false);
  }

  private static FastjavaOptions options(Map<String, String> given, boolean development) {
    FastjavaProperties properties = properties(given);
    return FastjavaOptions.of(
        new PropertiesOptionsCustomizer(
                properties, Duration.ofSeconds(30), development, true, false)
            ::customize);
  }

  private static FastjavaProperties properties(Map<String, String> given) {
    return new Binder(new MapConfigurationPropertySource(given))
        .bindOrCreate("fastjava", Bindable.of(FastjavaProperties.class));
  }
}
