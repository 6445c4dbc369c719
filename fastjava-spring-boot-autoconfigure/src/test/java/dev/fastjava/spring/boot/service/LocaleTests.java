package dev.fastjava.spring.boot.service;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fastjava.Execution;
import dev.fastjava.Hook;
import dev.fastjava.PayloadHook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RequestLocaleResolver;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import dev.fastjava.spring.boot.autoconfigure.FastjavaConstraintsAutoConfiguration;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The locale of requests, and what is told in it. */
class LocaleTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  ValidationAutoConfiguration.class,
                  FastjavaConstraintsAutoConfiguration.class,
                  FastjavaServicesAutoConfiguration.class,
                  FastjavaAutoConfiguration.class))
          .withUserConfiguration(Routes.class);

  record Person(@NotBlank String name, @Email(message = "{person.email}") String email) {}

  /** A group of constraints. */
  interface Ordering {}

  record Purchase(@NotBlank(groups = Ordering.class) String item, @NotBlank String shop) {}

  @Configuration(proxyBeanMethods = false)
  @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for what handlers return
  static class Routes {
    @Bean
    RouteDefinition tag() {
      return RouteDefinition.get("/tag")
          .handler((request, reply) -> LocaleContextHolder.getLocale().toLanguageTag());
    }

    @Bean
    RouteDefinition later() {
      return RouteDefinition.get("/later")
          .handler((request, reply) -> CompletableFuture.supplyAsync(() -> "later"));
    }

    @Bean
    RouteDefinition failing() {
      return RouteDefinition.get("/failing")
          .handler(
              (request, reply) -> {
                throw new IllegalStateException("boom");
              });
    }

    @Bean
    RouteDefinition named() {
      return RouteDefinition.get("/named")
          .schema(s -> s.querystring(object().prop("name", string().minLength(3))))
          .handler((request, reply) -> "ok");
    }

    @Bean
    RouteDefinition person() {
      return RouteDefinition.post("/person")
          .schema(s -> s.body(Person.class))
          .handler((request, reply) -> "ok");
    }

    @Bean
    RouteDefinition order() {
      return RouteDefinition.post("/order")
          .validationGroups(Ordering.class)
          .schema(s -> s.body(Purchase.class))
          .handler((request, reply) -> "ok");
    }

    @Bean
    RouteDefinition draft() {
      return RouteDefinition.post("/draft")
          .schema(s -> s.body(Purchase.class))
          .handler((request, reply) -> "ok");
    }

    @Bean
    @RegisterHook("onRequest")
    Hook first() {
      return (request, reply) -> reply.header("first", LocaleContextHolder.getLocale().toString());
    }

    @Bean
    @RegisterHook("onSend")
    PayloadHook last() {
      return (request, reply, payload) -> {
        reply.header("last", LocaleContextHolder.getLocale().toString());
        return payload;
      };
    }
  }

  private static String tag(Inject inject, String accepted) {
    return inject.get("/tag", r -> r.header("accept-language", accepted)).body();
  }

  @ParameterizedTest
  @EnumSource(Execution.class)
  void handlersAndHooksHaveTheLocaleOfTheRequestInEveryMode(Execution mode) {
    if (mode == Execution.VIRTUAL && Runtime.version().feature() < 21) {
      return;
    }
    runner
        .withPropertyValues("fastjava.execution=" + mode, "fastjava.worker-threads=1")
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(inject.get("/later", r -> r.header("accept-language", "fr-CA,en;q=0.5")))
                  .hasHeader("first", "fr_CA")
                  .hasHeader("last", "fr_CA");
              assertThat(tag(inject, "de-AT")).isEqualTo("de-AT");
              assertThat(tag(inject, "no language, that;q=x"))
                  .isEqualTo(Locale.getDefault().toLanguageTag());
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"WORKER", "EVENT_LOOP"})
  void noThreadKeepsTheLocaleOfARequest(Execution mode) {
    runner
        .withUserConfiguration(Watch.class)
        .withPropertyValues("fastjava.execution=" + mode, "fastjava.worker-threads=1")
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              for (String path : List.of("/failing", "/tag", "/later", "/nowhere")) {
                inject.get(path, r -> r.header("accept-language", "fr"));
              }
              Queue<String> seen = context.getBean(Watch.class).seen;
              // The last thread leaves the request when the client has its reply already.
              await()
                  .atMost(Duration.ofSeconds(20))
                  .untilAsserted(() -> assertThat(seen).hasSizeGreaterThan(7));
              assertThat(seen).containsOnly("null");
            });
  }

  /** Sees the threads before the listeners of the framework do, and after them. */
  @Configuration(proxyBeanMethods = false)
  static class Watch {
    final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RequestListener watch() {
      return new RequestListener() {
        @Override
        public Runnable threadScope(Request request, Reply reply) {
          note();
          return this::note;
        }

        private void note() {
          seen.add(String.valueOf(LocaleContextHolder.getLocaleContext()));
        }
      };
    }
  }

  @Test
  void thePropertiesOfBootAreFollowed() {
    runner
        .withPropertyValues("spring.web.locale=it")
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(tag(inject, "de")).isEqualTo("de");
              assertThat(inject.get("/tag")).hasBody("it");
            });
    runner
        .withPropertyValues("spring.web.locale=it", "spring.web.locale-resolver=fixed")
        .run(context -> assertThat(tag(context.getBean(Inject.class), "de")).isEqualTo("it"));
  }

  @Test
  void aResolverOfTheApplicationIsTheOne() {
    runner
        .withBean(
            RequestLocaleResolver.class,
            () ->
                request ->
                    Locale.forLanguageTag(request.queryOptional("lang", String.class).orElse("en")))
        .run(
            context -> assertThat(context.getBean(Inject.class).get("/tag?lang=es")).hasBody("es"));
  }

  @Test
  void constraintsAreToldInTheLanguageOfTheClient() {
    StaticMessageSource texts = new StaticMessageSource();
    texts.addMessage("person.email", Locale.GERMAN, "ist keine Adresse");
    texts.addMessage("person.email", Locale.FRENCH, "n'est pas une adresse");
    runner
        .withBean("messageSource", MessageSource.class, () -> texts)
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(person(inject, "de", " ", "a@b.c"))
                  .isEqualTo("body/name darf nicht leer sein");
              assertThat(person(inject, "fr", " ", "a@b.c"))
                  .isEqualTo("body/name ne doit pas être vide");
              assertThat(person(inject, "de", "Ada", "nobody"))
                  .isEqualTo("body/email ist keine Adresse");
              assertThat(person(inject, "fr", "Ada", "nobody"))
                  .isEqualTo("body/email n'est pas une adresse");
            });
  }

  @Test
  void groupsOfTheRouteAreCheckedInTheLanguageOfTheClient() {
    runner.run(
        context -> {
          Inject inject = context.getBean(Inject.class);
          Map<String, String> blank = Map.of("item", " ", "shop", "a");
          assertThat(inject.post("/draft", blank, r -> r.header("accept-language", "de")))
              .hasStatus(200);
          assertThat(inject.post("/order", blank, r -> r.header("accept-language", "de")))
              .hasStatus(400)
              .bodyText()
              .contains("body/item darf nicht leer sein");
        });
  }

  private static Object person(Inject inject, String language, String name, String email) {
    return ((Map<?, ?>)
            inject
                .post(
                    "/person",
                    Map.of("name", name, "email", email),
                    r -> r.header("accept-language", language))
                .json(Map.class))
        .get("message");
  }

  @Test
  void keywordsOfSchemasAreToldByTheMessageSourceWhereThatIsWanted() {
    StaticMessageSource texts = new StaticMessageSource();
    texts.addMessage("validation.minLength", Locale.ITALIAN, "vuole {limit} lettere");
    texts.addMessage("validation.minLength", Locale.GERMAN, "braucht {limit} Zeichen");
    ApplicationContextRunner translated =
        runner
            .withPropertyValues("fastjava.validation.message-source=true")
            .withBean("messageSource", MessageSource.class, () -> texts);
    translated.run(
        context ->
            assertThat(
                    context
                        .getBean(Inject.class)
                        .get("/named?name=a", r -> r.header("accept-language", "fr, de;q=0.5")))
                .hasStatus(400)
                .bodyText()
                .contains("braucht 3 Zeichen"));
    translated
        .withPropertyValues("spring.web.locale=it")
        .run(
            context ->
                assertThat(context.getBean(Inject.class).get("/named?name=a"))
                    .bodyText()
                    .contains("vuole 3 lettere"));
  }
}
