package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.RouterOptions;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.option.ListenOptions;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.spring.boot.docs.PropertiesPageTests;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every option of the engine is a property, or it is said here what takes its place. */
class OptionPropertyTests {
  private static final Map<Class<?>, String> BUILDERS =
      Map.of(
          FastjavaOptions.Builder.class, "fastjava",
          RouterOptions.Builder.class, "fastjava.router",
          HttpOptions.Builder.class, "fastjava.http",
          ListenOptions.Builder.class, "fastjava.server",
          ValidationOptions.Builder.class, "fastjava.validation",
          SerializationOptions.Builder.class, "fastjava.serialization");

  /** Options whose properties have other names. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("fastjava.server.host", "fastjava.server.address"),
          Map.entry("fastjava.server.backlog", "fastjava.http.backlog"),
          Map.entry("fastjava.http.tls", "fastjava.server.ssl.bundle"),
          Map.entry("fastjava.http.tls-options", "fastjava.server.ssl.bundle"),
          Map.entry("fastjava.logger", "fastjava.logging.enabled"),
          Map.entry("fastjava.disable-request-logging", "fastjava.logging.requests"),
          Map.entry("fastjava.validation-messages", "fastjava.validation.message-source"),
          Map.entry("fastjava.validation.strict", "fastjava.validation.strict.schema"),
          Map.entry("fastjava.validation.strict-schema", "fastjava.validation.strict.schema"),
          Map.entry("fastjava.validation.strict-numbers", "fastjava.validation.strict.numbers"),
          Map.entry("fastjava.validation.strict-types", "fastjava.validation.strict.types"),
          Map.entry("fastjava.validation.strict-tuples", "fastjava.validation.strict.tuples"),
          Map.entry("fastjava.validation.strict-required", "fastjava.validation.strict.required"),
          Map.entry(
              "fastjava.validation.allow-union-types",
              "fastjava.validation.strict.allow-union-types"),
          Map.entry(
              "fastjava.validation.allow-matching-properties",
              "fastjava.validation.strict.allow-matching-properties"));

  /** Options that are code, and what they are under Spring. */
  private static final Map<String, String> CODE =
      Map.ofEntries(
          Map.entry("fastjava.rewrite-url", "customizer"),
          Map.entry("fastjava.framework-errors", "customizer"),
          Map.entry("fastjava.client-error-handler", "customizer"),
          Map.entry("fastjava.reply-adapter", "auto-configured"),
          Map.entry("fastjava.json-mapper", "bean JsonMapper"),
          Map.entry("fastjava.bean-constraints", "bean Validator"),
          Map.entry("fastjava.text-converter", "bean ConversionService"),
          Map.entry("fastjava.schema-error-formatter", "bean"),
          Map.entry("fastjava.schema-controller", "customizer"),
          Map.entry("fastjava.validation", "fastjava.validation.*"),
          Map.entry("fastjava.serialization", "fastjava.serialization.*"),
          Map.entry("fastjava.router-options", "fastjava.router.*"),
          Map.entry("fastjava.http", "fastjava.http.*"),
          Map.entry("fastjava.logger-options", "logging.*, as the logger is SLF4J's"),
          Map.entry("fastjava.logger-instance", "customizer"),
          Map.entry("fastjava.gen-req-id", "customizer"),
          Map.entry("fastjava.child-logger-factory", "customizer"),
          Map.entry("fastjava.log-controller", "customizer"),
          Map.entry("fastjava.warning-listener", "customizer"),
          Map.entry("fastjava.router.querystring-parser", "customizer"),
          Map.entry("fastjava.router.constraint", "bean ConstraintStrategy"),
          Map.entry("fastjava.server.listen-text-resolver", "Boot's own line"),
          Map.entry("fastjava.validation.format", "customizer"),
          Map.entry("fastjava.validation.keyword", "customizer"));

  @Test
  void everyOptionIsAPropertyOrHasItsPlace() throws IOException {
    Set<String> properties = properties();
    Set<String> options = options();
    assertThat(options).hasSizeGreaterThan(80);
    List<String> without = new ArrayList<>();
    for (String each : options) {
      if (!CODE.containsKey(each) && !properties.contains(RENAMED.getOrDefault(each, each))) {
        without.add(each);
      }
    }
    assertThat(without).as("options without a property").isEmpty();
  }

  @Test
  void whatIsSaidHereIsStillTrue() throws IOException {
    Set<String> options = options();
    assertThat(options).containsAll(CODE.keySet()).containsAll(RENAMED.keySet());
    assertThat(properties()).containsAll(RENAMED.values());
    assertThat(properties()).doesNotContainAnyElementsOf(RENAMED.keySet());
  }

  private static Set<String> options() {
    Set<String> all = new TreeSet<>();
    new TreeMap<>(
            BUILDERS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)))
        .forEach(
            (prefix, builder) -> {
              for (Method each : builder.getMethods()) {
                boolean option =
                    each.getParameterCount() > 0
                        && !Modifier.isStatic(each.getModifiers())
                        && each.getReturnType().isAssignableFrom(builder)
                        && each.getReturnType() != Object.class;
                if (option) {
                  all.add(prefix + "." + kebab(each.getName()));
                }
              }
            });
    return all;
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Set<String> properties() throws IOException {
    return PropertiesPageTests.metadata()
        .get("properties")
        .valueStream()
        .map(property -> property.get("name").asString())
        .collect(Collectors.toSet());
  }
}
