package dev.fastjava.spring.boot.test;

import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Lets Spring's clients, {@code RestClient} and {@code RestTestClient} among them, send their
 * requests to a server without a socket.
 *
 * <pre>{@code
 * RestTestClient client =
 *     RestTestClient.bindToServer(new InjectClientHttpRequestFactory(inject)).build();
 * }</pre>
 */
public final class InjectClientHttpRequestFactory implements ClientHttpRequestFactory {
  private final Inject inject;

  /**
   * Makes a factory.
   *
   * @param inject sends the requests
   */
  public InjectClientHttpRequestFactory(Inject inject) {
    this.inject = inject;
  }

  @Override
  public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
    return new Request(uri, method);
  }

  private final class Request extends AbstractClientHttpRequest {
    private final URI uri;
    private final HttpMethod method;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Request(URI uri, HttpMethod method) {
      this.uri = uri;
      this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
      return method;
    }

    @Override
    public URI getURI() {
      return uri;
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
      return body;
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) {
      return new Response(
          inject.send(InjectedExchange.request(uri, method, headers, body.toByteArray())));
    }
  }

  private static final class Response implements ClientHttpResponse {
    private final InjectResponse response;

    Response(InjectResponse response) {
      this.response = response;
    }

    @Override
    public HttpStatusCode getStatusCode() {
      return HttpStatusCode.valueOf(response.statusCode());
    }

    @Override
    public String getStatusText() {
      return response.statusMessage();
    }

    @Override
    public HttpHeaders getHeaders() {
      return InjectedExchange.headers(response);
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(response.bodyBytes());
    }

    @Override
    public void close() {}
  }
}
