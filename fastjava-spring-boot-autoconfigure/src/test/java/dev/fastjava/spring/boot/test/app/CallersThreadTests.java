package dev.fastjava.spring.boot.test.app;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Hook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is bound to the thread of a test holds in hooks and handlers where that is wanted. */
@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class CallersThreadTests {
  private static final ThreadLocal<String> USER = new ThreadLocal<>();

  @Configuration(proxyBeanMethods = false)
  static class Bound {
    @Bean
    @RegisterHook("onRequest")
    Hook user() {
      return (request, reply) -> reply.header("user", String.valueOf(USER.get()));
    }

    @Bean
    RouteDefinition thread() {
      return RouteDefinition.get("/user").handler((request, reply) -> String.valueOf(USER.get()));
    }

    @Bean
    RouteDefinition nested(Inject inject) {
      return RouteDefinition.get("/nested")
          .handler((request, reply) -> "nested " + inject.get("/user").body());
    }

    @Bean
    RouteDefinition failing() {
      return RouteDefinition.get("/failing")
          .handler(
              (request, reply) -> {
                throw new IllegalStateException("broken");
              });
    }

    @Bean
    RouteDefinition transaction() {
      return RouteDefinition.get("/transaction")
          .handler(
              (request, reply) -> TransactionSynchronizationManager.isActualTransactionActive());
    }
  }

  /** Begins and ends nothing but what Spring itself keeps of a transaction. */
  @Configuration(proxyBeanMethods = false)
  static class Transactions {
    @Bean
    AbstractPlatformTransactionManager transactionManager() {
      return new AbstractPlatformTransactionManager() {
        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
          return List.of();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
      };
    }
  }

  @Nested
  @FastjavaTest(value = ReportRoutes.class, properties = "fastjava.test.callers-thread=true")
  @Import(Bound.class)
  class OnDemand {
    @Autowired private Inject inject;
    @Autowired private RestTestClient rest;
    @Autowired private WebTestClient web;

    @Test
    void requestsRunOnTheThreadOfTheTest() {
      USER.set("ada");
      assertThat(inject.get("/user")).hasBody("ada").hasHeader("user", "ada");
      assertThat(inject.get("/nested")).hasBody("nested ada");
      assertThat(inject.get("/failing")).hasHeader("user", "ada");
      USER.remove();
    }

    @Test
    void everyResponseIsNoticed() {
      USER.set("ada");
      for (int i = 0; i < 500; i++) {
        assertThat(inject.get("/user")).hasBody("ada");
      }
      assertThat(inject.get("/nested")).hasStatus(200);
      USER.remove();
    }

    @Test
    void thoseOfSpringsClientsDoAsWell() {
      USER.set("ada");
      rest.get().uri("/user").exchange().expectBody(String.class).isEqualTo("ada");
      web.get().uri("/user").exchange().expectBody(String.class).isEqualTo("ada");
      USER.remove();
    }
  }

  @Nested
  @FastjavaTest(ReportRoutes.class)
  @Import(Bound.class)
  class Otherwise {
    @Autowired private Inject inject;

    @Test
    void requestsRunWhereTheApplicationRunsThem() {
      USER.set("ada");
      assertThat(inject.get("/user")).hasBody("null");
      USER.remove();
    }
  }

  @Nested
  @FastjavaTest(ReportRoutes.class)
  @Import({Bound.class, Transactions.class})
  @Transactional
  class InATransaction {
    @Autowired private Inject inject;

    /** Tests have threads of their own here: the one Spring begins is bound to another. */
    @Test
    void theTransactionOfTheTestHolds(@Autowired PlatformTransactionManager manager) {
      new TransactionTemplate(manager)
          .executeWithoutResult(status -> assertThat(inject.get("/transaction")).hasBody("true"));
      assertThat(inject.get("/transaction")).hasBody("false");
    }
  }

  @Nested
  @SpringBootTest(
      classes = {Bound.class, Transactions.class},
      webEnvironment = WebEnvironment.RANDOM_PORT)
  @EnableAutoConfiguration
  @Transactional
  class WithAPort {
    @Autowired private Inject inject;

    @Test
    void theServerKeepsItsThreads() {
      assertThat(inject.get("/transaction")).hasBody("false");
    }
  }
}
