package dev.fastjava.spring.boot.reply;

import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.autoconfigure.web.ErrorProperties.IncludeAttribute;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Auto-configuration that lets handlers return Spring's types and throw its exceptions: {@code
 * ResponseEntity}, {@code ProblemDetail}, {@code Resource}, {@code Mono}, {@code Flux}, {@code
 * ResponseStatusException} and their relatives. There where spring-web is.
 */
@AutoConfiguration(
    beforeName = "dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration",
    afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(ResponseEntity.class)
public final class FastjavaRepliesAutoConfiguration {
  private static final boolean VIRTUAL_THREADS = Runtime.version().feature() >= 21;

  FastjavaRepliesAutoConfiguration() {}

  /** Before the customizers of the application, which may set something else. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  FastjavaOptionsCustomizer fastjavaReplyAdapterCustomizer(
      ObjectProvider<JsonMapper> mappers, Environment environment) {
    boolean problems =
        environment.getProperty("fastjava.problemdetails.enabled", Boolean.class, false);
    return options -> {
      options.replyAdapter(
          new SpringReplyAdapter(
              mappers.getIfAvailable(() -> JsonMapper.builder().build()),
              blocking(),
              problems,
              messages(environment)));
      if (problems) {
        options.frameworkErrors(ProblemReplies::beforeRoutes);
      }
    };
  }

  /** As in Boot's own web servers; {@code server.error} is the name before Boot 4.1. */
  private static IncludeAttribute messages(Environment environment) {
    Binder binder = Binder.get(environment);
    return binder
        .bind("spring.web.error", ErrorProperties.class)
        .orElseGet(
            () ->
                binder.bind("server.error", ErrorProperties.class).orElseGet(ErrorProperties::new))
        .getIncludeMessage();
  }

  private static Executor blocking() {
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("fastjava-body-");
    executor.setDaemon(true);
    executor.setVirtualThreads(VIRTUAL_THREADS);
    return executor;
  }
}
