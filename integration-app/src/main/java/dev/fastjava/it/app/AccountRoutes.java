package dev.fastjava.it.app;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The routes below {@code /accounts}. */
@Component
@RegisterPlugin(prefix = "/accounts", name = "accounts")
class AccountRoutes implements Plugin {
  record ById(long id) {}

  private final Accounts accounts;

  AccountRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.get("/", (request, reply) -> accounts.all());

    app.get(
        "/:id",
        route ->
            route
                .params(ById.class)
                .response(200, Account.class)
                .handle((path, request, reply) -> accounts.find(path.id())));

    app.post(
        "/",
        route ->
            route
                .body(NewAccount.class)
                .handle(
                    (account, request, reply) -> {
                      Account opened = accounts.open(account);
                      return ResponseEntity.created(URI.create("/accounts/" + opened.id()))
                          .body(opened);
                    }));

    app.post(
        "/transfers",
        route ->
            route
                .body(Transfer.class)
                .handle(
                    (transfer, request, reply) -> {
                      accounts.transfer(transfer);
                      return Map.of("done", true);
                    }));

    app.get(
        "/live",
        (request, reply) -> Flux.fromIterable(accounts.all()).delayElements(Duration.ofMillis(5)));
  }
}
