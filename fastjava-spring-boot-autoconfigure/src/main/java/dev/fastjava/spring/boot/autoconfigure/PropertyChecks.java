package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.option.ClientAuth;
import dev.fastjava.option.TrustProxy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;

/** What values of properties may be; Boot reports those that are not. */
final class PropertyChecks {
  private static final int LAST_PORT = 65_535;

  private final Errors errors;

  private PropertyChecks(Errors errors) {
    this.errors = errors;
  }

  static void check(FastjavaProperties properties, Errors errors) {
    PropertyChecks checks = new PropertyChecks(errors);
    checks.size("bodyLimit", properties.bodyLimit(), Long.MAX_VALUE);
    checks.time("pluginTimeout", properties.pluginTimeout());
    checks.time("handlerTimeout", properties.handlerTimeout());
    checks.time("unansweredWarning", properties.unansweredWarning());
    checks.time("closeTimeout", properties.closeTimeout());
    checks.atLeast("workerThreads", properties.workerThreads(), 0);
    checks.atLeast("workerQueue", properties.workerQueue(), 0);
    checks.proxies(properties.trustProxy());
    checks.atLeast("router.maxParamLength", properties.router().maxParamLength(), 1);
    checks.http(properties.http());
    FastjavaProperties.Validation validation = properties.validation();
    checks.atLeast("validation.multipleOfPrecision", validation.multipleOfPrecision(), 0);
    checks.atLeast("validation.maxDepth", validation.maxDepth(), 1);
    checks.atLeast("validation.maxReferences", validation.maxReferences(), 1);
    checks.atLeast("validation.maxRegexSteps", validation.maxRegexSteps(), 1);
    checks.atLeast("serialization.largeArraySize", properties.serialization().largeArraySize(), 0);
    checks.ssl(properties.server().ssl());
    Integer port = properties.server().port();
    if (port != null && port > LAST_PORT) {
      checks.reject("server.port", "must not be greater than " + LAST_PORT);
    }
  }

  /** What would do nothing without a bundle is no protection. */
  private void ssl(FastjavaProperties.Server.Ssl ssl) {
    if (!StringUtils.hasText(ssl.bundle())) {
      String reason = "needs 'fastjava.server.ssl.bundle', or is to be set as 'server.ssl.";
      if (ssl.clientAuth() != ClientAuth.NONE) {
        reject("server.ssl.clientAuth", reason + "client-auth'");
      }
      if (!ssl.serverNameBundles().isEmpty()) {
        reject("server.ssl.serverNameBundles", reason + "server-name-bundles'");
      }
    }
  }

  private void http(FastjavaProperties.Http http) {
    time("http.connectionTimeout", http.connectionTimeout());
    time("http.keepAliveTimeout", http.keepAliveTimeout());
    time("http.requestTimeout", http.requestTimeout());
    time("http.bodyTimeout", http.bodyTimeout());
    time("http.bodyTotalTimeout", http.bodyTotalTimeout());
    time("http.headersTimeout", http.headersTimeout());
    time("http.writeTimeout", http.writeTimeout());
    time("http.handshakeTimeout", http.handshakeTimeout());
    time("http.http2SessionTimeout", http.http2SessionTimeout());
    atLeast("http.maxConnections", http.maxConnections(), 0);
    atLeast("http.maxRequestsPerSocket", http.maxRequestsPerSocket(), 0);
    atLeast("http.eventLoopThreads", http.eventLoopThreads(), 0);
    atLeast("http.backlog", http.backlog(), 1);
    size("http.maxHeaderSize", http.maxHeaderSize(), Integer.MAX_VALUE);
  }

  private void time(String property, @Nullable Duration time) {
    if (time != null && time.isNegative()) {
      reject(property, "must not be negative");
    }
  }

  private void atLeast(String property, long value, long least) {
    if (value < least) {
      reject(property, least == 0 ? "must not be negative" : "must be at least " + least);
    }
  }

  private void size(String property, DataSize size, long most) {
    if (size.toBytes() <= 0) {
      reject(property, "must be positive");
    } else if (size.toBytes() > most) {
      reject(property, "must not be greater than " + most + " bytes");
    }
  }

  private void proxies(List<String> proxies) {
    if (proxies.isEmpty() || proxies.equals(List.of("all"))) {
      return;
    }
    try {
      TrustProxy unused = TrustProxy.addresses(proxies);
    } catch (IllegalArgumentException invalid) {
      reject(
          "trustProxy",
          invalid.getMessage()
              + "; there may be IP addresses, CIDR ranges, 'loopback', 'linklocal', 'uniquelocal',"
              + " or 'all' alone");
    }
  }

  private void reject(String property, String reason) {
    errors.rejectValue(property, "invalid", reason);
  }
}
