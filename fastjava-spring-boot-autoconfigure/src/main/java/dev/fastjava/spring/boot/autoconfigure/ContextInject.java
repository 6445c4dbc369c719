package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Sends no request before the beans are registered: the first one would boot a server without
 * routes and hooks, and the start would fail later for a reason that nobody would see.
 */
final class ContextInject implements Inject {
  private final Inject inject;
  private final BooleanSupplier booted;

  ContextInject(Inject inject, BooleanSupplier booted) {
    this.inject = inject;
    this.booted = booted;
  }

  @Override
  public InjectResponse send(InjectRequest request) {
    requireBooted();
    return inject.send(request);
  }

  @Override
  public CompletableFuture<InjectResponse> sendAsync(InjectRequest request) {
    requireBooted();
    return inject.sendAsync(request);
  }

  private void requireBooted() {
    if (!booted.getAsBoolean()) {
      throw new IllegalStateException(
          "A request was injected before the application has started: the routes, hooks and plugins"
              + " of its beans are not there yet. Inject it later: in an ApplicationRunner, a"
              + " listener of ApplicationReadyEvent or a test.");
    }
  }
}
