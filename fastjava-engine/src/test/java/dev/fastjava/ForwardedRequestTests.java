package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.option.TrustProxy;
import dev.fastjava.testing.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request says of its client behind proxies, for every form of {@code trustProxy}. */
class ForwardedRequestTests {

  private static String seen(TrustProxy trust, String forwardedFor, String host, String protocol) {
    try (Fastjava app = Fastjava.create(o -> o.trustProxy(trust))) {
      app.get(
          "/",
          (request, reply) ->
              request.ip()
                  + ' '
                  + request.ips()
                  + ' '
                  + request.host()
                  + ' '
                  + request.hostname()
                  + ' '
                  + request.port()
                  + ' '
                  + request.protocol());
      return app.inject(
              r ->
                  r.url("/")
                      .header("x-forwarded-for", forwardedFor)
                      .header("x-forwarded-host", host)
                      .header("x-forwarded-proto", protocol))
          .body();
    }
  }

  private static final String DIRECT = "127.0.0.1 [127.0.0.1] localhost:80 localhost 80 http";

  @Test
  void everyProxyIsTrusted() {
    assertThat(seen(TrustProxy.all(), "2.2.2.2, 1.1.1.1", "a.test, b.test:81", "x, https"))
        .isEqualTo("2.2.2.2 [127.0.0.1, 1.1.1.1, 2.2.2.2] b.test:81 b.test 81 https");
  }

  @Test
  void proxiesAreTrustedByAddressNetworkAndName() {
    String answer = "2.2.2.2 [127.0.0.1, 1.1.1.1, 2.2.2.2] h.test h.test null https";
    for (TrustProxy trust :
        new TrustProxy[] {
          TrustProxy.addresses("127.0.0.1", "1.1.1.1"),
          TrustProxy.addresses("127.0.0.1, 1.1.1.0/24"),
          TrustProxy.addresses("loopback, 1.1.1.0/255.255.255.0"),
          TrustProxy.when((address, hop) -> hop < 2)
        }) {
      assertThat(seen(trust, "3.3.3.3, 2.2.2.2, 1.1.1.1", "h.test", "https")).isEqualTo(answer);
    }
  }

  @Test
  void hopsAloneTrustNobody() {
    assertThat(seen(TrustProxy.nobody(), "1.1.1.1", "h.test", "https")).isEqualTo(DIRECT);
  }

  @Test
  void settingThatTrustsNobodyKeepsTheAddressOfThePeer() {
    for (TrustProxy trust :
        new TrustProxy[] {
          TrustProxy.addresses(List.of()), TrustProxy.when((address, hop) -> false)
        }) {
      assertThat(seen(trust, "1.1.1.1", "h.test", "https")).isEqualTo(DIRECT);
    }
    for (TrustProxy none : new TrustProxy[] {TrustProxy.addresses("")}) {
      assertThat(seen(none, "1.1.1.1", "h.test", "https"))
          .isEqualTo(DIRECT.replace("[127.0.0.1]", "null"));
    }
  }

  @Test
  void proxyThatIsNotTrustedIsTheClient() {
    assertThat(seen(TrustProxy.addresses("10.0.0.1"), "1.1.1.1", "h.test", "https"))
        .isEqualTo(DIRECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", " , ,", ",,,"})
  void listsWithNothingInThemChangeNothing(String value) {
    assertThat(seen(TrustProxy.all(), value, "", "")).isEqualTo(DIRECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "_hidden", "1.1.1.1:80", "[::1]:1", "999.1.1.1", "a, ::ffff"})
  void garbageIsPassedOnAndNeverTrusted(String value) {
    String last = value.substring(value.lastIndexOf(',') + 1).strip();

    assertThat(seen(TrustProxy.addresses("loopback"), "9.9.9.9, " + value, "h", "https"))
        .isEqualTo(last + " [127.0.0.1, " + last + "] h h null https");
  }

  @Test
  void ipv6HostIsTakenApart() {
    assertThat(seen(TrustProxy.all(), "::1", "[2001:db8::1]:8443", "https"))
        .isEqualTo("::1 [127.0.0.1, ::1] [2001:db8::1]:8443 [2001:db8::1] 8443 https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"loopbak", "10.0.0.0/33", "10.0.0.0/0", "1.2.3.4.5", "::1/129", "10.0.0.1,"})
  void addressThatIsNoneFailsAtTheStart(String address) {
    assertThatThrownBy(
            () -> {
              try (Fastjava app =
                  Fastjava.create(o -> o.trustProxy(TrustProxy.addresses(address)))) {
                Eventually.join(app.ready());
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("invalid (IP address|range on address): .*");
  }
}
