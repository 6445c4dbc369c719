package dev.fastjava.internal.request;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fastjava.conformance.VectorCase;
import dev.fastjava.conformance.VectorFamily;
import dev.fastjava.conformance.VectorFile;
import dev.fastjava.conformance.VectorFile.Fields;
import dev.fastjava.conformance.VectorValues;
import dev.fastjava.option.TrustProxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replays what requests that came through proxies say about their way. */
public final class ProxyAddrVectors implements VectorFamily {

  @Override
  public String name() {
    return "proxy-addr";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return file.cases()
        .map(each -> new VectorCase(each.id(), each.group(), each.tags(), () -> check(each)));
  }

  private static void check(Fields recorded) {
    if (recorded.expect().has("error")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> option(recorded.get("trustProxy")))
          .withMessage(recorded.expect().object("error").text("message"));
      return;
    }
    ProxyTrust trust = option(recorded.get("trustProxy"));
    Fields sent = recorded.object("headers");
    ProxyTrust.Headers headers = name -> sent.textOrNull(name);
    String remote = recorded.textOrNull("remoteAddress");
    String host = trust.host(headers, remote);
    long port = ProxyTrust.port(host);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("ip", trust.ip(headers, remote));
    actual.put("ips", trust.ips(headers, remote));
    actual.put("host", host);
    actual.put("hostname", ProxyTrust.hostname(host));
    actual.put("port", port < 0 ? null : port);
    actual.put("protocol", trust.protocol(headers, remote, recorded.flag("encrypted")));
    VectorValues.assertSame(recorded.get("expect"), actual);
  }

  private static ProxyTrust option(@Nullable Object written) {
    if (written instanceof Boolean trust) {
      return ProxyTrust.of(trust ? TrustProxy.all() : null);
    }
    if (written instanceof Number hops) {
      return ProxyTrust.of(hops.intValue() == 0 ? null : TrustProxy.nobody());
    }
    if (written instanceof List<?> list) {
      return ProxyTrust.of(TrustProxy.addresses(list.stream().map(String.class::cast).toList()));
    }
    return ProxyTrust.of(written == null ? null : TrustProxy.addresses(written.toString()));
  }
}
