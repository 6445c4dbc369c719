package dev.fastjava.spring.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/** Warns of properties of Boot's other servers that do nothing here, and names what does. */
final class IgnoredServerProperties implements SmartInitializingSingleton {
  private static final Log logger = LogFactory.getLog(IgnoredServerProperties.class);

  private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

  static {
    String prefix = "plugins have prefixes: prefix of @RegisterPlugin";
    String format = "ISO forms are read; put @DateTimeFormat on the property for another one";
    String multipart = "multipart bodies need a parser: a BodyParser bean with @RegisterParser";
    String sessions = "there are no sessions";
    String problems = "fastjava.problemdetails.enabled makes problem details of errors";
    INSTEAD.put("server.forward-headers-strategy", "fastjava.trust-proxy names trusted proxies");
    INSTEAD.put(
        "server.max-http-request-header-size", "fastjava.http.max-header-size is the limit");
    INSTEAD.put("server.servlet.context-path", prefix);
    INSTEAD.put("spring.webflux.base-path", prefix);
    INSTEAD.put("spring.mvc.servlet.path", prefix);
    INSTEAD.put("server.servlet.session", sessions);
    INSTEAD.put("server.reactive.session", sessions);
    INSTEAD.put("server.compression", "let a proxy in front of the server compress replies");
    INSTEAD.put("server.server-header", "an onSend hook may set the header 'server'");
    String accesslog = "fastjava.accesslog.* has the access log of this server";
    INSTEAD.put("server.tomcat.accesslog", accesslog);
    INSTEAD.put("server.jetty.accesslog", accesslog);
    INSTEAD.put("server.undertow.accesslog", accesslog);
    INSTEAD.put("server.mime-mappings", "what sends a file sets its content type");
    for (String errors : List.of("server.error.", "spring.web.error.")) {
      String page =
          "errors are JSON for all clients; an ErrorHandler bean may write them in another way";
      INSTEAD.put(errors + "path", page);
      INSTEAD.put(errors + "whitelabel", page);
      String told = "an ErrorHandler bean may tell clients more than include-message does";
      INSTEAD.put(errors + "include-exception", told);
      INSTEAD.put(errors + "include-stacktrace", told);
      INSTEAD.put(errors + "include-path", told);
      INSTEAD.put(
          errors + "include-binding-errors", "fastjava.validation.all-errors tells all of them");
    }
    for (String web : List.of("spring.mvc.", "spring.webflux.")) {
      INSTEAD.put(web + "format", format);
      INSTEAD.put(web + "problemdetails", problems);
    }
    INSTEAD.put("spring.servlet.multipart", multipart);
    INSTEAD.put("spring.webflux.multipart", multipart);
    INSTEAD.put("server.tomcat", "it is for Tomcat; fastjava.http.* has the limits of this server");
    INSTEAD.put("server.jetty", "it is for Jetty; fastjava.http.* has the limits of this server");
    INSTEAD.put("server.netty", "it is for Reactor; fastjava.http.* has the limits of this server");
  }

  private final PropertyPlaces properties;

  IgnoredServerProperties(Environment environment) {
    this.properties = new PropertyPlaces(environment);
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, String> told = new LinkedHashMap<>();
    INSTEAD.forEach(
        (name, instead) ->
            properties.below(name).forEach(found -> told.putIfAbsent(found, instead)));
    told.forEach(
        (found, instead) -> logger.warn("FastJava does nothing with " + found + ": " + instead));
  }
}
