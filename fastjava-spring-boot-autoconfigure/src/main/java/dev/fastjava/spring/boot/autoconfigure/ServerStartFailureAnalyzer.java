package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.spring.boot.context.ServerStartException;
import java.net.BindException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains why the server cannot listen, and which property is the reason. */
class ServerStartFailureAnalyzer extends AbstractFailureAnalyzer<ServerStartException> {
  private static final int LAST_PRIVILEGED_PORT = 1023;

  private final PropertyPlaces properties;

  ServerStartFailureAnalyzer(Environment environment) {
    this.properties = new PropertyPlaces(environment);
  }

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ServerStartException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message = String.valueOf(cause.getMessage());
    String where =
        (failure.address() == null ? "port " : failure.address().getHostAddress() + ":")
            + failure.port();
    String text = "The FastJava server cannot listen on " + where + ":\n\n    " + message;
    if (cause instanceof BindException && failure.address() != null) {
      String property = properties.describe("fastjava.server.address", "server.address");
      return analysis(
          text + "\n\nThe address is no address of this machine" + set(property) + ".",
          "Use an address of this machine, or leave it out to listen on all of them.",
          failure);
    }
    boolean denied = message.toLowerCase(Locale.ROOT).contains("denied");
    if (denied && failure.port() <= LAST_PRIVILEGED_PORT) {
      String property = properties.describe("fastjava.server.port", "server.port");
      return analysis(
          text + "\n\nThe port is one of the system" + set(property) + ".",
          "Use a port above " + LAST_PRIVILEGED_PORT + ", or let the process bind such ports.",
          failure);
    }
    String property =
        properties.describe(
            "fastjava.server.ssl.bundle", "server.ssl.bundle", "server.ssl.key-store");
    return property == null
        ? analysis(text, "Mend what the error says.", failure)
        : analysis(
            text + "\n\nTLS is set by " + property + ".",
            "Look at the properties of TLS, if the error is about keys or certificates.",
            failure);
  }

  private static String set(@Nullable String property) {
    return property == null ? "" : ", which is set by " + property;
  }

  private static FailureAnalysis analysis(String text, String action, Throwable cause) {
    return new FailureAnalysis(text, action, cause);
  }
}
