package dev.fastjava.spring.boot.reply;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications with one route, whose replies the tests of this package look at. */
abstract class ServedReplies {
  final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  FastjavaAutoConfiguration.class,
                  FastjavaRepliesAutoConfiguration.class));

  record Item(String name, int count) {}

  final void servesHandler(Handler handler, Consumer<Inject> test) {
    servesRoute(RouteDefinition.get("/it").handler(handler), test);
  }

  final void servesRoute(RouteDefinition route, Consumer<Inject> test) {
    runner
        .withBean(RouteDefinition.class, () -> route)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              test.accept(context.getBean(Inject.class));
            });
  }
}
