package dev.fastjava.spring.boot.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** Traces go on from the headers of the request, and log lines know them. */
class TracePropagationTests {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static final Slf4JEventListener MDC_ENTRIES = new Slf4JEventListener();

  static {
    // Of the whole process, and to be told before the first context is stored.
    ContextStorage.addWrapper(new EventPublishingContextWrapper(MDC_ENTRIES::onEvent));
  }

  private static String traceSeen(
      TextMapPropagator propagator, Execution mode, Consumer<InjectRequest> request) {
    try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
      io.opentelemetry.api.trace.Tracer otel = provider.get("test");
      OtelCurrentTraceContext current = new OtelCurrentTraceContext();
      Tracer tracer = new OtelTracer(otel, current, MDC_ENTRIES::onEvent);
      ObservationRegistry registry = ObservationRegistry.create();
      registry
          .observationConfig()
          .observationHandler(
              new PropagatingReceiverTracingObservationHandler<>(
                  tracer, new OtelPropagator(ContextPropagators.create(propagator), otel)));
      try (Fastjava app =
          Fastjava.create(o -> o.execution(mode))
              .decorateRequest(ServerRequestObservationContext.KEY)
              .addRequestListener(
                  new ObservationListener(
                      registry,
                      new DefaultServerRequestObservationConvention(),
                      ThreadContext.ofRegistry()))
              .addRequestListener(new ObservationListener.End())) {
        app.onRequest(
            (req, reply, done) -> {
              var unused = CompletableFuture.runAsync(done::done);
            });
        app.get("/", (req, reply) -> MDC.get("traceId") + " " + (MDC.get("spanId") != null));
        InjectRequest it = new InjectRequest().url("/");
        request.accept(it);
        InjectResponse response = app.inject().send(it);
        return response.body();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void w3cHeadersAreRead(Execution mode) {
    assertThat(
            traceSeen(
                W3CTraceContextPropagator.getInstance(),
                mode,
                request -> request.header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")))
        .isEqualTo(TRACE + " true");
  }

  @Test
  void b3HeadersAreRead() {
    assertThat(
            traceSeen(
                B3Propagator.injectingSingleHeader(),
                Execution.BLOCKING,
                request -> request.header("b3", TRACE + "-b7ad6b7169203331-1")))
        .isEqualTo(TRACE + " true");
    assertThat(
            traceSeen(
                B3Propagator.injectingMultiHeaders(),
                Execution.BLOCKING,
                request ->
                    request
                        .header("X-B3-TraceId", TRACE)
                        .header("X-B3-SpanId", "b7ad6b7169203331")
                        .header("X-B3-Sampled", "1")))
        .isEqualTo(TRACE + " true");
  }

  @Test
  void aRequestWithoutHeadersBeginsATrace() {
    assertThat(
            traceSeen(W3CTraceContextPropagator.getInstance(), Execution.BLOCKING, request -> {}))
        .matches("[0-9a-f]{32} true")
        .doesNotContain(TRACE);
  }
}
