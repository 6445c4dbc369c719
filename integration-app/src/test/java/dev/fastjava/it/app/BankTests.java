package dev.fastjava.it.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application over sockets: TLS for its users, a port of its own for the management. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.ssl.bundle=bank",
      "server.ssl.client-auth=want",
      "management.server.port=0",
      "management.server.ssl.enabled=false"
    })
class BankTests {
  @TempDir private static Path directory;

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;

  @BeforeAll
  static void makeCertificates() throws Exception {
    KeyStores stores = new KeyStores(directory);
    stores.make("bank");
    stores.make("ada");
    stores.trust("banks", "bank");
    stores.trust("customers", "ada");
  }

  @DynamicPropertySource
  static void bundle(DynamicPropertyRegistry properties) {
    KeyStores stores = new KeyStores(directory);
    String bundle = "spring.ssl.bundle.jks.bank.";
    properties.add(bundle + "keystore.location", () -> stores.path("bank").toUri().toString());
    properties.add(bundle + "keystore.password", () -> KeyStores.PASSWORD);
    properties.add(bundle + "keystore.type", () -> "PKCS12");
    properties.add(
        bundle + "truststore.location", () -> stores.path("customers").toUri().toString());
    properties.add(bundle + "truststore.password", () -> KeyStores.PASSWORD);
    properties.add(bundle + "truststore.type", () -> "PKCS12");
  }

  private static HttpClient client(@Nullable String own) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(new KeyStores(directory).client("banks", own))
        .build();
  }

  private HttpResponse<String> send(HttpClient client, String path, @Nullable String json)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
    if (json != null) {
      request.header("content-type", "application/json").POST(BodyPublishers.ofString(json));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> manage(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path)).build(),
            BodyHandlers.ofString());
  }

  private static String open(String owner, int cents) {
    return "{\"owner\":\"" + owner + "\",\"cents\":" + cents + "}";
  }

  private String location(HttpClient client, String owner, int cents) throws Exception {
    HttpResponse<String> opened = send(client, "/accounts", open(owner, cents));
    assertThat(opened.statusCode()).isEqualTo(201);
    return opened.headers().firstValue("location").orElseThrow();
  }

  @Test
  void clientsAreKnownByTheirCertificates() throws Exception {
    assertThat(send(client("ada"), "/who", null).body()).isEqualTo("{\"who\":\"CN=ada\"}");
    assertThat(send(client(null), "/who", null).body()).isEqualTo("{\"who\":\"nobody\"}");
  }

  @Test
  void aTransferIsWholeOrNotAtAll() throws Exception {
    HttpClient client = client(null);
    String from = location(client, "Ada", 100);
    String to = location(client, "Alan", 0);
    String transfer =
        "{\"from\":%s,\"to\":%s,\"cents\":%%d}"
            .formatted(from.replaceAll("\\D", ""), to.replaceAll("\\D", ""));
    assertThat(send(client, "/accounts/transfers", transfer.formatted(60)).statusCode())
        .isEqualTo(200);
    HttpResponse<String> refused = send(client, "/accounts/transfers", transfer.formatted(60));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("there is not enough on the account");
    assertThat(send(client, from, null).body()).contains("\"cents\":40");
    assertThat(send(client, to, null).body()).contains("\"cents\":60");
  }

  @Test
  void problemsTellNoMoreThanTheyShould() throws Exception {
    HttpClient client = client(null);
    HttpResponse<String> missing = send(client, "/accounts/4711", null);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("\"detail\":\"there is no account 4711\"");
    HttpResponse<String> broken = send(client, "/broken", null);
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).doesNotContain("password", "IllegalState");
    assertThat(send(client, "/accounts", "{\"owner\":\"Ada\",\"cents\":-1}").body())
        .contains("\"pointer\":\"/cents\"");
  }

  @Test
  void theManagementHasAPortOfItsOwn() throws Exception {
    HttpClient client = client(null);
    location(client, "Grace", 1);
    assertThat(manage("/actuator/health").body()).contains("\"status\":\"UP\"");
    assertThat(send(client, "/readyz", null).body()).contains("\"status\":\"UP\"");
    assertThat(send(client, "/actuator/health", null).statusCode()).isEqualTo(404);
    assertThat(manage("/accounts").statusCode()).isEqualTo(404);
    assertThat(manage("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(manage("/actuator/fastjavaroutes").body()).contains("/accounts/:id", "/who");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              HttpResponse<String> metric =
                  manage("/actuator/metrics/http.server.requests?tag=status:201");
              assertThat(metric.statusCode()).isEqualTo(200);
              assertThat(metric.body()).contains("\"/accounts\"").contains("SUCCESS");
            });
  }
}
