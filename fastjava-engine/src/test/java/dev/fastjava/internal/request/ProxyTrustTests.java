package dev.fastjava.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fastjava.option.TrustProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTrustTests {

  private static final ProxyTrust.Headers HEADERS =
      Map.of(
              "x-forwarded-for", "9.9.9.9, 2.2.2.2, 10.0.0.2",
              "x-forwarded-host", "inner.test, outer.test:81",
              "x-forwarded-proto", "http, https",
              "host", "direct.test")
          ::get;

  @Test
  void functionIsAskedFromTheNearestProxyOn() {
    List<String> asked = new ArrayList<>();
    ProxyTrust trust =
        ProxyTrust.of(
            TrustProxy.when(
                (address, hop) -> {
                  asked.add(hop + " " + address);
                  return address.startsWith("10.");
                }));

    assertThat(trust.ip(HEADERS, "10.0.0.1")).isEqualTo("2.2.2.2");
    assertThat(asked).containsExactly("0 10.0.0.1", "1 10.0.0.2", "2 2.2.2.2");
    assertThat(trust.ips(HEADERS, "10.0.0.1")).containsExactly("10.0.0.1", "10.0.0.2", "2.2.2.2");
    assertThat(trust.host(HEADERS, "10.0.0.1")).isEqualTo("outer.test:81");
    assertThat(trust.protocol(HEADERS, "10.0.0.1", false)).isEqualTo("https");
  }

  @Test
  void untrustedPeerCannotForward() {
    ProxyTrust trust = ProxyTrust.of(TrustProxy.addresses("loopback, 10.0.0.0/8"));

    assertThat(trust.ip(HEADERS, "8.8.8.8")).isEqualTo("8.8.8.8");
    assertThat(trust.host(HEADERS, "8.8.8.8")).isEqualTo("direct.test");
    assertThat(trust.protocol(HEADERS, "8.8.8.8", true)).isEqualTo("https");
    assertThat(trust.ip(HEADERS, null)).isNull();
  }

  @Test
  void withoutTheOptionForwardedAddressesAreUnknown() {
    ProxyTrust trust = ProxyTrust.of(null);

    assertThat(trust.isEnabled()).isFalse();
    assertThat(trust.ips(HEADERS, "1.1.1.1")).isNull();
    assertThat(trust.ip(HEADERS, "1.1.1.1")).isEqualTo("1.1.1.1");
    assertThat(trust.host(HEADERS, "1.1.1.1")).isEqualTo("direct.test");
  }

  @Test
  void numberOfHopsTrustsNoHeader() {
    ProxyTrust trust = ProxyTrust.of(TrustProxy.nobody());

    assertThat(trust.isEnabled()).isTrue();
    assertThat(trust.ip(HEADERS, "10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(trust.host(HEADERS, "10.0.0.1")).isEqualTo("direct.test");
  }

  @Test
  void entriesOfAListAreNotTrimmed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyTrust.of(TrustProxy.addresses(List.of(" 10.0.0.1"))))
        .withMessage("invalid IP address:  10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "fe80::1%eth0, fe80::1%eth0, true",
    "fe80::1%eth0, fe80::1%eth1, false",
    "fe80::1%eth0, fe80::1, false",
    "fe80::1, fe80::1%eth1, true",
    "::ffff:10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, ::ffff:a00:1, true",
    "::ffff:0:0/96, 10.0.0.1, true",
    "::/1, 10.0.0.1, false",
    "::ffff:0:0/95, 10.0.0.1, false",
    "::ffff:10.0.0.0/104, 10.9.9.9, true",
    "0.0.0.0/1, 200.0.0.1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "127.0.0.1, 127.1, false",
    "127.0.0.1, 0177.0.0.1, false",
    "127.0.0.1, ::ffff:127.0.0.01, false",
    "127.0.0.1, [::ffff:127.0.0.1], false",
    "10.0.0.0/255.0.0.0, 10.200.0.1, true",
    "10.0.0.0/8, unknown, false"
  })
  void addressesAreComparedByMeaning(String trusted, String peer, boolean expected) {
    assertThat(TrustProxy.addresses(List.of(trusted)).trusts(peer, 0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1",
        "0x7f.0.0.1",
        "2130706433",
        "0177.0.0.1",
        "010.0.0.1",
        "[::1]",
        "::ffff:010.0.0.1"
      })
  void addressesThatProgramsReadDifferentlyAreRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustProxy.addresses(List.of(address)))
        .withMessage("invalid IP address: " + address);
  }

  @ParameterizedTest
  @CsvSource({
    "example.test:80, example.test, 80",
    "[::1]:8080, [::1], 8080",
    "[::1], [::1], -1",
    "example.test, example.test, -1",
    "example.test:, example.test, -1",
    "a:b:1, a, 1"
  })
  void hostIsTakenApart(String host, String hostname, long port) {
    assertThat(ProxyTrust.port(host)).isEqualTo(port);
    assertThat(ProxyTrust.hostname(host)).isEqualTo(hostname);
  }
}
