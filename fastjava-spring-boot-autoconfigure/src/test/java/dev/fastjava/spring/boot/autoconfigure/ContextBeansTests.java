package dev.fastjava.spring.boot.autoconfigure;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.BodyParser;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.Hook;
import dev.fastjava.Plugin;
import dev.fastjava.ReplySerializer;
import dev.fastjava.RouteDefinition;
import dev.fastjava.http.RawRequest;
import dev.fastjava.inject.Inject;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.spring.boot.RegisterDecorator;
import dev.fastjava.spring.boot.RegisterErrorHandler;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterNotFoundHandler;
import dev.fastjava.spring.boot.RegisterParser;
import dev.fastjava.spring.boot.RegisterPlugin;
import dev.fastjava.type.DecoratorKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything an instance can be told can be said by beans, in the context of a plugin too. */
class ContextBeansTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class, FastjavaAutoConfiguration.class));

  private void serve(Class<?> configuration, Consumer<Inject> test) {
    runner
        .withUserConfiguration(configuration)
        .run(
            context -> {
              org.assertj.core.api.Assertions.assertThat(context.getStartupFailure()).isNull();
              test.accept(context.getBean(Inject.class));
            });
  }

  private String report(Class<?> configuration) {
    String[] report = new String[1];
    runner
        .withUserConfiguration(configuration)
        .run(
            context -> {
              FailureAnalysis analysis =
                  new BeanRegistrationFailureAnalyzer().analyze(context.getStartupFailure());
              report[0] = analysis == null ? null : analysis.getDescription();
            });
    assertThat(report[0]).as("a report").isNotNull();
    return report[0];
  }

  @Configuration(proxyBeanMethods = false)
  static class Compilers {
    @Bean
    ValidatorCompiler validators() {
      return schema ->
          value ->
              ValidationResult.invalid(
                  List.of(
                      new ValidationError(
                          "/" + schema.httpPart(), "", "own", Map.of(), "is never valid")));
    }

    @Bean
    SerializerCompiler serializers() {
      return schema -> (value, out) -> out.writeAscii("compiled for " + schema.httpStatus());
    }

    @Bean
    SchemaErrorFormatter errors() {
      return (found, part) ->
          new IllegalArgumentException(part.label() + " has " + found.get(0).keyword());
    }

    @Bean
    RouteDefinition validated() {
      return RouteDefinition.get("/validated")
          .schema(s -> s.querystring(object().prop("name", string())))
          .handler((request, reply) -> "ok");
    }

    @Bean
    RouteDefinition serialized() {
      return RouteDefinition.get("/serialized")
          .schema(s -> s.response(200, object().prop("name", string())))
          .handler((request, reply) -> Map.of("name", "Ada"));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Serializer {
    @Bean
    ReplySerializer replies() {
      return (payload, status) -> "serialized " + payload + " for " + status;
    }

    @Bean
    RouteDefinition list() {
      return RouteDefinition.get("/list").handler((request, reply) -> List.of(1, 2));
    }
  }

  @Test
  void compilersAndTheFormatterOfErrorsAreTaken() {
    serve(
        Compilers.class,
        inject -> {
          assertThat(inject.get("/validated?name=Ada"))
              .hasStatus(400)
              .bodyText()
              .contains("querystring has own");
          assertThat(inject.get("/serialized")).hasStatus(200).hasBody("compiled for 200");
        });
  }

  @Test
  void theSerializerOfRepliesIsTaken() {
    serve(
        Serializer.class,
        inject -> assertThat(inject.get("/list")).hasBody("serialized [1, 2] for 200"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Tree {
    @Bean
    @RegisterPlugin(parent = "api", prefix = "/users")
    Plugin users() {
      return (app, options) ->
          app.get("/", (request, reply) -> request.server().require(VERSION))
              .get(
                  "/broken",
                  (request, reply) -> {
                    throw new IllegalStateException("broken");
                  });
    }

    @Bean
    @RegisterPlugin(parent = "jobs", prefix = "/queue")
    Plugin queue() {
      return (app, options) -> app.get("/", (request, reply) -> "queue");
    }

    @Bean
    @RegisterPlugin(parent = "api", prefix = "/jobs")
    Plugin.Async jobs() {
      return (app, options) -> CompletableFuture.completedFuture(null);
    }

    @Bean
    @RegisterPlugin(parent = "late", prefix = "/inner")
    Plugin inner() {
      return (app, options) -> app.get("/", (request, reply) -> "inner");
    }

    @Bean
    @RegisterPlugin(prefix = "/late")
    Plugin.Callback late() {
      return (app, options, done) -> done.done();
    }

    @Bean
    @RegisterPlugin(prefix = "/api")
    Plugin api() {
      return (app, options) -> app.decorate(VERSION, "1");
    }

    @Bean
    @RegisterHook(value = "onRequest", plugin = "users")
    Hook guard() {
      return (request, reply) -> reply.header("guarded", "yes");
    }

    @Bean
    @RegisterErrorHandler(plugin = "users")
    ErrorHandler userProblems() {
      return (error, request, reply) -> reply.code(422).send("user problem");
    }

    @Bean
    ErrorHandler problems() {
      return (error, request, reply) -> reply.code(500).send("problem");
    }

    @Bean
    @RegisterNotFoundHandler
    Handler nothing() {
      return (request, reply) -> reply.code(404).send("nothing");
    }

    @Bean
    @RegisterNotFoundHandler(plugin = "users")
    Handler nobody() {
      return (request, reply) -> reply.code(404).send("nobody");
    }

    @Bean
    RouteDefinition broken() {
      return RouteDefinition.get("/broken")
          .handler(
              (request, reply) -> {
                throw new IllegalStateException("broken");
              });
    }
  }

  private static final DecoratorKey<String> VERSION = DecoratorKey.of("apiVersion", String.class);

  @Test
  void pluginsMakeATreeOfContexts() {
    serve(
        Tree.class,
        inject -> {
          assertThat(inject.get("/api/users")).hasStatus(200).hasBody("1");
          assertThat(inject.get("/api/jobs/queue")).hasBody("queue");
          assertThat(inject.get("/late/inner")).hasBody("inner");
        });
  }

  @Test
  void hooksOfAPluginRunThereOnly() {
    serve(
        Tree.class,
        inject -> {
          assertThat(inject.get("/api/users")).hasHeader("guarded", "yes");
          assertThat(inject.get("/api/jobs/queue")).doesNotHaveHeader("guarded");
        });
  }

  @Test
  void errorsAndMissingPagesOfAPluginAreItsOwn() {
    serve(
        Tree.class,
        inject -> {
          assertThat(inject.get("/api/users/broken")).hasStatus(422).hasBody("user problem");
          assertThat(inject.get("/broken")).hasStatus(500).hasBody("problem");
          assertThat(inject.get("/api/users/7/8")).hasStatus(404).hasBody("nobody");
          assertThat(inject.get("/nowhere")).hasStatus(404).hasBody("nothing");
        });
  }

  @Configuration(proxyBeanMethods = false)
  static class Parts {
    @Bean
    @RegisterParser("text/csv")
    BodyParser csv() {
      return BodyParser.text((request, body) -> List.of(body.split(",")));
    }

    @Bean
    @RegisterDecorator("clock")
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    JsonSchema amount() {
      return JsonSchema.of(Map.of("$id", "amount", "type", "integer"));
    }

    @Bean
    JsonSchema withoutId() {
      return object().prop("name", string());
    }

    @Bean
    ConstraintStrategy tenant() {
      return new ConstraintStrategy() {
        @Override
        public String name() {
          return "tenant";
        }

        @Override
        public Object derive(RawRequest request) {
          return String.valueOf(request.headers().get("tenant"));
        }
      };
    }

    @Bean
    RouteDefinition rows() {
      return RouteDefinition.post("/rows").handler((request, reply) -> request.body());
    }

    @Bean
    RouteDefinition time() {
      DecoratorKey<Clock> key = DecoratorKey.of("clock", Clock.class);
      return RouteDefinition.get("/zone")
          .handler((request, reply) -> request.server().require(key).getZone().getId());
    }

    @Bean
    RouteDefinition item() {
      return RouteDefinition.post("/items")
          .schema(s -> s.body("{\"$ref\":\"item#\"}"))
          .handler((request, reply) -> "ok");
    }

    @Bean
    RouteDefinition amounts() {
      return RouteDefinition.post("/amounts")
          .schema(s -> s.body("{\"$ref\":\"amount#\"}"))
          .handler((request, reply) -> "ok");
    }

    @Bean
    RouteDefinition ofTenant() {
      return RouteDefinition.get("/own")
          .constraint("tenant", "shop")
          .handler((request, reply) -> "of the shop");
    }
  }

  @Test
  void parsersAndDecoratorsAreBeans() {
    serve(
        Parts.class,
        inject -> {
          assertThat(inject.post("/rows", "a,b", r -> r.header("content-type", "text/csv")))
              .hasBody("[\"a\",\"b\"]");
          assertThat(inject.get("/zone")).hasBody("Z");
        });
  }

  @Test
  void schemasAreBeansAndFiles() {
    serve(
        Parts.class,
        inject -> {
          assertThat(inject.post("/items", Map.of("name", "x"))).hasStatus(400);
          assertThat(inject.post("/items", Map.of("name", "xy"))).hasStatus(200);
          assertThat(
                  inject.post("/amounts", "x", r -> r.header("content-type", "application/json")))
              .hasStatus(400);
        });
  }

  @Test
  void constraintsAreBeans() {
    serve(
        Parts.class,
        inject -> {
          assertThat(inject.get("/own", r -> r.header("tenant", "shop"))).hasBody("of the shop");
          assertThat(inject.get("/own", r -> r.header("tenant", "other"))).hasStatus(404);
        });
  }

  @Test
  void locationsOfSchemasAreAProperty() {
    runner
        .withPropertyValues("fastjava.schemas.locations=")
        .run(
            context ->
                assertThat(context.getBean(Fastjava.class).getSchemas()).doesNotContainKey("item"));
    runner.run(
        context -> assertThat(context.getBean(Fastjava.class).getSchemas()).containsKey("item"));
  }

  @Configuration(proxyBeanMethods = false)
  static class UnknownPlugin {
    @Bean
    @RegisterHook(value = "onRequest", plugin = "usres")
    Hook guard() {
      return (request, reply) -> {};
    }
  }

  @Test
  void whatBelongsToAnUnknownPluginStopsTheStart() {
    assertThat(report(UnknownPlugin.class)).contains("Bean 'guard'", "plugin 'usres'");
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoNotFoundHandlers {
    @Bean
    @RegisterNotFoundHandler
    Handler one() {
      return (request, reply) -> "1";
    }

    @Bean
    @RegisterNotFoundHandler
    Handler two() {
      return (request, reply) -> "2";
    }
  }

  @Test
  void twoOfWhatThereIsOnceStopTheStart() {
    assertThat(report(TwoNotFoundHandlers.class)).contains("bean 'one'", "bean 'two'");
  }
}
