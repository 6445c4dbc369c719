package dev.fastjava.spring.boot.test;

import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectResponse;
import java.net.URI;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.mock.http.client.reactive.MockClientHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets {@code WebTestClient} and {@code WebClient} send their requests to a server without a
 * socket.
 *
 * <pre>{@code
 * WebTestClient client =
 *     WebTestClient.bindToServer(new InjectClientHttpConnector(inject)).build();
 * }</pre>
 */
public final class InjectClientHttpConnector implements ClientHttpConnector {
  private final Inject inject;

  /**
   * Makes a connector.
   *
   * @param inject sends the requests
   */
  public InjectClientHttpConnector(Inject inject) {
    this.inject = inject;
  }

  @Override
  public Mono<ClientHttpResponse> connect(
      HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
    MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
    return requestCallback.apply(request).then(Mono.defer(() -> send(request, method, uri)));
  }

  private Mono<ClientHttpResponse> send(MockClientHttpRequest request, HttpMethod method, URI uri) {
    return DataBufferUtils.join(request.getBody())
        .map(InjectClientHttpConnector::bytes)
        .defaultIfEmpty(new byte[0])
        .flatMap(
            body ->
                Mono.fromFuture(
                    () ->
                        inject.sendAsync(
                            InjectedExchange.request(uri, method, request.getHeaders(), body))))
        .map(InjectClientHttpConnector::response);
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static ClientHttpResponse response(InjectResponse injected) {
    MockClientHttpResponse response =
        new MockClientHttpResponse(HttpStatusCode.valueOf(injected.statusCode()));
    response.getHeaders().putAll(InjectedExchange.headers(injected));
    response.setBody(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(injected.bodyBytes())));
    return response;
  }
}
