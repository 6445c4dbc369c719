package dev.fastjava.inject;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends requests that begin with what all of them have. */
final class InjectWithDefaults implements Inject {
  private final Inject inject;
  private final Consumer<InjectRequest> defaults;

  InjectWithDefaults(Inject inject, Consumer<InjectRequest> defaults) {
    this.inject = inject;
    this.defaults = defaults;
  }

  @Override
  public InjectResponse send(InjectRequest request) {
    return inject.send(request);
  }

  @Override
  public CompletableFuture<InjectResponse> sendAsync(InjectRequest request) {
    return inject.sendAsync(request);
  }

  @Override
  public InjectResponse send(Consumer<InjectRequest> request) {
    return inject.send(defaults.andThen(request));
  }

  @Override
  public CompletableFuture<InjectResponse> sendAsync(Consumer<InjectRequest> request) {
    return inject.sendAsync(defaults.andThen(request));
  }
}
