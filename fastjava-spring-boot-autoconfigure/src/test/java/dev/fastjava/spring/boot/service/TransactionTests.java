package dev.fastjava.spring.boot.service;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Handler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Transactions of services, and of handlers that are beans. */
class TransactionTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  FastjavaServicesAutoConfiguration.class,
                  FastjavaAutoConfiguration.class))
          .withUserConfiguration(Accounts.class);

  static class Ledger {
    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Transactional
    void book(String text, boolean fails) {
      insert(text);
      if (fails) {
        throw new IllegalStateException("no such account");
      }
    }

    void insert(String text) {
      jdbc.sql("insert into entry (text) values (?)").param(text).update();
    }

    long count() {
      return jdbc.sql("select count(*) from entry").query(Long.class).single();
    }
  }

  /** The whole handler is one transaction. */
  @Transactional
  static class Booking implements Handler {
    private final Ledger ledger;

    Booking(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public Object handle(Request request, Reply reply) {
      ledger.insert("first");
      ledger.insert("second");
      if (request.query("fails") != null) {
        throw new IllegalStateException("no such account");
      }
      return TransactionSynchronizationManager.isActualTransactionActive();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement
  static class Accounts {
    @Bean
    DataSource dataSource() {
      JdbcDataSource memory = new JdbcDataSource();
      memory.setURL("jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
      JdbcClient.create(memory).sql("create table entry (text varchar(20))").update();
      return memory;
    }

    @Bean
    TransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Ledger ledger(DataSource dataSource) {
      return new Ledger(JdbcClient.create(dataSource));
    }

    @Bean
    Booking booking(Ledger ledger) {
      return new Booking(ledger);
    }

    @Bean
    RouteDefinition byService(Ledger ledger) {
      return RouteDefinition.post("/service")
          .handler(
              (request, reply) -> {
                ledger.book("one", request.query("fails") != null);
                return TransactionSynchronizationManager.isActualTransactionActive();
              });
    }

    @Bean
    RouteDefinition byHandler(Handler booking) {
      return RouteDefinition.post("/handler").handler(booking);
    }
  }

  @ParameterizedTest
  @EnumSource(Execution.class)
  void areCommittedAndRolledBackInEveryMode(Execution mode) {
    if (mode == Execution.VIRTUAL && Runtime.version().feature() < 21) {
      return;
    }
    runner
        .withPropertyValues("fastjava.execution=" + mode, "fastjava.worker-threads=1")
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              Ledger ledger = context.getBean(Ledger.class);
              assertThat(inject.post("/service?fails=yes")).hasStatus(500);
              assertThat(inject.post("/handler?fails=yes")).hasStatus(500);
              assertThat(ledger.count()).isZero();
              assertThat(inject.post("/service")).hasStatus(200).hasBody("false");
              assertThat(inject.post("/handler")).hasStatus(200).hasBody("true");
              assertThat(inject.post("/service")).hasBody("false");
              assertThat(ledger.count()).isEqualTo(4);
            });
  }
}
