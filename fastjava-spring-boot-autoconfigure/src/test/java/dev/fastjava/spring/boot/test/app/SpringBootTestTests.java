package dev.fastjava.spring.boot.test.app;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.springframework.test.context.TestPropertySource;

@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class SpringBootTestTests {

  @Nested
  @SpringBootTest
  @TestPropertySource(properties = "server.port=1")
  class WithMockEnvironment {
    @Autowired private Inject inject;
    @Autowired private Fastjava app;
    @Autowired private Unrelated unrelated;

    @Test
    void nothingListensAndEverythingIsThere() {
      assertThat(app.addresses()).isEmpty();
      assertThat(inject.get("/v1/users")).hasStatus(200);
      assertThat(unrelated).isNotNull();
    }
  }

  @Nested
  @SpringBootTest(webEnvironment = WebEnvironment.NONE)
  class WithoutWebEnvironment {

    @Test
    void nothingListens(@Autowired Fastjava app) {
      assertThat(app.addresses()).isEmpty();
    }
  }

  @Nested
  @DirtiesContext
  @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
  class WithRandomPort {
    @LocalServerPort private int port;

    @Test
    void theServerAnswers(@Autowired Environment environment) throws Exception {
      assertThat(port).isPositive();
      assertThat(environment.getProperty("local.fastjava.port", int.class)).isEqualTo(port);
      assertThat(get(port, "/status")).isEqualTo("up");
    }

    @Test
    void testClientsFindTheServer(@Autowired ApplicationContext context) {
      assertThat(LocalTestWebServer.obtain(context).uri("/status"))
          .isEqualTo("http://localhost:" + port + "/status");
    }
  }

  @Nested
  @DirtiesContext
  @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
  @TestPropertySource(locations = "classpath:fixed-port.properties")
  class WithRandomPortInPlaceOfAFixedOne {
    @LocalServerPort private int port;

    @Test
    void theServerListensElsewhere() throws Exception {
      assertThat(port).isGreaterThan(1);
      assertThat(get(port, "/status")).isEqualTo("up");
    }
  }

  @Nested
  @DirtiesContext
  @SpringBootTest(properties = {"fastjava.server.enabled=true", "fastjava.server.port=0"})
  class WithTheServerAskedFor {

    @Test
    void theServerAnswers(@Autowired Environment environment) throws Exception {
      assertThat(get(environment.getProperty("local.server.port", int.class), "/status"))
          .isEqualTo("up");
    }
  }

  private static String get(int port, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
